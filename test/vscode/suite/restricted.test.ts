import * as vscode from 'vscode';
import { ALICE, closeAll, findings, open, until } from './editor';

/** Nothing of the workspace is ever run, so there is nothing to withhold from a folder that nobody trusts yet. */
describe('a folder in restricted mode', () => {
  before(function () {
    // The desktop build is started with trust switched off by its test runner.
    if (vscode.workspace.isTrusted) this.skip();
  });
  afterEach(closeAll);

  it('has its findings', async () => {
    const { document } = await open(ALICE);
    await until('the finding', () => findings(document, 'step/missing-config', 'DeviceGraphEmbeddingConfig')[0]);
  });
});

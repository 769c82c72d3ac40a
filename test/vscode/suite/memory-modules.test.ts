import * as vscode from 'vscode';
import { codeOf, inRoot, until } from './virtual';

/** Nobody can search this file system, and no path in it is exact. */
describe('a virtual folder that has modules only', () => {
  it('is found to be ours once a Python file is open', async () => {
    await vscode.window.showTextDocument(inRoot('plugins/extensions/score/features.py'));
    await until('findings', () =>
      vscode.languages.getDiagnostics().some(([{ scheme }, all]) => scheme === 'memfs' && all.some(isOfModules)),
    );
  });
});

function isOfModules(finding: vscode.Diagnostic): boolean {
  return codeOf(finding).startsWith('module/');
}

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Hover, Location, WorkspaceEdit } from 'vscode-languageserver/node';
import { bundled } from '../lsp/bundle';
import { makeTree } from '../support/disk';

/** What Neovim shows, as `neovim.lua` tells it. */
interface Answers {
  readonly findings: readonly string[];
  readonly hover: Hover;
  readonly definition: Location | readonly Location[];
  readonly references: readonly Location[];
  readonly rename: WorkspaceEdit;
  readonly explain: { readonly markdown: string };
}

const CORE = 'src/cursus/registry/step_names_original.py';

describe('Neovim', () => {
  it('has findings, hover, definition, references, rename and explanations', async function () {
    if (spawnSync('nvim', ['--version']).error !== undefined) this.skip();
    const root = makeTree({
      '.git/HEAD': '',
      [CORE]: 'STEP_NAMES = {\n    "Training": {"spec_type": "Training"},\n}\n',
      'p.py':
        'from cursus.registry import get_step_definition\nget_step_definition("Training")\nget_step_definition("Trainig")\n',
    });
    const script = path.join(import.meta.dirname, 'neovim.lua');
    const env = {
      ...process.env,
      REGISTRY_CLI: await bundled('server/src/cli/main.ts'),
      REGISTRY_ROOT: root,
      REGISTRY_FILE: 'p.py',
    };
    const run = spawnSync('nvim', ['--headless', '-u', 'NONE', '-n', '-S', script], {
      env,
      encoding: 'utf8',
      timeout: 240_000,
    });
    const { findings, hover, definition, references, rename, explain } = JSON.parse(
      run.stdout.trim().split('\n').at(-1) ?? '',
    ) as Answers;
    assert.deepEqual(findings, ['step/unknown-reference']);
    assert.match((hover.contents as { value: string }).value, /Training/);
    const [target] = [definition].flat();
    assert.ok(target);
    assert.ok(JSON.stringify(target).includes('step_names_original.py'));
    assert.equal(references.length, 2);
    assert.equal(rename.documentChanges?.length, 2);
    assert.match(explain.markdown, /^# `Training`\n/);
  });
});

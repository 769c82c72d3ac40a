import assert from 'node:assert/strict';
import { suppressFix } from '../../../server/src/features/edit/suppress';
import { workspaceOfFiles } from '../../support/fixture';
import { scriptText } from './module-text';

const PATH = 'extensions/get-user.ts';

function codes(text: string): string[] {
  return workspaceOfFiles(new Map([[PATH, text]]))
    .findings(PATH)
    .map(({ code }) => code);
}

describe('suppressions in TypeScript', () => {
  const text = scriptText();

  it('are line comments with two slashes', () => {
    assert.deepEqual(codes(text), ['module/invalid-id']);
    assert.deepEqual(codes(text.replace('\n', '  // registry: ignore[module/invalid-id]\n')), []);
    assert.deepEqual(codes(`${text}// registry: ignore-file[module/*]\n`), []);
  });

  it('are none in strings and in comments of another form', () => {
    assert.deepEqual(codes(`${text}const s = '// registry: ignore-file[module/*]';\n`), ['module/invalid-id']);
    assert.deepEqual(codes(`${text}/* // registry: ignore-file[module/*] */\n`), ['module/invalid-id']);
  });

  it('are reported where they silence nothing', () => {
    assert.deepEqual(codes(`${text}// registry: ignore[step/conflict]\n`), ['module/invalid-id', 'suppression/unused']);
  });

  it('are offered', () => {
    const workspace = workspaceOfFiles(new Map([[PATH, text]]));
    const [finding] = workspace.findings(PATH);
    const [edit] = suppressFix(workspace, PATH, finding!)!.edits;
    assert.equal(edit?.do === 'replace-span' && edit.text, '  // registry: ignore[module/invalid-id]');
  });
});

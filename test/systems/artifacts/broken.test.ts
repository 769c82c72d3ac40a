import assert from 'node:assert/strict';
import { workspaceOfFiles } from '../../support/fixture';

const PATH = 'src/team_registry.yaml';
const PROJECT = `artifacts:\n  registries:\n    - path: ${PATH}\n`;

function found(text: string, project?: string): string[] {
  const files = new Map([[PATH, text]]);
  if (project !== undefined) files.set('registry-intelligence.yaml', project);
  return workspaceOfFiles(files)
    .findings(PATH)
    .map(({ code }) => code);
}

describe('a registry that cannot be read', () => {
  it('is reported where its words say what it is', () => {
    for (const text of [
      '"\nregistry_schema_version: 1.0.0\nnodes: []\n',
      '- [\nartifact_summary:\nnodes: {{{\n',
      '"open\nnodes:\n  - name: a\n    versions:\n      - version: 1\n        metadata_file: x\n',
    ])
      assert.deepEqual(found(text), ['registry/syntax-error'], text);
  });

  it('is reported where the project file names it, and else left alone', () => {
    for (const text of ['{{{\n', '- a\n', 'some text\n', '%%%\n']) {
      assert.deepEqual(found(text), [], text);
      assert.deepEqual(found(text, PROJECT), ['artifact/registry-invalid'], text);
    }
  });
});

import assert from 'node:assert/strict';
import path from 'node:path';
import { CORE, REPOSITORY } from '../cli/repository';
import { runInProcess } from '../cli/in-process';
import { bundled } from '../lsp/bundle';
import { TestClient } from '../lsp/client';
import { makeTree, type Content } from '../support/disk';

/** What a terminal, a log or a page would obey if it were passed on. */
const EVIL = [
  '\u001b[2J\u001b]0;title\u0007',
  '\u001b]8;;http://evil.example\u001b\\x\u001b]8;;\u001b\\',
  '\u009b31m',
  'a\rb\r\n::error file=x::y',
  '::stop-commands::z',
  '##[error]x',
  '\u202e\u2066\u200b',
  '"><script>alert(1)</script><img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '[x](command:workbench.action.terminal.new)',
];
const NAME = EVIL.join(' ');
const FOLDER = 'developer_workspaces/developers/a\u001b[2J\u202e\rb';
const quoted = JSON.stringify(NAME);

const FILES: Readonly<Record<string, Content>> = {
  ...REPOSITORY,
  [`${FOLDER}/src/cursus_dev/registry/workspace_registry.py`]: `LOCAL_STEPS = {${quoted}: {"description": ${quoted}, "config_class": ${quoted}, "builder_step_name": ${quoted}, ${quoted}: 1}}\nSTEP_OVERRIDES = {${quoted}: {"framework": ${quoted}}}\nWORKSPACE_METADATA = {"developer_id": ${quoted}, "version": ${quoted}}\n`,
  'src/onex/registry/registry.yaml': `nodes: [{name: ${quoted}, description: ${quoted}, versions: [{version: ${quoted}, path: ${quoted}, metadata_file: ${quoted}, status: ${quoted}}]}]\n`,
  'extensions/b.py':
    'from pydantic import BaseModel\nclass N(BaseModel):\n    x: str\nclass B:\n    input_schema = N\n    output_schema = N\n    description = "d"\n    def execute(self):\n        pass\n',
  'extensions/b_meta.yaml': `description: ${quoted}\ntags: [${quoted}]\ndependencies: [{module_id: ${quoted}}]\n${quoted}: 1\n`,
};

const LINES: readonly (readonly string[])[] = [
  ...['text', 'json', 'sarif', 'github', 'junit'].map(format => ['lint', '--format', format, '--check-conflicts']),
  ...['steps', 'modules', 'artifacts', 'workspaces', 'conflicts'].flatMap(what =>
    ['text', 'json'].map(format => ['list', what, '--format', format]),
  ),
  ...['text', 'json'].map(format => ['show', NAME, '--format', format]),
  ...['text', 'json', 'markdown'].map(format => ['explain', NAME, '--format', format]),
  ...['text', 'json'].map(format => ['health', '--format', format]),
  ...['text', 'json'].map(format => ['stats', '--format', format]),
  ...['dot', 'mermaid', 'json'].map(format => ['graph', '--format', format]),
  ...['json', 'yaml', 'python'].map(format => ['export', 'step-names', '--format', format]),
  ...['text', 'json', 'markdown'].map(format => ['merge-preview', '--format', format]),
  ['snapshot'],
  ['lint', '--fix-dry-run'],
  ['lint', NAME],
  ['lint', '--rule', NAME],
  [NAME],
];

describe('names made to be obeyed', () => {
  for (const line of LINES)
    it(`reach neither terminal nor log: ${line.map(each => (each === NAME ? '…' : each)).join(' ')}`, async () => {
      const root = makeTree(FILES);
      const { code, out, err } = await runInProcess(root, line);
      assert.notEqual(code, 3, err);
      for (const text of [out, err]) {
        assert.doesNotMatch(
          text,
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200b\u202a-\u202e\u2066-\u2069]/,
        );
        // Of the commands to a workflow, only those that we mean.
        const own = line.includes('github') && text === out ? /^::(?:error|warning|notice) file=[^\n]*::/ : /^$/;
        for (const each of text.split('\n')) {
          if (/^\s*::/.test(each)) assert.match(each, own);
          assert.doesNotMatch(each, /##\[/);
        }
      }
    });

  it('reach the log of the server spelled out', async () => {
    const root = makeTree(FILES);
    const client = await TestClient.start({
      server: await bundled('server/src/lsp/main.ts'),
      folders: [root],
      env: {
        NODE_OPTIONS: `--require ${path.join(import.meta.dirname, '..', 'support', 'faults.cjs')}`,
        FAULTS: JSON.stringify([{ on: 'readdir', path: path.basename(FOLDER), code: 'EACCES' }]),
      },
    });
    await client.request('registry/names', undefined);
    await client.open(path.join(root, CORE), REPOSITORY[CORE] as string);
    await client.request('registry/explain', { name: NAME }).catch(() => undefined);
    assert.equal(client.warnings.length, 1);
    for (const each of [...client.warnings, ...client.errors])
      assert.doesNotMatch(each, /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
    await client.stop();
  });
});

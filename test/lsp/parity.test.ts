import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeTree } from '../support/disk';
import { someOf } from '../support/seed';
import { runInProcess } from '../cli/in-process';
import { bundleProgram, run } from '../cli/run';
import { bundled } from './bundle';
import { TestClient } from './client';

/** The editor's server, as shipped, and the command line say the same of every sample repository. */
describe('editor and command line', function () {
  this.timeout(600_000);
  let server: string;
  before(async () => {
    await bundleProgram();
    server = await bundled('server/src/lsp/main.ts');
  });

  const corpus = path.join(import.meta.dirname, '../corpus');
  const names = fs.readdirSync(corpus).filter(name => fs.statSync(path.join(corpus, name)).isDirectory());

  it('find the same, hints too, in the sample repositories', async () => {
    const all = makeTree({});
    fs.cpSync(corpus, all, { recursive: true });
    fs.cpSync(path.join(import.meta.dirname, '../../examples'), path.join(all, 'examples'), { recursive: true });
    const folders = [...someOf(names, 8), 'examples'].map(name => path.join(all, name));
    // The server opens roots inside of others by itself.
    const expected = new Map<string, string[]>();
    for (const [i, folder] of folders.flatMap(withInnerRoots).entries())
      for (const [file, lines] of await linted(folder, i % AS_SHIPPED === 0)) expected.set(file, lines);
    assert.ok([...expected.values()].flat().length > 50, 'the corpus holds findings');

    const client = await TestClient.start({ server, folders });
    try {
      // Hints are published for open files only.
      for (const file of expected.keys()) {
        const language = /\.pyi?$/.test(file) ? 'python' : 'yaml';
        await client.open(file, fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), language);
      }
      const shown = (): Map<string, string[]> => {
        const found = new Map<string, string[]>();
        for (const { uri, diagnostics } of client.published) {
          const lines = diagnostics.map(({ range: { start, end }, severity, code, message }) =>
            line(
              [start.line + 1, start.character + 1, end.line + 1, end.character + 1],
              SEVERITY[severity!]!,
              code,
              typeof message === 'string' ? message : message.value,
            ),
          );
          if (lines.length > 0) found.set(uri, lines.sort());
          else found.delete(uri);
        }
        return found;
      };
      const wanted = new Map([...expected].map(([file, lines]) => [pathToFileURL(file).href, lines]));
      const sorted = (table: Map<string, string[]>) => [...table].sort(([a], [b]) => (a < b ? -1 : 1));
      await client.when(
        () => JSON.stringify(sorted(shown())) === JSON.stringify(sorted(wanted)),
        () => assert.deepEqual(sorted(shown()), sorted(wanted)),
      );
    } finally {
      await client.stop();
    }
  });
});

function withInnerRoots(folder: string): string[] {
  const marks = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const inner = marks.filter(at => path.basename(at) === 'registry-intelligence.yaml' && path.dirname(at) !== '.');
  return [folder, ...inner.map(at => path.join(folder, path.dirname(at)))];
}

const SEVERITY: Readonly<Record<number, string>> = { 1: 'error', 2: 'warning', 3: 'info', 4: 'hint' };

function line(range: readonly number[], severity: string, code: unknown, message: string): string {
  return `${range.join(':')} ${severity} ${String(code)} ${message}`;
}

interface Point {
  readonly line: number;
  readonly column: number;
}

/** The command line is a process, as shipped, for one of so many folders: starting it takes longer than what it does. */
const AS_SHIPPED = 8;

/** What `lint` finds, by file. */
async function linted(folder: string, asShipped: boolean): Promise<Map<string, string[]>> {
  const words = ['lint', '--format', 'json'];
  const { out } = asShipped ? run(folder, words) : await runInProcess(folder, words);
  const { findings } = JSON.parse(out) as {
    findings: { path: string; range: { start: Point; end: Point }; severity: string; code: string; message: string }[];
  };
  const found = new Map<string, string[]>();
  for (const {
    path: at,
    range: { start, end },
    severity,
    code,
    message,
  } of findings) {
    const file = path.join(folder, at);
    const range = [start.line, start.column, end.line, end.column];
    found.set(file, [...(found.get(file) ?? []), line(range, severity, code, message)].sort());
  }
  return found;
}

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { someOf } from '../../support/seed';
import { differences, type Compared, type Judged } from './compare';

/** Prints the folder of the standard library, which has CPython's own tests in it. */
const WHERE = 'import sysconfig; print(sysconfig.get_paths()["stdlib"])';

describe('CPython as the judge of the Python reader', () => {
  it('agrees about the files of the standard library', async function () {
    this.timeout(900_000);
    const python = spawnSync('python3', ['-c', WHERE], { encoding: 'utf8' });
    if (python.status !== 0) {
      console.log('    no python3 on this machine: the reader is not compared with CPython');
      this.skip();
    }
    const files = someOf(pythonFiles(python.stdout.trim()), 6);
    const compared: Compared = { files: 0, classes: 0, methods: 0, nodes: 0, values: 0 };
    const found: string[] = [];
    for await (const [path, judged] of judge(files))
      if (judged.skip === undefined)
        for (const difference of differences(readFileSync(path, 'utf8'), judged, compared))
          found.push(`${path}: ${difference}`);
    console.log(`    compared ${JSON.stringify(compared)}`);
    assert.deepEqual(found.slice(0, 20), []);
    assert.ok(compared.files > files.length * 0.9, 'most files must have been compared');
  });
});

/** The Python files below a folder, but for packages that somebody installed there. */
function pythonFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.py'))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !/[/\\](?:site|dist)-packages[/\\]/.test(path))
    .sort();
}

/** Asks CPython about each file, in order. It works ahead while the caller compares. */
async function* judge(files: readonly string[]): AsyncIterable<[string, Judged]> {
  const script = join('test', 'syntax', 'python', 'judge.py');
  const python = spawn('python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  python.stdin.end(files.join('\n'));
  let next = 0;
  for await (const line of createInterface({ input: python.stdout }))
    yield [files[next++]!, JSON.parse(line) as Judged];
  assert.equal(next, files.length, 'the judge must answer for every file');
}

import assert from 'node:assert/strict';
import v8 from 'node:v8';
import vm from 'node:vm';
import fc from 'fast-check';
import { Workspace } from '../../server/src/workspace';
import { checkFresh } from '../support/fresh';
import { anyArtifactFile } from '../support/generated-artifacts';
import { anyModuleFile } from '../support/generated-modules';
import { anyFile } from '../support/generated-repository';
import { isSoak, SEED, tries } from '../support/seed';

const EDITS = tries(8000);
const PARTS = 8;

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc') as () => void;

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

describe('one long session', () => {
  it(`of ${EDITS} edits of all systems is at any time like a fresh build, and keeps no memory`, () => {
    const pool = fc.sample(fc.oneof(anyFile, anyModuleFile, anyArtifactFile), { numRuns: 400, seed: SEED });
    const files = new Map<string, string>();
    const workspace = new Workspace({ readText: path => files.get(path) });
    workspace.complete();
    let state = SEED % 2147483647 || 1;
    const below = (limit: number): number => (state = (state * 48271) % 2147483647) % limit;
    const heaps: number[] = [];
    for (let part = 0; part < PARTS; part++) {
      for (let i = 0; i < EDITS / PARTS; i++) {
        const [path, text] = pool[below(pool.length)]!;
        const kind = below(12);
        if (kind === 0) files.delete(path);
        else files.set(path, kind === 1 ? text.slice(0, below(text.length + 1)) : text);
        const now = files.get(path);
        workspace.apply(new Map([[path, now === undefined ? undefined : { text: now, open: kind < 4 }]]));
        workspace.takeChangedPaths();
      }
      for (const [path, text] of files) workspace.apply(new Map([[path, { text, open: false }]]));
      checkFresh(workspace, files);
      heaps.push(heap());
    }
    if (isSoak) console.log(`heap after each part, in MB: ${heaps.map(each => each.toFixed(1)).join(' ')}`);
    // The first part fills what is filled once.
    assert.ok(heaps.at(-1)! < heaps[1]! + 8, heaps.map(each => each.toFixed(1)).join(' '));
  }).timeout(1_200_000);
});

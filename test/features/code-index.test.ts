import assert from 'node:assert/strict';
import path from 'node:path';
import { codeIndex } from '../../server/src/features/code-index';
import type { Thing } from '../../server/src/features/things';
import { askEverywhere, loaded, place, SAMPLES } from '../support/indexed';

describe('the code index', function () {
  this.timeout(120_000);
  for (const sample of SAMPLES)
    it(`of ${path.basename(sample)} has what references finds everywhere, and no more`, async () => {
      const workspace = await loaded(sample);
      const found = new Map<Thing, Set<string>>();
      const at = new Map<string, Thing[]>();
      const index = codeIndex(workspace);
      for (const { path: file, mentions } of index.documents())
        for (const { thing, start, end, defines } of mentions) {
          const whole = thing.over ?? thing;
          const here = place(file, start, end);
          at.set(here, [...(at.get(here) ?? []), whole]);
          for (const each of [whole, ...whole.within])
            found.set(each, (found.get(each) ?? new Set()).add(place(file, start, end, defines)));
        }
      const met = new Set<Thing>();
      for (const asked of await askEverywhere(workspace)) {
        const things = at.get(asked.at) ?? [];
        if (asked.found.length === 0) {
          continue;
        }
        assert.ok(things.length > 0, `nothing at ${asked.at} ${asked.found}`);
        for (const t of things) met.add(t);
        const [thing] = things;
        const all = [...found.get(thing!)!].sort();
        if (asked.isWhole) assert.deepEqual(all, asked.found, `${asked.at} ${thing!.named.key}`);
        else assert.deepEqual(asked.found.filter(each => !all.includes(each)), [], asked.at);
      }
      for (const t of index.things()) assert.ok(met.has(t.over ?? t), t.named.key);
    });
});

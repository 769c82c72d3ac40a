import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { compare, type Recorded } from './agreement';
import { runText } from './check';

const SCRIPT = join('test', 'syntax', 'python', 'evaluate', 'generate.py');
const MODULES = 400;
/** Of names in modules that nothing unknown happens in, so many may be unknown all the same. */
const NEEDLESS = 0.02;

describe('CPython as the judge of what a text says', () => {
  it('agrees about modules that are made at random', function () {
    this.timeout(600_000);
    const python = spawnSync('python3', [SCRIPT, '0', String(MODULES)], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (python.status !== 0) {
      console.log('    no python3 on this machine: the evaluator is not compared with CPython');
      this.skip();
    }
    const wrong: string[] = [];
    const counts = { modules: 0, told: 0, unknown: 0 };
    for (const line of python.stdout.split('\n').filter(Boolean)) {
      const { text, runs } = JSON.parse(line) as Recorded;
      const run = runText(text, { given: new Map([['__name__', 'm']]) });
      counts.modules++;
      for (const real of runs) {
        const compared = compare(run, real);
        wrong.push(...compared.wrong.map(difference => `${difference}\n${text}`));
        if (text.includes('environ')) continue;
        counts.told += compared.told;
        counts.unknown += compared.unknown;
      }
    }
    console.log(`    compared ${JSON.stringify(counts)}`);
    assert.deepEqual(wrong.slice(0, 3), []);
    assert.ok(counts.modules > MODULES * 0.9, 'most modules must have been compared');
    assert.ok(counts.unknown < NEEDLESS * counts.told, 'what the text decides must be told');
  });
});

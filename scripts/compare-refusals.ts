/**
 * Holds the Python reader against CPython's own `compile`: texts are mutated, and those that one of the two refuses and the
 * other does not are listed by CPython's message, the most frequent first.
 *
 *     npx tsx scripts/compare-refusals.ts [--seed N] [--count N] [--pythons python3.11,python3.13] [--show N] [--filter TEXT] FILE…
 *
 * Without files, each construct of `test/syntax/python/constructs.txt` is compared as it is. A text counts as refused if all
 * of the named Pythons refuse it, as accepted if all accept it; others are left out.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { lineAt, lineStarts } from '../server/src/base/text';
import { PythonReader } from '../server/src/syntax/python/reader';
import { undecodable } from '../server/src/syntax/python/undecodable';
import { compiled, type Refusal } from '../test/syntax/python/compile';
import { EXPRESSIONS, mutated, randomFrom, STATEMENTS } from '../test/syntax/python/mutations';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
    pythons: { type: 'string', default: 'python3' },
    show: { type: 'string', default: '3' },
    filter: { type: 'string', default: '' },
  },
});

/** One disagreement, under the message of the side that refuses. */
interface Disagreement {
  readonly message: string;
  readonly text: string;
  readonly line: number;
}

const reader = new PythonReader();

function texts(): string[] {
  const random = randomFrom(Number(values.seed));
  if (positionals.length === 0)
    return [
      ...STATEMENTS,
      ...EXPRESSIONS.map(each => `x = (${each})`),
      ...EXPRESSIONS,
      ...EXPRESSIONS.map(each => `def f():\n    return ${each}`),
    ];
  const files = positionals.map(path => readFileSync(path, 'utf8')).filter(text => text.length < 20_000);
  return Array.from({ length: Number(values.count) }, () => {
    const text = files[Math.floor(random() * files.length)] ?? '';
    return mutated(text, random);
  });
}

function disagreement(text: string, refusals: readonly (Refusal | null)[]): Disagreement | undefined {
  const refused = refusals.filter(each => each !== null);
  if (refused.length > 0 && refused.length < refusals.length) return undefined;
  // Another encoding is the matter of whoever reads the file; which characters have which names, only Python knows.
  if (
    refused.some(({ message }) => /unknown encoding|not a text encoding|unknown Unicode character name/.test(message))
  )
    return undefined;
  const [problem] = [...undecodable(text), ...reader.read(text, 'literals').problems];
  const [refusal] = refused;
  if (refusal !== undefined && problem === undefined)
    return { message: `not seen: ${refusal.message}`, text, line: refusal.line };
  if (refusal !== undefined || problem === undefined) return undefined;
  const line = lineAt(lineStarts(text), problem.span.start) + 1;
  return { message: `not refused by CPython: ${problem.message}`, text, line };
}

async function main(): Promise<void> {
  const all = texts();
  const answers = await Promise.all(values.pythons.split(',').map(python => compiled(python, all)));
  const groups = new Map<string, Disagreement[]>();
  let compared = 0;
  for (const [i, text] of all.entries()) {
    const refusals = answers.map(answer => answer[i] ?? null);
    if (new Set(refusals.map(each => each === null)).size === 1) compared++;
    const found = disagreement(text, refusals);
    if (!found?.message.includes(values.filter)) continue;
    const message = found.message.replace(/'[^']*'/g, "'…'");
    groups.set(message, [...(groups.get(message) ?? []), found]);
  }
  for (const [message, found] of [...groups].sort(([, a], [, b]) => b.length - a.length)) {
    console.log(`${found.length} × ${message}`);
    for (const { text, line } of found.sort((a, b) => a.text.length - b.text.length).slice(0, Number(values.show))) {
      const lines = text.split(/\r\n|\r|\n/).slice(Math.max(0, line - 3), line + 2);
      console.log(`    line ${line}: ${JSON.stringify(lines.join('\n')).slice(0, 300)}`);
    }
  }
  const count = [...groups.values()].reduce((sum, each) => sum + each.length, 0);
  console.log(
    `${count} disagreements about ${compared} texts; ${all.length - compared} left out, on which the Pythons differ`,
  );
}

void main();

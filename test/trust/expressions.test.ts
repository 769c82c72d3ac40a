import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { check, type AttackPattern } from 'recheck';
import ts from 'typescript';
import { isLong } from '../support/seed';

const REPOSITORY = path.join(import.meta.dirname, '..', '..');
/** Expressions that were found linear before, one a line; checking them takes half a minute. `UPDATE=1` rewrites it. */
const KNOWN = path.join(import.meta.dirname, 'linear-expressions.txt');

/** Expressions that are put together from constants, by the file they are in. */
const MADE = [
  'server/src/base/message-text.ts',
  'server/src/systems/artifacts/read/registry.ts',
  'server/src/systems/steps/naming.ts',
  'server/src/systems/steps/read/registry-api.ts',
];

/** The length of the longest attack, in UTF-16 units, and the milliseconds that end the search for growth. */
const LONG = 60_000;
const TOO_SLOW = 500;

describe('regular expressions', () => {
  const { literals, made } = expressionsIn(['server/src', 'client']);

  it('are all written as literals, but for those made from constants', () =>
    assert.deepEqual(new Set(made), new Set(MADE)));

  it('take time in proportion to the text, whatever the text', async () => {
    const known = new Set(
      fs
        .readFileSync(KNOWN, { encoding: 'utf8', flag: 'a+' })
        .split('\n')
        .filter(line => line !== ''),
    );
    const all = [...literals.keys()].sort();
    const doubtful = isLong ? all : all.filter(each => !known.has(each));
    const wrong: string[] = [];
    // One after the other, since the time of a check is limited from when it is asked for.
    for (const each of doubtful) wrong.push(...(await verdictOf(each)));
    assert.deepEqual(wrong, []);
    const list = all.map(each => `${each}\n`).join('');
    if (process.env['UPDATE'] !== undefined) fs.writeFileSync(KNOWN, list);
    assert.equal(
      fs.readFileSync(KNOWN, 'utf8'),
      list,
      'to repair it: UPDATE=1 npx mocha test/trust/expressions.test.ts',
    );
  }).timeout(1_800_000);

  /** What is wrong with an expression; nothing where it is linear. */
  async function verdictOf(literal: string): Promise<string[]> {
    const [, source, flags] = /^\/(.*)\/([a-z]*)$/.exec(literal)!;
    const result = await check(source!, flags!, { timeout: 120_000 });
    if (result.status === 'safe') return [];
    const at = literals.get(literal)!;
    if (result.status === 'unknown') return [`${at}: ${literal} cannot be decided`];
    // Where it has no proof, the checker counts steps of an engine of its own: the real one has the last word.
    const { checker, attack, complexity } = result;
    if (checker === 'fuzz' && growth(new RegExp(source!, flags), attack) < 3) return [];
    return [`${at}: ${literal} is ${complexity.summary} for ${attack.pattern}`];
  }
});

/**
 * How much longer a search takes in an attack of twice the length: 2 where it is linear, 4 where it is quadratic, Infinity where it is too
 * slow to be asked. Longer attacks are tried little by little, since an exponential search would never end.
 */
function growth(expression: RegExp, { pumps, suffix }: AttackPattern): number {
  const size = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const time = (length: number): number => {
    const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(length / size))).join('') + suffix;
    let best = Infinity;
    for (let i = 0; i < 5; i++) {
      const began = performance.now();
      text.replaceAll(new RegExp(expression.source, `${expression.flags.replace('g', '')}g`), '');
      best = Math.min(best, performance.now() - began);
    }
    return best;
  };
  for (let length = 100; length < LONG; length *= 1.25) if (time(length) > TOO_SLOW) return Infinity;
  // Very short times say nothing, so a floor is added.
  const floor = 0.2;
  return (time(LONG) + floor) / (time(LONG / 2) + floor);
}

/** Every expression of the sources with a place where it stands, and the files that make one at run time. */
function expressionsIn(folders: readonly string[]): { literals: ReadonlyMap<string, string>; made: readonly string[] } {
  const literals = new Map<string, string>();
  const made: string[] = [];
  for (const file of folders.flatMap(sourcesIn)) {
    const source = ts.createSourceFile(
      file,
      fs.readFileSync(path.join(REPOSITORY, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const add = (text: string, node: ts.Node) => {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (!literals.has(text)) literals.set(text, `${file}:${line}`);
    };
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) add(node.text, node);
      if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') {
        const [pattern, flags] = node.arguments ?? [];
        if (pattern === undefined || !ts.isStringLiteral(pattern)) made.push(file);
        else
          add(
            String(new RegExp(pattern.text, flags !== undefined && ts.isStringLiteral(flags) ? flags.text : '')),
            node,
          );
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { literals, made };
}

function sourcesIn(folder: string): string[] {
  return fs
    .readdirSync(path.join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => `${folder}/${file.split(path.sep).join('/')}`)
    .sort();
}

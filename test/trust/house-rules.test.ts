import assert from 'node:assert/strict';
import path from 'node:path';
import ts from 'typescript';
import { violationsIn } from '../../scripts/house-rules';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');

/** The library of the language is the same for every planted file, and most of the work. */
const OPTIONS: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, strict: true, types: ['node'] };
const HOST = ts.createCompilerHost(OPTIONS, true);
const parsed = new Map<string, ts.SourceFile | undefined>();

describe('house rules', () => {
  it('allow `!` for elements of typed arrays alone', () =>
    assert.deepEqual(
      linesOf(
        'server/src/base/planted.ts',
        `declare const starts: Uint32Array, bytes: Buffer | Uint8Array, names: string[], names0: Map<string, string>;
export const fine = [starts[0]!, bytes[1]!];
export const wrong = names[0]!;
export const worse = names0.get('x')!;
`,
      ),
      [3, 4],
    ));

  it('allow no cast through `unknown`', () =>
    assert.deepEqual(
      linesOf('client/src/planted.ts', `declare const a: string;\nexport const b = a as unknown as number;\n`),
      [2],
    ));

  it('allow no state in modules of the server', () => {
    const text = `export let count = 0;
const seen = new Map<string, number>();
export const table = new Map([['a', 1]]);
/** Counts. */ export function f(): Set<string> {
  let own = new Set<string>(seen.keys());
  for (let i = 0; i < count; i++) own = new Set();
  return own;
}
for (const each of table) seen.set(...each);
`;
    assert.deepEqual(linesOf('server/src/base/planted.ts', text), [1, 2]);
    assert.deepEqual(linesOf('client/src/planted.ts', text), []);
  });

  it('want a doc comment for what a file of the server exports', () =>
    assert.deepEqual(
      linesOf(
        'server/src/base/planted.ts',
        `/** A pair. */
export interface Pair {}
export type Other = Pair;
// Not for those who use it.
export class Third {}
export const four = 4;
/** For both. */
export function five(a: string): void;
export function five(a: string): void {}
export function six(): void {}
function seven(): void {}
`,
      ),
      [3, 5, 10],
    ));
});

/** The lines at which the rules forbid something in a file that is not on the disk. */
function linesOf(file: string, text: string): readonly number[] {
  const whole = path.join(REPOSITORY, file);
  const planted = ts.createSourceFile(whole, text, ts.ScriptTarget.ES2022, true);
  const getSourceFile: ts.CompilerHost['getSourceFile'] = (name, ...rest) => {
    if (path.resolve(name) === whole) return planted;
    if (!parsed.has(name)) parsed.set(name, HOST.getSourceFile(name, ...rest));
    return parsed.get(name);
  };
  const program = ts.createProgram([whole], OPTIONS, { ...HOST, getSourceFile });
  return violationsIn(REPOSITORY, program).map(({ line }) => line);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// What happens to Python texts, at random but always the same for the same seed: tokens are lost, doubled and exchanged, and
// code of `constructs.txt` is put in.

/** The constructs of a section, with signs for the characters that a line cannot hold or nobody can see. */
function constructs(section: string): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, 'constructs.txt'), 'utf8');
  const [, lines = ''] = text.split(`=== ${section}\n`);
  const signs: Readonly<Record<string, string>> = { '⏎': '\n', '⇥': '\t', '␌': '\f', '⍽': '\u00a0', '⌿': '\u200b' };
  const [own = ''] = lines.split('\n===');
  return own.split('\n').map(line => line.replace(/[⏎⇥␌⍽⌿]/g, sign => signs[sign] ?? sign));
}

export const STATEMENTS = constructs('statements');
export const EXPRESSIONS = constructs('expressions');
const CHARACTERS = Array.from('()[]{}:,;.=\'"\\\n\t #@!$?`~%^&*-+|/<>0129aefjlrux_é€\u00a0\u200b\0\f');
const PIECES = [...CHARACTERS, ...constructs('pieces')];

/** Numbers from 0 up to 1 that follow from a seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A text after a few accidents. */
export function mutated(text: string, random: () => number): string {
  const accidents = [0, 1, 1, 1, 2, 3][Math.floor(random() * 6)] ?? 1;
  let result = text;
  for (let i = 0; i <= accidents; i++) result = pick(MUTATIONS, random)(result, random);
  return result;
}

type Mutation = (text: string, random: () => number) => string;

const TOKEN =
  /[rbfuRBFU]{0,2}(?:"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')|\w+|\.\.\.|->|:=|[-+*/%@&|^<>=!]=|\*\*|\/\/|<<|>>|\n[ \t]*|[^\s]/g;

interface Token {
  readonly start: number;
  readonly end: number;
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

const MUTATIONS: readonly Mutation[] = [
  onToken((text, { start, end }) => text.slice(0, start) + text.slice(end)),
  onToken((text, { start, end }) => `${text.slice(0, end)} ${text.slice(start)}`),
  onToken((text, { start, end }, random) => text.slice(0, start) + pick(PIECES, random) + text.slice(end)),
  onToken((text, { start }, random) => `${text.slice(0, start)}${pick(PIECES, random)} ${text.slice(start)}`),
  onToken((text, { start, end }, random) => {
    const other = pick(tokensOf(text), random);
    return text.slice(0, start) + text.slice(other.start, other.end) + text.slice(end);
  }),
  (text, random) => {
    const at = Math.floor(random() * (text.length + 1));
    return text.slice(0, at) + pick(CHARACTERS, random) + text.slice(at);
  },
  insertedStatement,
  insertedStatement,
  insertedExpression,
  insertedExpression,
];

/** Puts an expression of `EXPRESSIONS` in the place of a name or literal. */
function insertedExpression(text: string, random: () => number): string {
  const places = tokensOf(text).filter(({ start, end }) => /^[\w"']/.test(text.slice(start, end)));
  if (places.length === 0) return text + pick(EXPRESSIONS, random);
  const { start, end } = pick(places, random);
  return text.slice(0, start) + pick(EXPRESSIONS, random) + text.slice(end);
}

function onToken(change: (text: string, token: Token, random: () => number) => string): Mutation {
  return (text, random) => {
    const tokens = tokensOf(text);
    return tokens.length === 0 ? text : change(text, pick(tokens, random), random);
  };
}

/** Puts a statement of `STATEMENTS` before a line, as far indented as that. */
function insertedStatement(text: string, random: () => number): string {
  const lines = text.split('\n');
  const at = Math.floor(random() * lines.length);
  const indent = /^[ \t]*/.exec(lines[at] ?? '')?.[0] ?? '';
  const statement = pick(STATEMENTS, random).replaceAll('\n', `\n${indent}`);
  return [...lines.slice(0, at), indent + statement, ...lines.slice(at)].join('\n');
}

function pick<T>(list: readonly T[], random: () => number): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
}

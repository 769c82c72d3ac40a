import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { wordsOf } from '../../scripts/gen-systems';
import { RULES } from '../../server/src/rules/index';
import { REGISTRIES } from '../../server/src/systems/index';

const repository = path.resolve(import.meta.dirname, '../..');

/** Where the words of single systems belong. */
const OWNERS = /^server\/src\/(?:systems|rules|generated)\//;

/** Rules about files of any system, which the engine itself speaks of. */
const OF_THE_ENGINE = new Set(['registry/unreadable', 'suppression/unused']);

/** The reader of Python, and the one word of a system that is a term of the Python reference too: Python calls a file that is run a module. */
const READER_OF_PYTHON = 'server/src/syntax/python/';
const TERMS_OF_PYTHON = new Set(['module']);

describe('the words of a system', () => {
  const { kinds, options } = wordsOf(REGISTRIES);
  const codes = RULES.map(({ code }) => code).filter(code => !OF_THE_ENGINE.has(code));
  const words = new Set([
    ...REGISTRIES.map(({ name }) => name),
    ...kinds.flatMap(({ kind, plural, listCommand = [], exports }) => [kind, plural, listCommand, exports].flat()),
    ...options.map(({ flags }) => flags.split(' ', 1)[0]!),
    ...codes,
    ...codes.map(code => `${code.split('/', 1)[0]!}/*`),
  ]);

  const isForeign = (text: string, file: string): boolean =>
    words.has(text) && !(file.startsWith(READER_OF_PYTHON) && TERMS_OF_PYTHON.has(text));

  it('stand in no text of the engine, of its front ends, or of the client', () => {
    const files = ['server/src', 'client/src', 'client/webview'].flatMap(sources).filter(file => !OWNERS.test(file));
    assert.ok(files.length > 200);
    const found = files.flatMap(file =>
      textsIn(file).flatMap(text => (isForeign(text, file) ? [`${file}: '${text}'`] : [])),
    );
    assert.deepEqual(found, [], 'let the system declare it (systems/system.ts)');
  });

  it('are those that one would look for', () => {
    for (const word of ['step', 'modules', 'artifact', '--id-map', 'step-names', 'artifact/*', 'step/conflict'])
      assert.ok(words.has(word), word);
  });
});

function sources(folder: string): string[] {
  return readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => `${folder}/${file.replaceAll('\\', '/')}`);
}

/** What stands in quotes in a source. */
function textsIn(file: string): string[] {
  const text = readFileSync(path.join(repository, file), 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

import { encodingNotRead } from '../../../base/python-encoding';
import { nestedBlocks } from '../nested-blocks';
import { Flag, Kind, spanOf, textOf, type PythonTree } from '../tree';
import type { Doubt } from './values';

/** Why Python may refuse to compile a text, or may read another one than is read here. */
export function doubtsOfText(tree: PythonTree, source: string): Doubt[] {
  return [...unreadLetters(tree, source), ...characterNames(tree, source), ...tooManyBlocks(tree, source)];
}

function unreadLetters({ text }: PythonTree, source: string): Doubt[] {
  const encoding = encodingNotRead(text);
  if (encoding === undefined) return [];
  const reason = `the letters of the encoding '${encoding.name}' are not read here`;
  return [{ kind: 'operation', reason, at: { source, span: encoding.span } }];
}

function tooManyBlocks(tree: PythonTree, source: string): Doubt[] {
  const deepest = nestedBlocks(tree);
  if (deepest?.refusedBy !== 'some') return [];
  const reason = 'Python before 3.13 refuses more than 20 nested blocks';
  return [{ kind: 'operation', reason, at: { source, span: spanOf(tree, deepest.node) } }];
}

/** A doubt for each string that names a character (`\N{…}`): Python refuses a name that Unicode does not have. */
function characterNames(tree: PythonTree, source: string): Doubt[] {
  if (!tree.text.includes('\\N{')) return [];
  const doubts: Doubt[] = [];
  for (let node = 0; node < tree.count; node++) {
    if (tree.kind[node] !== Kind.String || (tree.flags[node]! & Flag.Bytes) !== 0) continue;
    const name = characterNameIn(textOf(tree, node));
    if (name === undefined) continue;
    const reason = `whether Unicode has a character called '${name}' is not looked up`;
    doubts.push({ kind: 'operation', reason, at: { source, span: spanOf(tree, node) } });
  }
  return doubts;
}

/** The first character that an escape names in a literal with its quotes; raw ones have no escapes. */
function characterNameIn(literal: string): string | undefined {
  if (/^[fF]?[rR]/.test(literal)) return undefined;
  for (const [, name] of literal.matchAll(/\\(?:N\{([^{}]*)\}|[^])/g)) if (name !== undefined) return name;
  return undefined;
}

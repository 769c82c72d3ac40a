import type { Span } from '../../../base/text';
import { stringValue } from '../../../syntax/python/literal';
import { literalsIn } from '../../../syntax/python/string-parts';
import { children, Flag, Kind, type PythonTree } from '../../../syntax/python/tree';
import type { Field } from '../../../model/fields';

/**
 * What Python takes by accident while somebody types. A name above another row, before its colon is there, is joined with the name
 * below; the first name between braces makes a set of what is to become a dict. Nobody means either, so a text that was edited since it
 * was saved is not taken at its word there.
 */
export const HALF_TYPED = 'registry/half-typed';

/** The last of adjacent strings, if `key` is several: the name below the one that is being typed. */
export function lastOfJoined(
  tree: PythonTree,
  key: number,
): { readonly name: string; readonly span: Span } | undefined {
  if (!isJoined(tree, key)) return undefined;
  const [start, end] = [tree.start[key]!, tree.end[key]!];
  const last = [...literalsIn(tree.text, start, end)].at(-1);
  if (last?.prefix !== '') return undefined;
  const name = tree.text.slice(last.from, last.to);
  return name.includes('\\') ? undefined : { name, span: { start: last.from - last.quote.length, end } };
}

/**
 * Whether the dict of a row has strings that Python joins, or a text that is still empty, where `known` has not: what it was before.
 */
export function hasHalfTypedField(
  tree: PythonTree,
  dict: number,
  known: () => { readonly fields: readonly Field[] } | undefined,
): boolean {
  if (tree.kind[dict] !== Kind.Dict) return false;
  const was = (name: string) => known()?.fields.find(field => field.name === name);
  return children(tree, dict).some(pair => {
    const [key, value] = children(tree, pair);
    const name = key === undefined ? undefined : stringValue(tree, key);
    if (key === undefined || name === undefined) return false;
    if (isJoined(tree, key) && was(name) === undefined) return true;
    const text = value === undefined ? undefined : stringValue(tree, value);
    if (value === undefined || text === undefined) return false;
    return (text === '' || isJoined(tree, value)) && was(name)?.value !== text;
  });
}

/** Whether a value is a set of nothing but texts, as a dict is before its first colon. */
export function isSetOfNames(tree: PythonTree, value: number): boolean {
  return tree.kind[value] === Kind.Set && children(tree, value).every(item => tree.kind[item] === Kind.String);
}

function isJoined(tree: PythonTree, node: number): boolean {
  return tree.kind[node] === Kind.String && (tree.flags[node]! & Flag.Parts) !== 0;
}

import { truncateName } from '../../../base/message-text';
import type { Span } from '../../../base/text';
import { entryOf, type YamlEntry, type YamlMapping, type YamlNode } from '../../../syntax/yaml/tree';
import { ARTIFACT_TYPES } from '../vocabulary';

/** What ends the loading of a registry. The loader catches the exception around everything, so nothing at all is loaded. */
export interface LoadFailure {
  readonly span: Span;
  readonly message: string;
}

/**
 * Yields what ends the loading of a registry that is a mapping, in the loader's order (`RegistryEngine._load_artifacts`): it goes through
 * each of the six lists, asks each item for its name, and goes through the versions of those that have one. Whatever Python cannot go
 * through, and every item and version that is no mapping, raises an exception. Empty texts and mappings have nothing to go through.
 */
export function* loadFailures(root: YamlMapping): Iterable<LoadFailure> {
  for (const type of ARTIFACT_TYPES) {
    const list = entryOf(root, type);
    if (list === undefined) continue;
    yield* notIterable(list);
    for (const item of itemsOf(list.value)) yield* itemFailures(item, type);
  }
}

function* itemFailures(item: YamlNode, type: string): Iterable<LoadFailure> {
  if (!isDict(item)) {
    if (!isUntold(item)) yield failure(item.span, `Each item of '${type}' has to be a mapping with name and versions`);
    return;
  }
  const versions = entryOf(item, 'versions');
  if (versions === undefined || !isTrue(entryOf(item, 'name')?.value)) return;
  yield* notIterable(versions);
  for (const version of itemsOf(versions.value))
    if (!isDict(version) && !isUntold(version))
      yield failure(version.span, 'A version has to be a mapping with version, path and metadata_file');
}

/** A list has to be one, or be nothing that Python could go through. */
function* notIterable({ key, value }: YamlEntry): Iterable<LoadFailure> {
  if (value?.type === 'sequence' && (value.isPairs !== true || value.items.length === 0)) return;
  if (value !== undefined && isUntold(value)) return;
  const isEmpty =
    value?.type === 'mapping' ? value.entries.length === 0 : value?.type === 'scalar' && value.value === '';
  if (isEmpty) return;
  const what = kindInWords(value);
  const name = truncateName(key.source);
  const remedy = what === 'nothing' ? `; an empty one is '${name}: []'` : '';
  yield failure(value?.span ?? key.span, `'${name}' has to be a list, not ${what}${remedy}`);
}

function failure(span: Span, reason: string): LoadFailure {
  return { span, message: `${reason}: nothing of this registry is loaded` };
}

function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.type === 'sequence' && node.isPairs !== true ? node.items : [];
}

/** What Python makes a `dict` of. */
export function isDict(node: YamlNode | undefined): node is YamlMapping {
  return node?.type === 'mapping' && node.isSet !== true;
}

/** A value that is not followed here: an alias into itself. */
function isUntold(node: YamlNode): boolean {
  return node.type === 'scalar' && node.as === 'unknown';
}

/** Whether Python takes a value for true. */
export function isTrue(node: YamlNode | undefined): boolean {
  if (node === undefined) return false;
  if (node.type === 'sequence') return node.items.length > 0;
  if (node.type === 'mapping') return node.entries.length > 0;
  if (node.as === 'unknown') return true;
  return node.value !== null && node.value !== '' && node.value !== 0 && node.value !== false;
}

function kindInWords(node: YamlNode | undefined): string {
  if (node === undefined || (node.type === 'scalar' && node.as === 'null')) return 'nothing';
  if (node.type !== 'scalar') return node.type === 'mapping' ? 'a mapping' : 'one of pairs';
  return node.as === 'integer' || node.as === 'float' ? 'a number' : node.as === 'boolean' ? 'true or false' : 'a text';
}

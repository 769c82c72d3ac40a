import type { Span } from '../../../base/text';
import { entryOf, type YamlMapping, type YamlNode } from '../../../syntax/yaml/tree';
import type { Crash, MergeCrash } from '../facts';
import { attributeError, bytesOf, isHashable, isTruthy, pythonType, typeError, unhashable } from './python-values';

/** A crash with its place, and what is wrong there in words for people. */
export interface PlacedCrash {
  readonly crash: MergeCrash;
  readonly span: Span;
  readonly words: string;
}

/** What is wrong with a value, and with which one. */
interface Wrong {
  readonly crash: Crash;
  readonly node?: YamlNode | undefined;
  readonly words: string;
}

/**
 * Where `merge_module_metadata` crashes on a companion (formats 2.5): it runs while modules are registered, and nothing catches
 * what it raises. Fields come in its order.
 */
export function mergeCrashOf(root: YamlMapping): PlacedCrash | undefined {
  for (const [field, wrongIn] of FIELDS) {
    const entry = entryOf(root, field);
    const wrong = entry && wrongIn(entry.value);
    if (wrong === undefined) continue;
    const span = wrong.node?.span ?? entry?.value?.span ?? entry?.key.span ?? root.span;
    return { crash: { field, ...wrong.crash }, span, words: wrong.words };
  }
  return undefined;
}

type Check = (node: YamlNode | undefined) => Wrong | undefined;

const FIELDS: readonly (readonly [name: MergeCrash['field'], check: Check])[] = [
  ['metadata', checkMetadata],
  ['annotations', checkAnnotations],
  ['examples', checkExamples],
];

/** `{**(yaml_metadata or {})}` */
function checkMetadata(node: YamlNode | undefined): Wrong | undefined {
  if (!isTruthy(node) || pythonType(node) === 'dict') return undefined;
  return { crash: typeError(`'${pythonType(node)}' object is not a mapping`), words: "'metadata' has to be a mapping" };
}

/** `yaml_annotations.items()`, then what `ModuleAnnotations.__post_init__` does with `extra` and `cache_ttl`. */
function checkAnnotations(node: YamlNode | undefined): Wrong | undefined {
  if (pythonType(node) === 'NoneType') return undefined;
  if (node?.type !== 'mapping' || node.isSet === true)
    return { crash: attributeError(node, 'items'), words: "'annotations' has to be a mapping" };
  const extra = entryOf(node, 'extra');
  const crash = extra && dictCrash(extra.value);
  if (crash !== undefined) return { crash, node: extra?.value ?? extra?.key, words: "'extra' has to be a mapping" };
  const ttl = entryOf(node, 'cache_ttl');
  if (ttl === undefined || ['int', 'float', 'bool'].includes(pythonType(ttl.value))) return undefined;
  return {
    crash: typeError(`'<' not supported between instances of '${pythonType(ttl.value)}' and 'int'`),
    node: ttl.value ?? ttl.key,
    words: "'cache_ttl' has to be a number",
  };
}

/** What Python iterates over: items, keys, characters, or the numbers of bytes. */
type Item = YamlNode | string | number;

/** `dict(value)`: a mapping, or pairs of whatever kind. */
function dictCrash(node: YamlNode | undefined): Crash | undefined {
  if (node?.type === 'mapping' && node.isSet !== true) return undefined;
  const items = itemsOf(node);
  if (items === undefined) return typeError(`'${pythonType(node)}' object is not iterable`);
  for (const [i, item] of items.entries()) {
    const pair = itemsOf(item);
    if (pair === undefined) return typeError(`cannot convert dictionary update sequence element #${i} to a sequence`);
    if (pair.length !== 2)
      return {
        exception: 'ValueError',
        message: `dictionary update sequence element #${i} has length ${pair.length}; 2 is required`,
      };
    const [key] = pair;
    if (typeof key === 'object' && !isHashable(key)) return unhashable(key);
  }
  return undefined;
}

/** Returns undefined for a value that Python cannot iterate over. */
function itemsOf(node: Item | undefined): readonly Item[] | undefined {
  if (typeof node === 'string') return Array.from(node);
  if (typeof node === 'number') return undefined;
  if (node?.type === 'sequence') return node.items;
  if (node?.type === 'mapping') return node.entries.map(({ key }) => key);
  if (node?.as === 'binary') return bytesOf(node);
  return pythonType(node) === 'str' ? Array.from(String(node?.value)) : undefined;
}

/** `d["title"] for d in yaml_examples` */
function checkExamples(node: YamlNode | undefined): Wrong | undefined {
  if (pythonType(node) === 'NoneType') return undefined;
  const words = "'examples' has to be a list of mappings";
  const items = itemsOf(node);
  if (items === undefined) return { crash: typeError(`'${pythonType(node)}' object is not iterable`), words };
  for (const item of items) {
    const crash = titleCrash(item);
    if (crash === undefined) continue;
    if (crash.exception !== 'KeyError' || typeof item !== 'object') return { crash, words };
    return { crash, node: item, words: "'title' is missing here" };
  }
  return undefined;
}

function titleCrash(item: Item): Crash | undefined {
  const type = typeof item === 'string' ? 'str' : typeof item === 'number' ? 'int' : pythonType(item);
  if (typeof item === 'object' && item.type === 'mapping' && type === 'dict')
    return entryOf(item, 'title') === undefined ? { exception: 'KeyError', message: "'title'" } : undefined;
  if (type === 'str') return typeError("string indices must be integers, not 'str'");
  if (type === 'list' || type === 'tuple') return typeError(`${type} indices must be integers or slices, not str`);
  return typeError(`'${type}' object is not subscriptable`);
}

import type { Span } from '../../../base/text';
import type { SourceFile } from '../../../model/fact';
import { FactParts } from '../../../model/fact-parts';
import { entryOf, type YamlMapping, type YamlNode, type YamlScalar } from '../../../syntax/yaml/tree';
import type { FactWriter } from '../../system';
import type { Crash, DependencyFact } from '../facts';
import {
  attributeError,
  isHashable,
  isTruthy,
  pythonText,
  pythonType,
  splitError,
  typeError,
  unhashable,
} from './python-values';
import { addEntry, valueUnder } from './yaml-fields';

type Written = Omit<DependencyFact, 'kind' | 'file'>;

/** Writes a fact for each entry of `dependencies`, as `parse_dependencies` goes through them (formats 2.7). */
export function writeDependencies(root: YamlMapping, file: SourceFile, out: FactWriter): void {
  const list = valueUnder(root, 'dependencies');
  if (list === undefined || !isTruthy(list) || (list.type === 'scalar' && list.as === 'unknown')) return;
  const write = (fact: Written, parts: FactParts): void => out.fact({ ...fact, kind: 'dependency', file }, parts);
  if (list.type === 'mapping') {
    for (const { key } of list.entries)
      write(
        { name: key.source, shape: 'key', optional: false, nth: 0, crash: attributeError(key, 'get') },
        new FactParts(list.span),
      );
    return;
  }
  if (list.type === 'scalar') {
    const crash = crashOfScalar(list);
    write({ name: String(list.value), shape: 'text', optional: false, nth: 0, crash }, new FactParts(list.span));
    return;
  }
  const counts = new Map<string, number>();
  for (const item of list.items) {
    if (item.type === 'mapping' && item.isSet !== true) writeItem(item, counts, write);
    else writeStrangeItem(item, write);
  }
}

/** What going through a value that is no list comes to: texts have characters, bytes numbers, others nothing. */
function crashOfScalar(node: YamlScalar): Crash {
  const type = pythonType(node);
  if (type === 'str') return attributeError(node, 'get');
  return type === 'bytes'
    ? { exception: 'AttributeError', message: "'int' object has no attribute 'get'" }
    : typeError(`'${type}' object is not iterable`);
}

function writeStrangeItem(item: YamlNode, write: (fact: Written, parts: FactParts) => void): void {
  const text = item.type === 'scalar' && typeof item.value === 'string' ? item.value : undefined;
  const shape = text === undefined ? 'other' : 'text';
  const crash = attributeError(item, 'get');
  write({ name: text ?? '', shape, optional: false, nth: 0, crash }, new FactParts(item.span));
}

function writeItem(
  item: YamlMapping,
  counts: Map<string, number>,
  write: (fact: Written, parts: FactParts) => void,
): void {
  const id = entryOf(item, 'module_id');
  const name = isTruthy(id?.value) ? pythonText(id?.value) : '';
  const nth = counts.get(name) ?? 0;
  counts.set(name, nth + 1);
  const otherwise: Span = item.entries[0]?.key.span ?? item.span;
  const parts = new FactParts(item.span, id === undefined ? otherwise : (id.value ?? id.key).span);
  for (const key of ['module_id', 'version', 'optional']) addEntry(parts, entryOf(item, key), otherwise);
  const strangeId = name === '' || pythonType(id?.value) === 'str' ? undefined : strangeIdOf(id?.value);
  write(
    {
      name,
      shape: 'mapping',
      optional: isTruthy(valueUnder(item, 'optional')),
      nth,
      ...(strangeId === undefined ? {} : { strangeId }),
      ...versionIn(valueUnder(item, 'version')),
    },
    parts,
  );
}

/** A set can be looked for among keys all the same: Python looks for one that cannot change. */
function strangeIdOf(node: YamlNode | undefined): { readonly crash?: Crash } {
  return node === undefined || isHashable(node) || pythonType(node) === 'set' ? {} : { crash: unhashable(node) };
}

/** A constraint that is no text crashes the discovery where it is checked; one that counts as false is none. */
function versionIn(node: YamlNode | undefined): Pick<DependencyFact, 'version' | 'strangeVersion'> {
  if (!isTruthy(node)) return {};
  if (pythonType(node) === 'str') return { version: pythonText(node) };
  const unquoted = node?.type === 'scalar' ? { unquoted: node.source } : {};
  return { strangeVersion: { crash: splitError(node), ...unquoted } };
}

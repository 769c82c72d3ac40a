import { fileName } from '../../../base/paths';
import { firstLine, type Span } from '../../../base/text';
import { FactParts } from '../../../model/fact-parts';
import { entryOf, type YamlMapping, type YamlNode, type YamlTree } from '../../../syntax/yaml/tree';
import type { FactWriter, Source } from '../../system';
import { CONFIG_INVALID, type Crash, type IdMapFact, type MappingFact } from '../facts';
import { attributeError, isHashable, isTruthy, pythonText, pythonType, unhashable } from './python-values';
import { addEntry, valueUnder } from './yaml-fields';

/** Reads what may be an ID map (formats 2.4): a file with `mappings`, or one whose name leaves no doubt. */
export function readIdMap(source: Source, out: FactWriter): void {
  const { file, text } = source;
  const isCalledSo = /id[-_.]?map/i.test(fileName(file.path));
  if (!isCalledSo && !/^mappings\s*:/m.test(text)) return;
  const tree = source.yaml();
  for (const { kind, span, message } of tree.problems)
    if (kind === 'syntax' || kind === 'merge-marker' || kind === 'limit')
      out.problem({ code: 'module/id-map', span, message, damage: true });
  const wrong = wrongIn(tree, file.path);
  const fact: IdMapFact = {
    kind: 'id-map',
    name: file.path,
    file,
    ...(wrong === undefined ? {} : { crash: wrong.crash }),
  };
  const head = firstLine(text);
  out.fact(fact, new FactParts({ start: 0, end: text.length }, head).field(wrong?.span ?? head));
  const mappings = valueUnder(tree.root, 'mappings');
  if (mappings?.type !== 'sequence') return;
  for (const item of mappings.items) if (item.type === 'mapping') writeMapping(item, source, out);
}

function writeMapping(item: YamlMapping, { file }: Source, out: FactWriter): void {
  const path = textOf(valueUnder(item, 'file'));
  const id = entryOf(item, 'id');
  const isStrange = id !== undefined && pythonType(id.value) !== 'str';
  const text = id === undefined ? undefined : pythonText(id.value);
  const className = textOf(valueUnder(item, 'class'));
  const mapping: MappingFact = {
    kind: 'id-mapping',
    name: text ?? path ?? '',
    file,
    ...(path === undefined ? {} : { path }),
    ...(text === undefined ? {} : { id: text }),
    ...(isStrange ? { strangeId: pythonType(id.value) } : {}),
    ...(className === undefined ? {} : { className }),
  };
  const own = entryOf(item, id === undefined ? 'file' : 'id')?.value?.span ?? item.entries[0]?.key.span ?? item.span;
  const parts = new FactParts(item.span, own);
  for (const key of ['file', 'id', 'class']) addEntry(parts, entryOf(item, key), own);
  out.fact(mapping, parts);
}

/** The text of a value that counts. */
function textOf(node: YamlNode | undefined): string | undefined {
  return isTruthy(node) ? pythonText(node) : undefined;
}

/** What `load_id_map` raises, and where. */
function wrongIn({ root, problems }: YamlTree, path: string): { crash: Crash; span: Span } | undefined {
  const [first] = problems.filter(({ kind }) => kind !== 'duplicate-key' && kind !== 'limit');
  const invalid = (message: string): Crash => ({ exception: CONFIG_INVALID, message });
  if (first !== undefined) {
    const { span, exception, message } = first;
    const crash = exception === undefined ? invalid(`Invalid YAML in ID map file: ${path}`) : { exception, message };
    return { crash, span };
  }
  const none = { start: 0, end: 0 };
  const mappings = root?.type === 'mapping' ? entryOf(root, 'mappings') : undefined;
  if (mappings?.value?.type !== 'sequence')
    return { crash: invalid("ID map must contain a 'mappings' list"), span: mappings?.key.span ?? root?.span ?? none };
  for (const item of mappings.value.items) {
    if (item.type !== 'mapping' || item.isSet === true) return { crash: attributeError(item, 'get'), span: item.span };
    const file = valueUnder(item, 'file');
    if (file !== undefined && isTruthy(file) && !isHashable(file)) return { crash: unhashable(file), span: file.span };
  }
  return undefined;
}

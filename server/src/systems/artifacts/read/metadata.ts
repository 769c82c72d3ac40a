import { FactParts } from '../../../model/fact-parts';
import { validate } from '../../../generated/artifact-metadata-validator';
import type { Field } from '../../../model/fields';
import { checkAgainst } from '../../../syntax/schema';
import { entryOf, type YamlMapping, type YamlNode } from '../../../syntax/yaml/tree';
import type { Value } from '../../../model/value';
import type { FactWriter, Source } from '../../system';
import { METADATA_ROOT, type MetadataFact } from '../facts';
import { addEntries, isDamaged, isMapping, textIn, writeProblems } from './yaml';

/** The code of what breaks the published schema, which no loader enforces. */
export const PUBLISHED = 'artifact/published-schema';
/** The code of the rule for metadata that is no YAML. */
export const METADATA_SYNTAX = 'artifact/invalid-metadata';

/** How many fields of a file are read; real files have fifty. */
const MOST_FIELDS = 500;
const DEEPEST = 3;

/** Reads what may be a metadata file. Whether it is one, a registry or its own place says (formats 3.2). */
export function readMetadata(source: Source, out: FactWriter): void {
  const { file, text } = source;
  const tree = source.yaml();
  const { root } = tree;
  const fields: Field[] = [];
  const named = isMapping(root) ? entryOf(root, 'name') : undefined;
  const at = named?.value?.span ?? (isMapping(root) ? root.entries[0]?.key.span : root?.span);
  const onFirstLine = at && { start: at.start, end: Math.min(at.end, lineEnd(text, at.start)) };
  const parts = new FactParts({ start: 0, end: text.length }, onFirstLine ?? { start: 0, end: 0 });
  if (isMapping(root)) flatten(root, '', DEEPEST, fields, parts);
  const strange = isMapping(root)
    ? root.entries.find(({ key }) => key.as !== 'text' && key.as !== 'binary')
    : undefined;
  const notes = isMapping(root) && file.path.includes('.onex.') ? Array.from(checkAgainst(validate, root)) : [];
  const fact: MetadataFact = {
    kind: 'artifact-metadata',
    name: textIn(named?.value) ?? '',
    file,
    shape: isMapping(root) && root.isSet !== true ? 'mapping' : 'other',
    fields,
    ...(isMapping(root) && isScaffold(root) ? { isScaffold: true as const } : {}),
    ...(strange === undefined ? {} : { strangeKey: strange.key.source }),
    ...(notes.length === 0 ? {} : { unpublished: notes.map(({ message }) => message) }),
    ...(isDamaged(tree) ? { partial: true } : {}),
  };
  out.fact(fact, parts);
  if (isMapping(root)) writeRoot(root, source, out);
  writeProblems(tree, METADATA_SYNTAX, out);
  for (const { span, message, path } of notes)
    out.problem({ code: `${PUBLISHED} ${path[0] ?? ''}`, span, message, damage: false });
}

/** Without quotes a word in braces is a mapping: `{NODE_NAME}`. */
function isScaffold(root: YamlMapping): boolean {
  return ['name', 'version', 'uuid'].some(field => {
    const value = entryOf(root, field)?.value;
    if (value?.type !== 'mapping') return /^\{+\s*\w+\s*\}+$/.test(textIn(value) ?? '');
    const [only, another] = value.entries;
    return (
      only !== undefined && another === undefined && only.value === undefined && /^[A-Z]\w*$/.test(only.key.source)
    );
  });
}

/** The keys of the file alone, for adding one. */
function writeRoot(root: YamlMapping, { file }: Source, out: FactWriter): void {
  const { end } = root.span;
  const parts = new FactParts(root.span, { start: end, end });
  addEntries(parts, root.entries);
  out.fact({ kind: METADATA_ROOT, name: '', file }, parts);
}

function flatten(node: YamlNode, path: string, depth: number, fields: Field[], parts: FactParts): void {
  if (node.type === 'scalar') return;
  const inner =
    node.type === 'mapping'
      ? node.entries.map(({ key, value }) => ({ own: key.source, value, key: key.span }))
      : node.items.map((value, i) => ({ own: String(i), value, key: value.span }));
  for (const { own, value, key } of inner) {
    if (fields.length >= MOST_FIELDS) return;
    const name = path === '' ? own : `${path}.${own}`;
    fields.push({ name, value: plain(value) });
    parts.field(key, value?.span);
    if (value !== undefined && depth > 1) flatten(value, name, depth - 1, fields, parts);
  }
}

function plain(node: YamlNode | undefined): Value {
  if (node === undefined) return null;
  if (node.type === 'scalar') return node.value;
  return node.type === 'mapping' ? new Map() : [];
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

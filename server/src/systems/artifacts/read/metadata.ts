import { validate } from '../../../generated/artifact-metadata-validator';
import type { Field } from '../../../model/fields';
import { checkAgainst } from '../../../syntax/schema';
import type { YamlMapping, YamlNode } from '../../../syntax/yaml/tree';
import type { Value } from '../../../model/value';
import type { FactWriter, Source } from '../../system';
import { METADATA_ROOT, type MetadataFact } from '../facts';
import { isDamaged, isMapping, spansOf, textIn, writeProblems } from './yaml';

/** The code of what breaks the published schema, which no loader enforces. */
export const PUBLISHED = 'artifact/published-schema';
export const METADATA_SYNTAX = 'artifact/invalid-metadata';

/** So many fields of a file are looked at; real files have fifty. */
const MOST_FIELDS = 500;
const DEEPEST = 3;

/** Reads what may be a metadata file. Whether it is one, a registry or its own place says (formats 3.2). */
export function readMetadata(source: Source, out: FactWriter): void {
  const { file, text } = source;
  const tree = source.yaml();
  const { root } = tree;
  const fields: Field[] = [];
  const named = isMapping(root) ? root.entries.findLast(({ key }) => key.source === 'name') : undefined;
  const at = named?.value?.span ?? (isMapping(root) ? root.entries[0]?.key.span : root?.span);
  const spans = [0, text.length, at?.start ?? 0, at === undefined ? 0 : Math.min(at.end, lineEnd(text, at.start))];
  if (isMapping(root)) flatten(root, '', DEEPEST, fields, spans);
  const fact: MetadataFact = {
    kind: 'artifact-metadata',
    name: textIn(named?.value) ?? '',
    file,
    shape: isMapping(root) ? 'mapping' : 'other',
    fields,
    ...(isDamaged(tree) ? { partial: true } : {}),
  };
  out.fact(fact, spans);
  if (isMapping(root)) writeRoot(root, source, out);
  writeProblems(tree, METADATA_SYNTAX, out);
  if (isMapping(root) && file.path.includes('.onex.')) writePublished(root, out);
}

/** The keys of the file alone, for adding one. */
function writeRoot(root: YamlMapping, { file }: Source, out: FactWriter): void {
  const { start, end } = root.span;
  const spans = root.entries.flatMap(({ key, value }) => spansOf(key, value));
  out.fact({ kind: METADATA_ROOT, name: '', file }, [start, end, end, end, ...spans]);
}

function flatten(node: YamlNode, path: string, depth: number, fields: Field[], spans: number[]): void {
  if (node.type === 'scalar') return;
  const steps =
    node.type === 'mapping'
      ? node.entries.map(({ key, value }) => ({ step: key.source, value, at: spansOf(key, value) }))
      : node.items.map((value, i) => {
          const { start, end } = value.span;
          return { step: String(i), value, at: [start, end, start, end] };
        });
  for (const { step, value, at } of steps) {
    if (fields.length >= MOST_FIELDS) return;
    const name = path === '' ? step : `${path}.${step}`;
    fields.push({ name, value: plain(value) });
    spans.push(...at);
    if (value !== undefined && depth > 1) flatten(value, name, depth - 1, fields, spans);
  }
}

function plain(node: YamlNode | undefined): Value {
  if (node === undefined) return null;
  if (node.type === 'scalar') return node.value;
  return node.type === 'mapping' ? new Map() : [];
}

function writePublished(root: YamlNode, out: FactWriter): void {
  for (const { span, message, path } of checkAgainst(validate, root))
    out.problem({ code: `${PUBLISHED} ${path[0] ?? ''}`, span, message, damage: false });
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

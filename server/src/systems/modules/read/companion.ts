import { FactParts, NO_PARTS } from '../../../model/fact-parts';
import { fileName } from '../../../base/paths';
import { firstLine, type Span } from '../../../base/text';
import { validate } from '../../../generated/module-meta-validator';
import type { SourceFile } from '../../../model/fact';
import type { Field } from '../../../model/fields';
import type { Value } from '../../../model/value';
import { checkAgainst, type SchemaProblem } from '../../../syntax/schema';
import { entryOf, yamlValue, type YamlMapping, type YamlNode, type YamlTree } from '../../../syntax/yaml/tree';
import type { FactWriter, Source } from '../../system';
import type { CompanionFact, DependencyFact, PartFact } from '../facts';
import { extensionsFolder, stemOfCompanion } from '../layout';
import { addEntry, mappingOf, textUnder, valueUnder } from './yaml-fields';

/** Reads a companion (formats 2.5): its fields, its dependencies one by one, and what is wrong with it. */
export function readCompanion(source: Source, out: FactWriter): void {
  const { file, text } = source;
  const tree = source.yaml();
  writeProblems(tree, out);
  const root = tree.root;
  if (root?.type === 'mapping') writeSign(root, file, out);
  const parts = new FactParts({ start: 0, end: text.length }, firstLine(text));
  const fields = root?.type === 'mapping' ? fieldsOf(root, parts) : [];
  const aborts = abortOf(tree);
  const fact: CompanionFact = {
    kind: 'companion',
    name: fileName(stemOfCompanion(file.path)),
    file,
    fields,
    ...(aborts === undefined ? {} : { aborts }),
  };
  out.fact(fact, parts);
  if (root?.type !== 'mapping') return;
  writeParts(root, file, out);
  writeDependencies(root, file, out);
  for (const problem of checkAgainst(validate, root)) writeSchemaProblem(problem, out);
}

/** Where the run time aborts (formats 2.5), the rule says so. */
export const ABORTING = 'module/metadata-schema aborts';

function writeSchemaProblem({ path, node, span, message }: SchemaProblem, out: FactWriter): void {
  const [field, , key] = path;
  // Crashes have a rule of their own.
  if (
    field === 'dependencies' &&
    (path.length === 1 || key === 'version' || (node.type !== 'mapping' && key === undefined))
  )
    return;
  const isTitle = field === 'examples' && path.length === 2 && message.startsWith("'title' is missing");
  out.problem({ code: isTitle ? ABORTING : 'module/metadata-schema', span, message, damage: false });
}

function writeProblems(tree: YamlTree, out: FactWriter): void {
  for (const { kind, span, message } of tree.problems)
    if (kind !== 'duplicate-key')
      out.problem({ code: 'module/metadata-syntax', span, message, damage: kind !== 'refused' });
}

function abortOf({ root, problems }: YamlTree): CompanionFact['aborts'] {
  if (problems.some(({ kind }) => kind !== 'duplicate-key' && kind !== 'limit')) return 'syntax';
  const isEmpty = root === undefined || (root.type === 'scalar' && root.as === 'null');
  return isEmpty || root.type === 'mapping' ? undefined : 'shape';
}

/** Mappings whose keys are merged or read one by one, and the key that each stands under. */
const PARTS: readonly (readonly [name: string, inside: string | undefined])[] = [
  ['annotations', undefined],
  ['metadata', undefined],
  ['x-deprecation', 'metadata'],
];

function writeParts(root: YamlMapping, file: SourceFile, out: FactWriter): void {
  for (const [name, inside] of PARTS) {
    const parent = inside === undefined ? root : mappingOf(valueUnder(root, inside));
    const entry = parent && entryOf(parent, name);
    if (entry?.value?.type !== 'mapping') continue;
    const parts = new FactParts(entry.span, entry.key.span);
    const fact: PartFact = { kind: 'companion-part', name, file, fields: fieldsOf(entry.value, parts) };
    out.fact(fact, parts);
  }
}

/** The fields of a mapping, each of which is placed among the parts of the fact that they are of. */
function fieldsOf(mapping: YamlMapping, parts: FactParts): Field[] {
  const entries = mapping.entries.filter(
    entry => entry.merged === undefined || entryOf(mapping, entry.key.source) === entry,
  );
  for (const entry of entries) addEntry(parts, entry, entry.key.span);
  return entries.map(entry => ({ name: entry.key.source, value: yamlValue(entry.value) }));
}

/** A companion confirms its `extensions` folder if only modules have such fields. */
function writeSign(root: YamlMapping, file: SourceFile, out: FactWriter): void {
  const folder = extensionsFolder(file.path);
  if (folder === undefined || !looksLikeCompanion(root.entries.map(({ key }) => key.source))) return;
  out.fact({ kind: 'module-sign', name: folder, file }, NO_PARTS);
}

/** Whether fields of these names make a file that is called like a companion one; others have names and versions, too. */
export function looksLikeCompanion(names: readonly string[]): boolean {
  const has = (name: string) => names.includes(name);
  return (
    ['entry_point', 'dependencies', 'annotations'].some(has) || (has('description') && (has('version') || has('tags')))
  );
}

function writeDependencies(root: YamlMapping, file: SourceFile, out: FactWriter): void {
  const list = valueUnder(root, 'dependencies');
  if (list === undefined || (list.type === 'scalar' && (list.as === 'null' || list.as === 'unknown'))) return;
  const write = (fact: Omit<DependencyFact, 'kind' | 'file'>, parts: FactParts): void =>
    out.fact({ ...fact, kind: 'dependency', file }, parts);
  if (list.type === 'mapping') {
    for (const { key, value } of list.entries)
      write({ name: key.source, shape: 'key', optional: false, nth: 0, ...versionIn(value) }, new FactParts(list.span));
    return;
  }
  if (list.type === 'scalar') {
    write({ name: String(list.value), shape: 'text', optional: false, nth: 0 }, new FactParts(list.span));
    return;
  }
  const counts = new Map<string, number>();
  for (const item of list.items) {
    if (item.type !== 'mapping') {
      const text = item.type === 'scalar' && typeof item.value === 'string' ? item.value : undefined;
      const shape = text === undefined ? 'other' : 'text';
      write({ name: text ?? '', shape, optional: false, nth: 0 }, new FactParts(item.span));
      continue;
    }
    const name = textUnder(item, 'module_id') ?? '';
    const nth = counts.get(name) ?? 0;
    counts.set(name, nth + 1);
    const optional = valueUnder(item, 'optional');
    const isOptional = optional?.type === 'scalar' && optional.value !== false && optional.value !== null;
    const otherwise: Span = item.entries[0]?.key.span ?? item.span;
    const id = entryOf(item, 'module_id');
    const parts = new FactParts(item.span, id === undefined ? otherwise : (id.value ?? id.key).span);
    for (const key of ['module_id', 'version', 'optional']) addEntry(parts, entryOf(item, key), otherwise);
    write({ name, shape: 'mapping', optional: isOptional, nth, ...versionIn(valueUnder(item, 'version')) }, parts);
  }
}

/** Numbers stay numbers: as a constraint they crash the discovery. */
function versionIn(node: YamlNode | undefined): { version?: Value; unquoted?: string } {
  if (node === undefined || (node.type === 'scalar' && node.as === 'null')) return {};
  const version = yamlValue(node);
  if (typeof version === 'string' || node.type !== 'scalar' || node.as === 'unknown') return { version };
  return { version, unquoted: node.source };
}

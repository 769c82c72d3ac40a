import { FactParts, NO_PARTS } from '../../../model/fact-parts';
import { fileName } from '../../../base/paths';
import { firstLine, type Span } from '../../../base/text';
import { validate } from '../../../generated/module-meta-validator';
import type { SourceFile } from '../../../model/fact';
import type { Field } from '../../../model/fields';
import { checkAgainst, type SchemaProblem } from '../../../syntax/schema';
import { entryOf, yamlValue, type YamlMapping, type YamlNode, type YamlTree } from '../../../syntax/yaml/tree';
import type { FactWriter, Source } from '../../system';
import { CONFIG_INVALID, type CompanionFact, type LoadCrash, type PartFact } from '../facts';
import { extensionsFolder, stemOfCompanion } from '../layout';
import { writeDependencies } from './dependencies';
import { mergeCrashOf, type PlacedCrash } from './merge-crash';
import { isTruthy, pythonText, pythonType, splitError } from './python-values';
import { addEntry, mappingOf, valueUnder } from './yaml-fields';

/** Reads a companion (formats 2.5): its fields, its dependencies one by one, and what is wrong with it. */
export function readCompanion(source: Source, out: FactWriter): void {
  const { file, text } = source;
  const tree = source.yaml();
  writeProblems(tree, out);
  const root = tree.root;
  if (root?.type === 'mapping') writeSign(root, file, out);
  const parts = new FactParts({ start: 0, end: text.length }, firstLine(text));
  const fields = root?.type === 'mapping' ? fieldsOf(root, parts) : [];
  const isHalfTyped = source.isUnsaved && root?.type === 'scalar' && pythonType(root) === 'str';
  if (isHalfTyped) out.problem({ code: HALF_TYPED, span: root.span, message: 'half-typed', damage: true });
  const loadCrash = isHalfTyped ? undefined : loadCrashOf(tree, file.path);
  const crash = root?.type === 'mapping' ? mergeCrashOf(root) : undefined;
  const fact: CompanionFact = {
    kind: 'companion',
    name: fileName(stemOfCompanion(file.path)),
    file,
    fields,
    ...(loadCrash === undefined ? {} : { loadCrash }),
    ...(isHalfTyped ? { partial: true } : {}),
    ...(root?.type === 'mapping' ? usesOf(root) : {}),
    ...(crash === undefined ? {} : { mergeCrash: crash.crash }),
  };
  out.fact(fact, parts);
  if (root?.type !== 'mapping') return;
  writeParts(root, file, out);
  writeDependencies(root, file, out);
  if (crash !== undefined) out.problem({ code: ABORTING, span: crash.span, message: crash.words, damage: false });
  for (const problem of checkAgainst(validate, root)) writeSchemaProblem(problem, crash, out);
}

/** A word alone, which is the first field as long as it has no colon: nobody means it, so it is damage until the text is saved. */
const HALF_TYPED = 'module/half-typed';

/** What discovery makes of the values of a companion, whatever they are (formats 2.5). */
function usesOf(root: YamlMapping): Partial<CompanionFact> {
  const version = valueUnder(root, 'version');
  const entry = entryOf(root, 'entry_point');
  return {
    ...(isTruthy(version) ? { version: pythonText(version) } : {}),
    ...(entry === undefined ? {} : { entryPoint: entryPointOf(entry.value) }),
  };
}

/** Only the text after the last colon is used. */
function entryPointOf(node: YamlNode | undefined): Exclude<CompanionFact['entryPoint'], undefined> {
  if (pythonType(node) !== 'str') return { crash: splitError(node) };
  const text = pythonText(node);
  return { className: text.slice(text.lastIndexOf(':') + 1) };
}

/** Where the run time aborts (formats 2.5), the rule says so. */
export const ABORTING = 'module/metadata-schema aborts';

/** Crashes have rules, or a code, of their own. */
function writeSchemaProblem(
  { path, node, span, message }: SchemaProblem,
  crash: PlacedCrash | undefined,
  out: FactWriter,
): void {
  const [field, , key] = path;
  if (crash !== undefined && isWithin(span, crash.span)) return;
  if (
    field === 'dependencies' &&
    (path.length === 1 || key === 'version' || (node.type !== 'mapping' && key === undefined))
  )
    return;
  out.problem({ code: 'module/metadata-schema', span, message, damage: false });
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function writeProblems(tree: YamlTree, out: FactWriter): void {
  for (const { kind, span, message } of tree.problems)
    if (kind !== 'duplicate-key')
      out.problem({ code: 'module/metadata-syntax', span, message, damage: kind !== 'refused' });
}

function loadCrashOf({ root, problems }: YamlTree, path: string): LoadCrash | undefined {
  const because = 'text';
  const refusals = problems.filter(({ kind }) => kind !== 'duplicate-key' && kind !== 'limit');
  const [first] = refusals;
  if (first?.exception !== undefined) return { because, exception: first.exception, message: first.message };
  if (first !== undefined)
    return { because, exception: CONFIG_INVALID, message: `Invalid YAML in metadata file: ${path}` };
  if (root?.type === 'mapping' ? root.isSet !== true : pythonType(root) === 'NoneType') return undefined;
  const message = `Metadata file must be a YAML mapping: ${path}`;
  return { because: 'shape', exception: CONFIG_INVALID, message };
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

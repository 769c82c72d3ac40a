import { FactParts } from '../../../model/fact-parts';
import { fileName } from '../../../base/paths';
import { forEachYielding, type Task } from '../../../base/cooperative-task';
import { nearest } from '../../../base/similarity';
import { truncateName } from '../../../base/message-text';
import type { Field } from '../../../model/fields';
import {
  entryOf,
  yamlValue,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
  type YamlTree,
} from '../../../syntax/yaml/tree';
import type { FactWriter, Source } from '../../system';
import type {
  ArtifactEntry,
  ItemFact,
  ListFact,
  RegistryFailure,
  RegistryHeader,
  SummaryFact,
  UnusableField,
} from '../facts';
import { ARTIFACT_TYPES, ENTRY_FIELDS, isArtifactType, type ArtifactType } from '../vocabulary';
import { normalVersion } from '../versions';
import { isDict, isTrue, loadFailures } from './whole-load';
import { addEntries, child, isDamaged, isMapping, textIn, writeProblems } from './yaml';

/** The code of the rule for a registry file that the loader refuses. */
export const REGISTRY_INVALID = 'artifact/registry-invalid';
/** Reported under the same code, with less weight: the rest of the registry is loaded. */
export const UNKNOWN_TYPE = 'artifact/unknown-type';

/** Reads `registry.yaml`, `team_registry.yaml`, or a split file such as `adapters.yaml`; others of these names are left alone (formats 3.1). */
export function* readRegistry(source: Source, out: FactWriter): Task {
  const { file } = source;
  const tree = source.yaml();
  yield;
  const { root } = tree;
  // Damage can hide what a text is from its tree; its words still say it.
  const isSure = isDamaged(tree) && speaksOfRegistry(source.text);
  if (!isDict(root) || (!isSure && !isRegistry(root, isPlacedAsRegistry(file.path)))) {
    if (isSure) writeProblems(tree, 'registry/syntax-error', out);
    else if (!isDict(root) || isDamaged(tree)) writeBroken(source, root, out);
    return;
  }
  const writer = new RegistryWriter(source, root, whatFails(tree, root), out);
  writer.header();
  writeProblems(tree, 'registry/syntax-error', out);
  writeDuplicates(tree, out);
  writeStructure(root, out);
  yield;
  for (const type of ARTIFACT_TYPES) {
    const list = entryOf(root, type);
    if (list !== undefined) yield* writer.list(type, list);
  }
  writer.summary();
}

/** The place that the file of a registry has in the published projects. */
export function isPlacedAsRegistry(path: string): boolean {
  return /(^|\/)registry\/registry\.ya?ml$/.test(path);
}

function speaksOfRegistry(text: string): boolean {
  const has = (key: string): boolean => new RegExp(`^[ -]*${key}[ ]*:`, 'm').test(text);
  return has('registry_schema_version') || has('artifact_summary') || (has('versions') && has('metadata_file'));
}

/** Names like these are used by others too, so the content has to say it. */
function isRegistry(root: YamlMapping, isPlaced: boolean): boolean {
  const keys = root.entries.map(({ key }) => key.source);
  if (keys.includes('registry_schema_version') || keys.includes('artifact_summary')) return true;
  const lists = root.entries.filter(({ key }) => isArtifactType(key.source));
  if (lists.some(({ value }) => value?.type === 'sequence' && value.items.some(isItem))) return true;
  return isPlaced && (lists.length > 1 || keys.includes('registry_version'));
}

function isItem(node: YamlNode): boolean {
  return child(node, 'versions')?.type === 'sequence';
}

/** A version that is no text is empty. */
function versionsIn(items: readonly YamlNode[]): string[] {
  const nodes = items.flatMap(item => {
    const versions = child(item, 'versions');
    return versions?.type === 'sequence' ? versions.items : [];
  });
  return [...new Set(nodes.map(node => normalVersion(textIn(child(node, 'version')) ?? '')))].sort();
}

function writeBroken({ file, text }: Source, root: YamlNode | undefined, out: FactWriter): void {
  const header: RegistryHeader = { kind: 'artifact-registry', name: '', file, form: 'broken', precedence: 0 };
  const at = root?.span ?? { start: 0, end: 0 };
  const beginning = { start: at.start, end: Math.min(at.end, at.start + 1) };
  out.fact(header, new FactParts({ start: 0, end: text.length }, beginning));
}

/** What keeps the whole file from being loaded; what is wrong with single entries is for their own rules. */
function writeStructure(root: YamlMapping, out: FactWriter): void {
  for (const { span, message } of loadFailures(root))
    out.problem({ code: REGISTRY_INVALID, span, message, damage: false });
  for (const { key, value } of root.entries) {
    if (isArtifactType(key.source) || value?.type !== 'sequence' || !value.items.some(isItem)) continue;
    const meant = nearest(key.source, ARTIFACT_TYPES);
    const message = `'${truncateName(key.source)}' is no type of artifact, so what is in it is passed over`;
    const asked = meant === undefined ? message : `${message}. Did you mean '${meant}'?`;
    out.problem({ code: UNKNOWN_TYPE, span: key.span, message: asked, damage: false });
  }
}

const NOTHING_USABLE = ENTRY_FIELDS.map(name => ({ name, why: 'missing' }) as const);

/** What is the same for all facts of a registry. */
interface Whole {
  readonly partial?: true;
  readonly registryFails?: RegistryFailure;
}

/** What becomes of the registry as a whole: of a damaged one everything is half-typed. */
function whatFails(tree: YamlTree, root: YamlMapping): Whole {
  const fails = (status: 'invalid' | 'cannot tell', reason: string): Whole => ({ registryFails: { status, reason } });
  const kinds = new Set(tree.problems.map(({ kind }) => kind));
  if (kinds.has('syntax') || kinds.has('merge-marker')) return { partial: true, ...fails('invalid', NOT_YAML) };
  if (kinds.has('refused')) return fails('invalid', NOT_YAML);
  if (kinds.has('limit'))
    return { partial: true, ...fails('cannot tell', 'The registry is too large to be read here') };
  const [first] = loadFailures(root);
  if (first !== undefined) return fails('invalid', `Registry loading failed: ${first.message.replace(/: [^:]*$/, '')}`);
  return root.entries.length === 0 ? fails('invalid', 'The registry is empty') : {};
}

const NOT_YAML = 'Registry file is not valid YAML';

/** A key that is given twice is loaded once; the earlier value is lost without a word. */
function writeDuplicates(tree: YamlTree, out: FactWriter): void {
  for (const { kind, span, message } of tree.problems)
    if (kind === 'duplicate-key') out.problem({ code: 'registry/duplicate-key', span, message, damage: false });
}

/** What the loader does not take of the fields that it needs (`_load_single_artifact`). */
function unusableFields(version: YamlMapping): UnusableField[] {
  return ENTRY_FIELDS.flatMap((name): UnusableField[] => {
    const value = entryOf(version, name)?.value;
    if (!isTrue(value)) return [{ name, why: 'missing' }];
    return textIn(value) === undefined ? [{ name, why: 'mistyped' }] : [];
  });
}

class RegistryWriter {
  private readonly source: Source;
  private readonly root: YamlMapping;
  private readonly whole: Whole;
  private readonly partial: { readonly partial?: true };
  private readonly out: FactWriter;
  private readonly counts: SummaryFact['counts'][number][] = [];

  constructor(source: Source, root: YamlMapping, whole: Whole, out: FactWriter) {
    this.source = source;
    this.root = root;
    this.whole = whole;
    this.partial = whole.partial === undefined ? {} : { partial: whole.partial };
    this.out = out;
  }

  header(): void {
    const { file, text } = this.source;
    const isSplit = !/registry\.ya?ml$/.test(fileName(file.path));
    const score = ['precedence_score', 'precedence', 'weight'].map(key => child(this.root, key));
    const precedence = score.find(node => node?.type === 'scalar' && typeof node.value === 'number');
    const header: RegistryHeader = {
      kind: 'artifact-registry',
      name: textIn(child(this.root, 'namespace')) ?? '',
      file,
      form: isSplit ? 'split' : 'registry',
      precedence: precedence?.type === 'scalar' ? Number(precedence.value) : 0,
    };
    const { end } = this.root.span;
    const parts = new FactParts({ start: 0, end: text.length }, { start: end, end });
    addEntries(parts, this.root.entries);
    this.out.fact(header, parts);
  }

  *list(type: ArtifactType, { key, value, span }: YamlEntry): Task {
    const items = value?.type === 'sequence' ? value.items : [];
    const list: ListFact = {
      kind: 'artifact-list',
      name: type,
      file: this.source.file,
      versions: versionsIn(items),
      ...this.partial,
    };
    this.out.fact(list, new FactParts(span, key.span).field(key.span, value?.span));
    let versions = 0;
    yield* forEachYielding(items, item => (versions += this.item(type, item)));
    this.counts.push({ type, items: items.length, versions });
  }

  /** Gives the number of versions. */
  private item(type: ArtifactType, item: YamlNode): number {
    const named = isMapping(item) ? entryOf(item, 'name') : undefined;
    const name = textIn(named?.value) ?? '';
    const versioned = isMapping(item) ? entryOf(item, 'versions') : undefined;
    const versions = versioned?.value?.type === 'sequence' ? versioned.value.items : [];
    const at = named?.value?.span ?? (isMapping(item) ? item.entries[0]?.key.span : undefined) ?? item.span;
    const { file } = this.source;
    const fact: ItemFact = { kind: 'artifact-item', name, file, type, versions: versions.length, ...this.partial };
    const parts = new FactParts(item.span, at);
    if (versioned !== undefined) addEntries(parts, [versioned]);
    this.out.fact(fact, parts);
    const namespace = textIn(child(item, 'namespace')) ?? '';
    if (named !== undefined && name !== '')
      for (const version of versions)
        this.version({ type, name, namespace, named, lone: versions.length === 1 }, version);
    return versions.length;
  }

  private version(
    {
      type,
      name,
      namespace,
      named,
      lone,
    }: { type: ArtifactType; name: string; namespace: string; named: YamlEntry; lone: boolean },
    node: YamlNode,
  ): void {
    const fields: Field[] = [{ name: 'name', value: name }];
    const entries = isMapping(node) ? node.entries : [];
    for (const { key, value } of entries) fields.push({ name: key.source, value: yamlValue(value) });
    const parts = new FactParts(node.span, child(node, 'version')?.span ?? entries[0]?.key.span);
    addEntries(parts, [named, ...entries]);
    const entry: ArtifactEntry = {
      kind: 'artifact',
      name,
      file: this.source.file,
      type,
      namespace,
      shape: isMapping(node) ? 'mapping' : 'other',
      lone,
      fields,
      unusable: isMapping(node) ? unusableFields(node) : NOTHING_USABLE,
      ...this.whole,
    };
    this.out.fact(entry, parts);
  }

  summary(): void {
    const summary = entryOf(this.root, 'artifact_summary');
    if (summary?.value?.type !== 'mapping') return;
    const { entries } = summary.value;
    const fact: SummaryFact = {
      kind: 'artifact-summary',
      name: '',
      file: this.source.file,
      fields: entries.map(({ key, value }) => ({ name: key.source, value: yamlValue(value) })),
      counts: this.counts,
      ...this.partial,
    };
    const { key, span } = summary;
    const parts = new FactParts(span, key.span);
    addEntries(parts, entries);
    this.out.fact(fact, parts);
  }
}

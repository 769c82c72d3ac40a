import { fileName } from '../../../base/paths';
import { groupOf, type Span } from '../../../base/text';
import { compareStrings } from '../../../base/collections';
import type { Context } from '../../../model/explanation';
import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { stringsOf } from '../../../model/value';
import type { YamlMapping, YamlNode } from '../../../syntax/yaml/tree';
import type { Completion, CompletionItem, Source } from '../../system';
import { inheritedAttribute, moduleClassesOf } from '../components/classes';
import type { ModulePlace } from '../define/places';
import { completeCode } from './complete-code';
import { fieldsIn } from './describe';
import { isCompanion } from '../facts';
import { modulesKey } from '../keys';
import { discoveryRunOf, type DiscoveredModule } from '../resolve/discovery';
import { filesOfCompanion, moduleOf, modulesWithId, placeOfCompanion, versionOf } from '../resolve/module';
import { isCompanionPath, languageOf, withoutEnding } from '../layout';

/**
 * What may be typed at `offset`: in a companion, keys that are absent, ids of modules, versions, entry points, tags; in Python code, ids of
 * modules and the inputs that one takes.
 */
export function complete(source: Source, offset: number, _: Context, lookup: Lookup): Completion | undefined {
  const { path } = source.file;
  if (path.endsWith('.py')) return completeCode(source, offset, lookup);
  const placed = isCompanionPath(path) ? placeOfCompanion(path, lookup) : undefined;
  if (placed === undefined) return undefined;
  const site = siteAt(source.yaml().root, source.text, offset);
  const items = site && (site.at === 'key' ? keys(site) : values(site, source, placed, lookup));
  return site === undefined || items === undefined ? undefined : { replace: site.replace, items };
}

interface Site {
  readonly at: 'key' | 'value';
  /** The keys that lead to the mapping, or to the value; items of lists are not among them. */
  readonly keys: readonly string[];
  readonly present: readonly string[];
  readonly replace: Span;
}

/** Where in a YAML text an offset stands. A line with nothing but a word, or nothing at all, begins a key. */
function siteAt(root: YamlNode | undefined, text: string, offset: number): Site | undefined {
  const start = lineStart(text, offset);
  const line = text.slice(start, offset);
  const word = /^(\s*(?:- +)*)([\w.-]*)$/.exec(line);
  const value = /^(\s*(?:- +)*)([\w.-]+):(?=\s)\s*(?!\s)(["']?)([^"'#]*)$/.exec(line);
  if (value !== null) {
    const mapping = enclosing(root, offset, groupOf(value, 1).length, text);
    const from = start + value[0].length - groupOf(value, 4).length;
    const rest = text.slice(offset).search(/[\s"'#,\]}]|$/);
    return {
      at: 'value',
      keys: [...mapping.keys, groupOf(value, 2)],
      present: mapping.present,
      replace: { start: from, end: offset + rest },
    };
  }
  if (word === null) return undefined;
  const lead = groupOf(word, 1);
  const column = lead.length;
  const rest = text.slice(offset).search(/[^\w.-]|$/);
  const replace = { start: start + column, end: offset + rest };
  const mapping = enclosing(root, offset, column, text);
  // Items of a list of texts are values.
  if (lead.includes('-') && !['dependencies', 'examples'].includes(mapping.keys.at(-1) ?? ''))
    return { at: 'value', keys: mapping.keys, present: [], replace };
  return { at: 'key', keys: mapping.keys, present: mapping.present, replace };
}

/** Where the line of an offset begins. */
function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The mapping that a line with so much indentation belongs to: by the lines above, since a half-typed text has no tree. */
function enclosing(
  root: YamlNode | undefined,
  offset: number,
  column: number,
  text: string,
): { keys: string[]; present: string[] } {
  const keys: string[] = [];
  let limit = column;
  let end = lineStart(text, offset) - 1;
  while (end > 0 && limit > 0) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const match = /^(\s*(?:- +)*)([\w.-]+):/.exec(text.slice(start, end));
    end = start - 1;
    if (match === null) continue;
    const indent = groupOf(match, 1).length;
    const dash = groupOf(match, 1).indexOf('-');
    if (indent < limit) {
      keys.unshift(groupOf(match, 2));
      limit = dash >= 0 ? dash : indent;
    } else if (indent === limit && dash >= 0) limit = dash + 1;
  }
  return { keys, present: presentIn(root, offset, keys) };
}

function presentIn(root: YamlNode | undefined, offset: number, keys: readonly string[]): string[] {
  let node: YamlNode | undefined = root;
  for (const key of keys) {
    if (node?.type === 'sequence') node = nearestItem(node.items, offset);
    node = node?.type === 'mapping' ? node.entries.findLast(entry => entry.key.source === key)?.value : undefined;
  }
  if (node?.type === 'sequence') node = nearestItem(node.items, offset);
  return node?.type === 'mapping' ? (node satisfies YamlMapping).entries.map(entry => entry.key.source) : [];
}

function nearestItem(items: readonly YamlNode[], offset: number): YamlNode | undefined {
  return items.findLast(({ span }) => span.start <= offset);
}

function tableOf(keys: readonly string[]): string | undefined {
  if (keys.length === 0) return 'companion';
  const path = keys.join('.');
  if (path === 'metadata.x-deprecation') return 'x-deprecation';
  return { annotations: 'annotations', dependencies: 'dependency', examples: 'example' }[path];
}

function keys({ keys, present }: Site): CompletionItem[] | undefined {
  if (keys.join('.') === 'metadata')
    return [{ label: 'x-deprecation', kind: 'field', insert: 'x-deprecation:', rank: 0 }];
  const table = tableOf(keys);
  if (table === undefined) return undefined;
  return fieldsIn(table).flatMap(({ name, type, description }, rank): CompletionItem[] =>
    present.includes(name)
      ? []
      : [
          {
            label: name,
            kind: 'field',
            detail: type,
            documentation: description,
            ...(table === 'companion' && name === 'dependencies' ? FIRST_DEPENDENCY : { insert: `${name}: ` }),
            ...(hasValues(table, name, type) ? { suggestsNext: true } : {}),
            rank,
          },
        ],
  );
}

/** A dependency is a mapping in a list: the caret stands where the id of its module goes. */
const FIRST_DEPENDENCY = { insert: 'dependencies:\n  - module_id: $0', snippet: true, suggestsNext: true } as const;

/** Whether there is something to suggest for the value of a key. */
function hasValues(table: string, name: string, type: string): boolean {
  return type === 'true or false' || SUGGESTED.get(table)?.includes(name) === true;
}

const SUGGESTED: ReadonlyMap<string, readonly string[]> = new Map([
  ['companion', ['entry_point']],
  ['dependency', ['module_id', 'version']],
]);

function values({ keys }: Site, source: Source, placed: ModulePlace, lookup: Lookup): CompletionItem[] | undefined {
  const { path } = source.file;
  switch (keys.join('.')) {
    case 'dependencies.module_id':
      return modules(path, placed, lookup);
    case 'dependencies.version':
      return versions(source, placed, lookup);
    case 'entry_point':
      return entryPoints(path, lookup);
    case 'tags':
      return tags(placed, lookup);
  }
  const field = fieldsIn(tableOf(keys.slice(0, -1)) ?? '').find(({ name }) => name === keys.at(-1));
  const words = field?.type === 'true or false' ? ['true', 'false'] : (field?.words ?? []);
  return words.length === 0 ? undefined : words.map((label, rank) => ({ label, kind: 'value', rank }));
}

/** The language that the companion's own module is written in. */
function languageBeside(path: string, lookup: Lookup): ReturnType<typeof languageOf> {
  const [file] = filesOfCompanion(path, lookup);
  return file === undefined ? 'python' : languageOf(file);
}

function modules(path: string, { discovery }: ModulePlace, lookup: Lookup): CompletionItem[] {
  const language = languageBeside(path, lookup);
  const own = filesOfCompanion(path, lookup);
  if (language === undefined) return [];
  return discoveryRunOf(discovery, language, lookup)
    .modules.filter(({ module }) => !own.includes(module.fact.file.path))
    .map(({ module, outcome }) => ({
      label: module.id,
      kind: 'module',
      detail: `${module.fact.file.path}${FATES[outcome]}`,
      rank: outcome === 'registered' || outcome === 'cannot tell' ? 0 : 1,
    }));
}

/** What is said of a module that cannot be relied on to be there. */
const FATES: Readonly<Record<DiscoveredModule['outcome'], string>> = {
  registered: '',
  skipped: ', not registered',
  'not-loaded': ', not loaded',
  'cannot tell': ', cannot tell whether it is registered',
};

/** Constraints that the present version of the module fits, which the dependency on the same item names. */
function versions(source: Source, { discovery }: ModulePlace, lookup: Lookup): CompletionItem[] {
  const language = languageBeside(source.file.path, lookup);
  const items = new Map<string, CompletionItem>();
  for (const fact of source.file.facts.filter(each => each.kind === 'dependency' && each.name !== '')) {
    const module = modulesWithId(discovery, fact.name, lookup).find(({ placed }) => placed.language === language);
    const version = module && versionOf(module, lookup);
    if (version === undefined) continue;
    for (const [rank, label] of [`>=${version}`, `^${version}`, `~${version}`].entries())
      items.set(label, { label, kind: 'value', detail: `${fact.name} has ${version}`, insert: label, rank });
  }
  return [...items.values()];
}

function entryPoints(path: string, lookup: Lookup): CompletionItem[] {
  return filesOfCompanion(path, lookup).flatMap(file =>
    moduleClassesOf(file, lookup)
      .filter(({ name }) => !name.includes('.'))
      .map((fact): CompletionItem => ({
        label: `${fileName(withoutEnding(file))}:${fact.name}`,
        kind: 'class',
        rank: inheritedAttribute('execute', fact, lookup).status === 'found' ? 0 : 1,
      })),
  );
}

/** Tags of other companions of the discovery; asked for by key, so of those with modules. */
function tags({ discovery }: ModulePlace, lookup: Lookup): CompletionItem[] {
  const counts = new Map<string, number>();
  for (const fact of lookup.providers(modulesKey(discovery))) {
    const companion = moduleOf(fact, lookup)?.companion;
    for (const tag of stringsOf(companion && isCompanion(companion) ? fieldOf(companion, 'tags') : undefined))
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || compareStrings(a, b))
    .map(([label], rank) => ({ label, kind: 'value', rank }));
}

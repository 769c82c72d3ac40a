import { compareStrings } from '../../base/collections';
import { PACK_FIELDS, PROJECT_FIELDS } from '../../generated/project-fields';
import type { FieldDoc } from '../../model/field-doc';
import { SETTINGS_KEY, type Lookup } from '../../model/lookup';
import { isPolicyPack, type PolicyPack } from '../../model/policy';
import { settingsOf } from '../../model/settings';
import { itemAt, siteAt, type Site } from '../../syntax/yaml/site';
import type { Completion, CompletionItem, SchemaDocuments, KeyDescription, Source } from '../system';
import { isPackPath } from './read-pack';

/** What may be typed in the project file and in policy packs, and what their keys mean, as their schemas say it. */
export const schemaDocuments: SchemaDocuments = { complete, describe };

function complete(source: Source, offset: number, lookup: Lookup): Completion | undefined {
  const { root } = source.yaml();
  const site = siteAt(root, source.text, offset) ?? itemAt(root, source.text, offset);
  const items = site && (site.at === 'key' ? keysAt(site, source, lookup) : valuesAt(site, source, lookup));
  return site === undefined || items === undefined ? undefined : { replace: site.replace, items };
}

/** The keys of a mapping; of one whose keys may be anything, the environments that are known. */
function keysAt(site: Site, source: Source, lookup: Lookup): CompletionItem[] | undefined {
  const fields = fieldsOf(source, site.path);
  if (fields !== undefined) return keyItems(site, fields);
  if (!isInEnvironments(site)) return undefined;
  const typed = source.text.slice(site.replace.start, site.replace.end);
  const present = new Set([...site.mapping.entries.map(({ key }) => key.source), typed]);
  return valueItems(environments(lookup).filter(each => !present.has(each)));
}

function valuesAt(site: Site, source: Source, lookup: Lookup): CompletionItem[] | undefined {
  const at = [...site.path, site.key].join('.');
  if (!isPackPath(source.file.path)) {
    if (at === 'policies.packs') return valueItems(packPaths(lookup));
    if (at === 'policies.environment') return valueItems(environments(lookup));
  }
  const [path, key] = isInEnvironments(site) ? [site.path.slice(0, -1), 'environments'] : [site.path, site.key];
  const words = fieldsOf(source, path)?.find(({ name }) => name === key)?.words;
  return words && valueItems(words);
}

function isInEnvironments({ path }: Site): boolean {
  return path.at(-1) === 'environments';
}

/** The packs that are there, whether the project file names them or not. */
function packPaths(lookup: Lookup): string[] {
  return packs(lookup).map(({ file }) => file.path);
}

/** The environments that the project file or a pack names. */
function environments(lookup: Lookup): string[] {
  const named = packs(lookup).flatMap(pack =>
    [...pack.policies, ...pack.rules].flatMap(each => [...each.environments.keys()]),
  );
  const { environment } = settingsOf(lookup).policies;
  return [...new Set([...named, ...(environment === undefined ? [] : [environment])])].sort(compareStrings);
}

function packs(lookup: Lookup): PolicyPack[] {
  return lookup.providers(SETTINGS_KEY).filter(isPolicyPack);
}

function describe(source: Source, offset: number): KeyDescription | undefined {
  const found = fieldsAt(source, offset);
  if (found?.site.at !== 'key') return undefined;
  const { site, fields } = found;
  const field = fields.find(({ name }) => name === source.text.slice(site.replace.start, site.replace.end));
  if (field === undefined) return undefined;
  const { name, type, description, words, closed } = field;
  const allowed = closed && words.length <= MOST_WORDS ? [words.join(', ')] : [];
  return {
    span: site.replace,
    description: { title: name, lead: type, facts: allowed, text: description, rows: [], notes: [] },
  };
}

/** How many of the allowed words are shown; there are more rules than that. */
const MOST_WORDS = 8;

function fieldsAt(source: Source, offset: number): { site: Site; fields: readonly FieldDoc[] } | undefined {
  const site = siteAt(source.yaml().root, source.text, offset);
  if (site === undefined) return undefined;
  const fields = fieldsOf(source, site.path);
  return fields && { site, fields };
}

function fieldsOf({ file }: Source, path: readonly string[]): readonly FieldDoc[] | undefined {
  return (isPackPath(file.path) ? PACK_FIELDS : PROJECT_FIELDS).get(path.join('.'));
}

function keyItems({ mapping, replace }: Site, fields: readonly FieldDoc[]): CompletionItem[] {
  const present = new Set(mapping.entries.filter(({ key }) => key.content !== replace).map(({ key }) => key.source));
  return fields.flatMap(({ name, type, description }, rank) =>
    present.has(name) ? [] : [{ label: name, kind: 'field', detail: type, documentation: description, rank }],
  );
}

function valueItems(words: readonly string[]): CompletionItem[] {
  return words.map((label, rank) => ({ label, kind: 'value', rank }));
}

import { PACK_FIELDS, PROJECT_FIELDS } from '../../generated/project-fields';
import type { FieldDoc } from '../../model/field-doc';
import { siteAt, type Site } from '../../syntax/yaml/site';
import type { Completion, CompletionItem, Documents, KeyDescription, Source } from '../system';
import { isPackPath } from './read-pack';

/** What may be typed in the project file and in policy packs, and what their keys mean, as their schemas say it. */
export const documents: Documents = { complete, describe };

function complete(source: Source, offset: number): Completion | undefined {
  const found = fieldsAt(source, offset);
  if (found === undefined) return undefined;
  const { site, fields } = found;
  return { replace: site.replace, items: site.at === 'key' ? keyItems(site, fields) : valueItems(site, fields) };
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

/** So many words are shown; of rules there are more. */
const MOST_WORDS = 8;

function fieldsAt(source: Source, offset: number): { site: Site; fields: readonly FieldDoc[] } | undefined {
  const site = siteAt(source.yaml().root, source.text, offset);
  if (site === undefined) return undefined;
  const fields = (isPackPath(source.file.path) ? PACK_FIELDS : PROJECT_FIELDS).get(site.path.join('.'));
  return fields && { site, fields };
}

function keyItems({ mapping, replace }: Site, fields: readonly FieldDoc[]): CompletionItem[] {
  const present = new Set(mapping.entries.filter(({ key }) => key.content !== replace).map(({ key }) => key.source));
  return fields.flatMap(({ name, type, description }, rank) =>
    present.has(name) ? [] : [{ label: name, kind: 'field', detail: type, documentation: description, rank }],
  );
}

function valueItems({ key }: Site, fields: readonly FieldDoc[]): CompletionItem[] {
  const words = fields.find(({ name }) => name === key)?.words ?? [];
  return words.map((label, rank) => ({ label, kind: 'value', rank }));
}

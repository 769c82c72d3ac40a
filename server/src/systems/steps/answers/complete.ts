import type { ClassSuffix } from '../../../model/class-outline';
import type { Context } from '../../../model/explanation';
import type { Lookup } from '../../../model/lookup';
import type { Completion, CompletionItem, Source } from '../../system';
import { API_FUNCTIONS, API_TABLES, GIVEN } from '../read/registry-api';
import { effectiveRow } from '../define/core-rows';
import { coreNames } from '../define/definitions';
import { isStep, isWord, textOf, type ReferenceTo } from '../facts';
import { coreEntries } from '../define/core';
import { fieldSnippet, rowSnippet, USUAL_FIELDS, type Bare } from './entry-snippets';
import type { SourceFile } from '../../../model/fact';
import { classesInKey } from '../keys';
import { SHARED, workspaceDirectory } from '../layout';
import { mergedView } from '../resolve/resolve';
import { siteAt, type Site } from './completion-site';
import { fieldsOf, wordsOf } from './field-docs';
import { hyperparameterRows } from '../components/known-words';
import { workspacesOf } from '../define/workspaces';
import { completeWord } from './words-in-code';

/** What may be typed at `offset` of a Python file; undefined outside of registries and calls of the registry API. */
export function complete(source: Source, offset: number, context: Context, lookup: Lookup): Completion | undefined {
  if (!source.file.path.endsWith('.py')) return undefined;
  const site = siteAt(source.python('literals'), offset);
  if (site === undefined) return undefined;
  const items = itemsFor(site, source, context, lookup);
  return items === undefined ? undefined : { replace: site.replace, items };
}

function itemsFor(site: Site, source: Source, context: Context, lookup: Lookup): CompletionItem[] | undefined {
  switch (site.at) {
    case 'row name':
      return rowNames(site, source.file.path, lookup);
    case 'field name':
      return fieldNames(site, lookup);
    case 'field value':
      return fieldValues(site, source.file, lookup);
    case 'argument':
      return argumentNames(site, context, lookup);
    case 'subscript': {
      const name = site.table.slice(site.table.lastIndexOf('.') + 1);
      const to = name.endsWith(GIVEN) ? API_FUNCTIONS.get(name.slice(0, -GIVEN.length))?.gives : API_TABLES.get(name);
      return to === undefined ? undefined : namesOf(to, context, lookup);
    }
  }
}

/** Names of core steps that STEP_OVERRIDES lacks, with the row of core; of new steps, those that the workspace has a builder for. */
function rowNames(
  { table, present, bare }: Site & { at: 'row name' },
  path: string,
  lookup: Lookup,
): CompletionItem[] | undefined {
  if (table === 'LOCAL_STEPS' || table === 'WORKSPACE_STEPS') return stepsWithBuilder(present, bare, path, lookup);
  if (table !== 'STEP_OVERRIDES') return undefined;
  const core = new Map(coreEntries(lookup).map(entry => [entry.name, entry] as const));
  return coreNames(lookup)
    .filter(name => !present.has(name))
    .map(name => ({
      label: name,
      kind: 'entry',
      detail: 'core',
      rank: 0,
      ...(bare === undefined ? {} : { insert: rowSnippet(name, core.get(name), bare), snippet: true }),
    }));
}

function stepsWithBuilder(
  present: ReadonlySet<string>,
  bare: Bare | undefined,
  path: string,
  lookup: Lookup,
): CompletionItem[] | undefined {
  const items = new Map<string, CompletionItem>();
  const core = new Set(coreNames(lookup));
  for (const { name, file } of lookup.providers(classesInKey('StepBuilder', workspaceDirectory(path)))) {
    const label = name.slice(0, -'StepBuilder'.length);
    if (label === '' || present.has(label) || core.has(label)) continue;
    const row = bare === undefined ? {} : { insert: rowSnippet(label, undefined, bare), snippet: true };
    items.set(label, { label, kind: 'entry', detail: file.path, rank: 0, ...row });
  }
  return items.size === 0 ? undefined : [...items.values()];
}

/** The fields that a row lacks: first those that every row needs, then by how many rows of core have them. */
function fieldNames(
  { table, present, bare }: Site & { at: 'field name' },
  lookup: Lookup,
): CompletionItem[] | undefined {
  const fields = fieldsOf(table);
  if (fields === undefined) return undefined;
  const uses = table === 'WORKSPACE_METADATA' ? new Map<string, number>() : usesOfFields(lookup);
  const needed = (name: string): number => (USUAL_FIELDS.includes(name) ? 0 : 1);
  const sorted = fields.toSorted(
    (a, b) => needed(a.name) - needed(b.name) || (needed(a.name) && (uses.get(b.name) ?? 0) - (uses.get(a.name) ?? 0)),
  );
  return sorted.flatMap(({ name, type, description }, rank): CompletionItem[] => {
    if (present.has(name)) return [];
    const item = { label: name, kind: 'field', detail: type, documentation: description, rank } as const;
    if (bare === undefined) return [item];
    const hasMore = CLASS_FIELDS[name] !== undefined || (wordsOf(table, name, lookup)?.length ?? 0) > 0;
    const insert = fieldSnippet(name, type, bare);
    return [{ ...item, insert, snippet: true, ...(hasMore ? { suggestsNext: true } : {}) }];
  });
}

function usesOfFields(lookup: Lookup): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { fields } of coreEntries(lookup))
    for (const { name } of fields) uses.set(name, (uses.get(name) ?? 0) + 1);
  return uses;
}

const CLASS_FIELDS: Readonly<Record<string, ClassSuffix | undefined>> = {
  builder_step_name: 'StepBuilder',
  config_class: 'Config',
  class_name: 'Hyperparameters',
};

function fieldValues(
  { table, field }: Site & { at: 'field value' },
  file: SourceFile,
  lookup: Lookup,
): CompletionItem[] | undefined {
  if (fieldsOf(table) === undefined) return undefined;
  const suffix = CLASS_FIELDS[field];
  if (suffix !== undefined) return classItems(suffix, field, file, lookup);
  return wordsOf(table, field, lookup)?.map((word, rank) => ({ label: word, kind: 'value', rank }));
}

/**
 * Classes of the file's own workspace first, then shared and core ones; of each those before that no row of the file names yet. Those of
 * other workspaces are never found.
 */
function classItems(suffix: ClassSuffix, field: string, file: SourceFile, lookup: Lookup): CompletionItem[] {
  const items = new Map<string, CompletionItem>();
  const named = new Set(file.facts.filter(isStep).map(row => textOf(row, field)));
  for (const [order, place] of [...new Set([workspaceDirectory(file.path), SHARED, undefined])].entries())
    for (const { name, file: at } of lookup.providers(classesInKey(suffix, place)))
      if (!items.has(name))
        items.set(name, { label: name, kind: 'class', detail: at.path, rank: 2 * order + (named.has(name) ? 1 : 0) });
  return [...items.values()];
}

function argumentNames(
  { api, keyword, position }: Site & { at: 'argument' },
  context: Context,
  lookup: Lookup,
): CompletionItem[] | undefined {
  const argument = API_FUNCTIONS.get(api)?.takes.find(each =>
    keyword === undefined ? each.position === position : each.keyword === keyword,
  );
  return argument === undefined ? undefined : namesOf(argument.to, context, lookup);
}

/** The names of one kind that are visible in a context. */
function namesOf(to: ReferenceTo, context: Context, lookup: Lookup): CompletionItem[] {
  if (to === 'workspace') {
    const ids = new Set(workspacesOf(lookup).map(info => info.id));
    return [...ids].map(id => ({ label: id, kind: 'workspace', rank: 0 }));
  }
  if (to === 'hyperparameters')
    return hyperparameterRows(lookup).map(({ name }) => ({ label: name, kind: 'class', rank: 0 }));
  if (isWord(to)) return completeWord(to, lookup);
  const field = to === 'config' ? 'config_class' : to === 'spec type' ? 'spec_type' : undefined;
  const items = new Map<string, CompletionItem>();
  for (const { entry, scope, workspace, loaded } of mergedView(lookup, context.workspace).values()) {
    const label = field === undefined ? entry.name : textOf(effectiveRow(entry, lookup), field);
    if (label === undefined) continue;
    const owner = workspace ?? scope;
    const detail = loaded === null ? `${owner}, cannot tell whether it is loaded` : owner;
    items.set(label, { label, kind: 'entry', detail, rank: workspace === undefined ? 1 : 0 });
  }
  return [...items.values()];
}

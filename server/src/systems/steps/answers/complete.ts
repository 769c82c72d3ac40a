import type { ClassSuffix } from '../../../model/class-outline';
import type { Context } from '../../../model/explanation';
import type { Lookup } from '../../../model/lookup';
import type { Completion, CompletionItem, Source } from '../../system';
import { API_CALLS, API_TABLES } from '../read/registry-api';
import { effectiveRow } from '../define/core-rows';
import { coreNames } from '../define/definitions';
import { textOf, type ReferenceTo } from '../facts';
import { classesInKey } from '../keys';
import { SHARED, workspaceDirectory } from '../layout';
import { mergedView } from '../resolve/resolve';
import { siteAt, type Site } from './completion-site';
import { fieldsOf, wordsOf } from './field-docs';
import { workspacesOf } from '../define/workspaces';

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
      return rowNames(site, lookup);
    case 'field name':
      return fieldNames(site);
    case 'field value':
      return fieldValues(site, source.file.path, lookup);
    case 'argument':
      return argumentNames(site, context, lookup);
    case 'subscript': {
      const to = API_TABLES.get(site.table.slice(site.table.lastIndexOf('.') + 1));
      return to === undefined ? undefined : namesOf(to, context, lookup);
    }
  }
}

/** Names of core steps that STEP_OVERRIDES lacks. Rows of other tables get new names, so nothing is offered there. */
function rowNames({ table, present }: Site & { at: 'row name' }, lookup: Lookup): CompletionItem[] | undefined {
  if (table === 'LEGACY_ALIASES' || table !== 'STEP_OVERRIDES') return undefined;
  return coreNames(lookup)
    .filter(name => !present.has(name))
    .map(name => ({ label: name, kind: 'entry', detail: 'core', rank: 0 }));
}

function fieldNames({ table, present }: Site & { at: 'field name' }): CompletionItem[] | undefined {
  const fields = fieldsOf(table);
  return fields?.flatMap(({ name, type, description }, rank) =>
    present.has(name) ? [] : [{ label: name, kind: 'field', detail: type, documentation: description, rank }],
  );
}

const CLASS_FIELDS: Readonly<Record<string, ClassSuffix | undefined>> = {
  builder_step_name: 'StepBuilder',
  config_class: 'Config',
  class_name: 'Hyperparameters',
};

function fieldValues(
  { table, field }: Site & { at: 'field value' },
  path: string,
  lookup: Lookup,
): CompletionItem[] | undefined {
  if (fieldsOf(table) === undefined) return undefined;
  const suffix = CLASS_FIELDS[field];
  if (suffix !== undefined) return classItems(suffix, path, lookup);
  return wordsOf(table, field, lookup)?.map((word, rank) => ({ label: word, kind: 'value', rank }));
}

/** Classes of the file's own workspace first, then shared and core ones. Those of other workspaces are never found. */
function classItems(suffix: ClassSuffix, path: string, lookup: Lookup): CompletionItem[] {
  const items = new Map<string, CompletionItem>();
  for (const [rank, place] of [...new Set([workspaceDirectory(path), SHARED, undefined])].entries())
    for (const { name } of lookup.providers(classesInKey(suffix, place)))
      if (!items.has(name)) items.set(name, { label: name, kind: 'class', detail: place ?? 'core', rank });
  return [...items.values()];
}

function argumentNames(
  { api, keyword, position }: Site & { at: 'argument' },
  context: Context,
  lookup: Lookup,
): CompletionItem[] | undefined {
  const argument = API_CALLS.get(api)?.find(each =>
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
  const field = to === 'config' ? 'config_class' : to === 'spec type' ? 'spec_type' : undefined;
  const items = new Map<string, CompletionItem>();
  for (const { entry, scope, workspace } of mergedView(lookup, context.workspace).values()) {
    const label = field === undefined ? entry.name : textOf(effectiveRow(entry, lookup), field);
    if (label !== undefined)
      items.set(label, { label, kind: 'entry', detail: workspace ?? scope, rank: workspace === undefined ? 1 : 0 });
  }
  return [...items.values()];
}

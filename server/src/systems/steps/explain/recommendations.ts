import type { ComponentItem } from '../../../model/explanation';
import type { Lookup } from '../../../model/lookup';
import { coreNames } from '../define/definitions';
import { rowsIn } from '../define/core';
import { isReadTable, stepsTable } from '../define/steps-table';
import type { Table } from '../facts';
import { aliasKey } from '../keys';
import { stepNamedBy } from '../define/known-names';
import { closest } from '../naming';
import type { Resolution } from '../resolve/resolve';

/** What a person can do about the problems of a resolution, the most useful advice first. */
export function recommendationsOf(
  resolution: Resolution,
  components: readonly ComponentItem[],
  lookup: Lookup,
): string[] {
  if (resolution.definitions.length === 0) return aboutUnknownName(resolution, lookup);
  return [
    ...new Set([
      ...aboutNotLoaded(resolution, lookup),
      ...aboutConflicts(resolution),
      ...aboutComponents(components),
      ...resolution.notes,
    ]),
  ];
}

/** Advice on a name that no registry has: the step that it is an old name or variant of, or is most similar to. */
function aboutUnknownName({ name, effectiveContext: { info } }: Resolution, lookup: Lookup): string[] {
  const [alias] = lookup.providers(aliasKey(name));
  if (alias !== undefined) return [`'${name}' is an old name of '${alias.target}'; use that`];
  const variant = stepNamedBy(name, lookup);
  if (variant !== undefined)
    return [`'${name}' is '${variant.step}' for the job type '${variant.jobType ?? ''}'; ask for '${variant.step}'`];
  const own = info === undefined ? [] : rowsIn(info.header, lookup).map(step => step.name);
  const meant = closest(name, [...own, ...coreNames(lookup)]);
  return meant === undefined ? [] : [`did you mean '${meant}'?`];
}

function aboutNotLoaded({ definitions, effectiveContext: { workspace } }: Resolution, lookup: Lookup): string[] {
  return definitions.flatMap(({ entry, loaded, reason = '', replaced, workspace: owner }) => {
    if (loaded !== false || owner !== workspace) return [];
    if (!isReadTable(entry.table, lookup)) return [renameInWords(entry.table, lookup)];
    if (replaced) return [`remove all but one of the entries '${entry.name}': only the last counts`];
    return [`see to it that the entry in ${entry.file.path} is loaded: ${reason}`];
  });
}

function renameInWords(table: Table, lookup: Lookup): string {
  return stepsTable(lookup) === 'LOCAL_STEPS'
    ? `rename ${table} to LOCAL_STEPS: the registry manager reads no other name`
    : `rename ${table} to WORKSPACE_STEPS, or take workspace_variable out of the project file`;
}

function aboutConflicts({
  candidates,
  effectiveContext: { workspace, profile, mode },
  ambiguous,
}: Resolution): string[] {
  const scopes = new Set(candidates.filter(each => each.workspace === workspace).map(({ scope }) => scope));
  const owners = new Set(candidates.flatMap(each => each.workspace ?? []));
  const found: string[] = [];
  if (scopes.has('workspace') && scopes.has('override'))
    found.push('keep one of the local and the override: the functions of the registry disagree about which counts');
  else if (scopes.has('workspace') && candidates.some(({ scope }) => scope === 'core'))
    found.push(
      'move the local to STEP_OVERRIDES, if it is meant to replace the core step; otherwise give it a name of its own',
    );
  if (ambiguous && mode !== 'automatic')
    found.push('pick one, say a workspace, or give one of them a lower priority and use mode automatic');
  if (owners.size > 1 && profile !== 'isolated')
    found.push('give the step a name of its own in each workspace, or bring it to core');
  return found;
}

function aboutComponents(components: readonly ComponentItem[]): string[] {
  return components
    .filter(({ status }) => status === 'missing')
    .map(({ kind, name, tried }) => {
      const meant = tried.find(each => each.startsWith('did you mean'));
      return `add the ${kind} '${name}'${meant === undefined ? '' : `, or name another: ${meant}`}`;
    });
}

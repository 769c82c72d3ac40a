import { Part, type Place } from '../../model/fact';
import type { Span } from '../../base/text';
import type { Dependency } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { languageOf } from '../text/literal-style';
import { nameAt } from './name-at';

/** One end of a dependency, as a call hierarchy shows it. */
export interface HierarchyItem {
  /** The kind, by the name that its system has for it: `step`, … */
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  readonly span: Span;
  /** Within `span`. */
  readonly nameSpan: Span;
}

/** A dependency of an item: `item` is the one at the other end. */
export interface HierarchyCall {
  readonly item: HierarchyItem;
  /** The texts that state the dependency, in the file of the item that depends on the other. */
  readonly spans: readonly Span[];
}

/**
 * The definition at `offset` for which a hierarchy of dependencies can be shown, if there is one. Only YAML has it: in
 * Python files the editor's call hierarchy belongs to the Python extension.
 */
export function hierarchyAt(workspace: Workspace, path: string, offset: number): HierarchyItem | undefined {
  if (languageOf(path) !== 'yaml') return undefined;
  const found = nameAt(workspace, path, offset, {});
  if (found?.answers.dependencies === undefined || found.named.kind !== found.answers.kind) return undefined;
  const { answers, named, context } = found;
  const { lookup } = workspace;
  const isDefinition = lookup.providers(named.key).includes(named.place.fact);
  const places = [...(isDefinition ? [named.place] : []), ...answers.definitions(named, context, lookup)];
  // If several files define it, the item stands in the file that states its dependencies, since calls are shown there.
  const stated = answers.dependencies?.(named.name, lookup).flatMap(each => each.statedAt) ?? [];
  const home = places.find(place => stated.some(({ fact }) => fact.file === place.fact.file));
  return itemAt(workspace, answers.kind, named.name, home ?? places[0]);
}

/** The definitions that an item depends on, or those that depend on it. */
export function hierarchyCalls(
  workspace: Workspace,
  { kind, name, path }: Pick<HierarchyItem, 'kind' | 'name' | 'path'>,
  direction: 'dependencies' | 'dependants',
): readonly HierarchyCall[] {
  const answers = workspace.answers.find(each => each.kind === kind);
  const ends = answers?.[direction]?.(name, workspace.lookup) ?? [];
  return ends.flatMap(end => {
    const item = itemAt(workspace, kind, end.name, end.place);
    const home = direction === 'dependencies' ? path : item?.path;
    return item === undefined ? [] : [{ item, spans: statementSpansIn(workspace, end, home) }];
  });
}

function statementSpansIn(workspace: Workspace, { statedAt }: Dependency, path: string | undefined): Span[] {
  return statedAt.flatMap(place => (place.fact.file.path === path ? (workspace.span(place) ?? []) : []));
}

function itemAt(workspace: Workspace, kind: string, name: string, place: Place | undefined): HierarchyItem | undefined {
  const nameSpan = place && workspace.span(place);
  if (place === undefined || nameSpan === undefined) return undefined;
  const whole = workspace.span({ fact: place.fact, part: Part.whole });
  const span = whole !== undefined && whole.start <= nameSpan.start && nameSpan.end <= whole.end ? whole : nameSpan;
  return { kind, name, path: place.fact.file.path, span, nameSpan };
}

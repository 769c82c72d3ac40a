import { Part, type Place } from '../../model/fact';
import type { Span } from '../../base/text';
import type { Dependency } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { languageOf } from '../text/literal-style';
import { namedAt } from './name-at';

/** One end of a dependency, as a call hierarchy shows it. */
export interface HierarchyItem {
  /** Of the system: `step`, … */
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  readonly span: Span;
  /** Within `span`. */
  readonly nameSpan: Span;
}

export interface HierarchyCall {
  readonly item: HierarchyItem;
  /** The texts that say so: in the file of the one that depends. */
  readonly stated: readonly Span[];
}

/** The thing at `offset` that may depend on others. In YAML only: in Python, hierarchies belong to the Python extension. */
export function hierarchyAt(workspace: Workspace, path: string, offset: number): HierarchyItem | undefined {
  if (languageOf(path) !== 'yaml') return undefined;
  const found = namedAt(workspace, path, offset, {});
  if (found?.answers.dependencies === undefined || found.named.kind !== found.answers.kind) return undefined;
  const { answers, named, context } = found;
  const { lookup } = workspace;
  const isDefinition = lookup.providers(named.key).includes(named.place.fact);
  const places = [...(isDefinition ? [named.place] : []), ...answers.definitions(named, context, lookup)];
  // Of several files that define it, the one that says what it needs: that is where calls are shown.
  const stated = answers.dependencies?.(named.name, lookup).flatMap(each => each.stated) ?? [];
  const home = places.find(place => stated.some(({ fact }) => fact.file === place.fact.file));
  return itemAt(workspace, answers.kind, named.name, home ?? places[0]);
}

/** What a thing depends on, or what depends on it. */
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
    return item === undefined ? [] : [{ item, stated: statedIn(workspace, end, home) }];
  });
}

function statedIn(workspace: Workspace, { stated }: Dependency, path: string | undefined): Span[] {
  return stated.flatMap(place => (place.fact.file.path === path ? (workspace.span(place) ?? []) : []));
}

function itemAt(workspace: Workspace, kind: string, name: string, place: Place | undefined): HierarchyItem | undefined {
  const nameSpan = place && workspace.span(place);
  if (place === undefined || nameSpan === undefined) return undefined;
  const whole = workspace.span({ fact: place.fact, part: Part.whole });
  const span = whole !== undefined && whole.start <= nameSpan.start && nameSpan.end <= whole.end ? whole : nameSpan;
  return { kind, name, path: place.fact.file.path, span, nameSpan };
}

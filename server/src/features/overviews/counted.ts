import type { Checkpoint } from '../../base/cancellation';
import type { Span } from '../../base/text';
import type { Place } from '../../model/fact';
import { SEVERITIES, type PlacedFinding, type Severity } from '../../model/finding';
import type { Workspace } from '../../workspace';
import { conflicts, ownersOf, type Conflict, type Definition } from './conflicts';
import { allFindings, DEFINITION_FIGURES } from './dashboard';
import { conflictsOf, registriesOf, sharedOut, type OpenPart, type Registry } from './registries';

/** A number of the dashboard: what is counted, and of what. */
export interface Figure {
  readonly what:
    | 'registries'
    | 'workspaces'
    | 'names'
    | 'conflicts'
    | 'findings'
    | keyof typeof DEFINITION_FIGURES
    | Severity;
  /** Only of this registry; null for findings in files of no registry. If absent, of the whole repository. */
  readonly registry?: { readonly kind: string; readonly owner: string } | null;
  /** Only findings of this rule. */
  readonly rule?: string;
}

/** One of the things that a figure counts. */
export interface Counted {
  readonly text: string;
  readonly detail: string;
  /** Where it stands, if a text shows it. */
  readonly at: { readonly path: string; readonly span: Span } | undefined;
}

/** The things that a figure counts, as many as it says: findings by path and position, others in the order of `registriesOf`. */
export async function counted(figure: Figure, workspace: Workspace, checkpoint: Checkpoint): Promise<Counted[]> {
  const { what, registry: of } = figure;
  const all = registriesOf(workspace);
  const asked = all.filter(each => of === undefined || (each.kind === of?.kind && each.owner === of.owner));
  if (what === 'findings' || isSeverity(what)) {
    const findings = await allFindings(workspace, checkpoint);
    return findingsOf(figure, findings, asked, all, workspace).map(ofFinding);
  }
  const definitions = asked.flatMap(each => each.definitions);
  switch (what) {
    case 'registries':
      return asked.map(each => ofRegistry(each, workspace));
    case 'workspaces':
      return onceEach(asked, ({ workspace: id }) => id).map(each => ofRegistry(each, workspace));
    case 'names':
      return onceEach(definitions, ({ kind, name }) => `${kind} ${name}`).map(each => ofDefinition(each, workspace));
    case 'conflicts':
      return conflictsIn(asked, of !== undefined, workspace).map(each => ofConflict(each, workspace));
    case 'definitions':
    case 'overrides':
    case 'lost':
      return definitions.filter(DEFINITION_FIGURES[what]).map(each => ofDefinition(each, workspace));
    case 'undecided': {
      const rows = definitions.filter(DEFINITION_FIGURES.undecided).map(each => ofDefinition(each, workspace));
      return [...rows, ...asked.flatMap(({ open }) => open).map(each => ofOpenPart(each, workspace))];
    }
  }
}

function isSeverity(what: Figure['what']): what is Severity {
  return SEVERITIES.some(severity => severity === what);
}

function findingsOf(
  { what, registry, rule }: Figure,
  findings: readonly PlacedFinding[],
  [asked]: readonly Registry[],
  all: readonly Registry[],
  workspace: Workspace,
): readonly PlacedFinding[] {
  const wanted = findings.filter(
    ({ code, severity }) => (rule === undefined || code === rule) && (what === 'findings' || severity === what),
  );
  if (registry === undefined) return wanted;
  const { of, elsewhere } = sharedOut(wanted, all, workspace);
  return registry === null ? elsewhere : ((asked && of.get(asked)) ?? []);
}

function conflictsIn(asked: readonly Registry[], isOfOne: boolean, workspace: Workspace): readonly Conflict[] {
  const all = conflicts(workspace);
  return isOfOne ? asked.flatMap(each => conflictsOf(each, all)) : all;
}

/** The first item of each key, but for those without one. */
function onceEach<T>(items: readonly T[], keyOf: (item: T) => string | undefined): T[] {
  const first = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined && !first.has(key)) first.set(key, item);
  }
  return [...first.values()];
}

function ofFinding({ message, code, path, span }: PlacedFinding): Counted {
  return { text: message, detail: code, at: { path, span } };
}

function ofRegistry({ owner, kind, plural, definitions, place }: Registry, workspace: Workspace): Counted {
  const count = definitions.length;
  const detail = `${count} ${count === 1 ? kind : plural}`;
  return { text: owner === '' ? 'core' : owner, detail, at: placed(place, workspace) };
}

function ofDefinition({ name, workspace: owner, container, place, reason }: Definition, workspace: Workspace): Counted {
  const whose = owner ?? container ?? 'core';
  return {
    text: name,
    detail: reason === undefined ? whose : `${whose}: ${reason}`,
    at: placed(place, workspace),
  };
}

function ofOpenPart({ name, workspace: owner = 'core', reason, place }: OpenPart, workspace: Workspace): Counted {
  return { text: name, detail: `${owner}: ${reason}`, at: placed(place, workspace) };
}

function ofConflict({ name, definitions }: Conflict, workspace: Workspace): Counted {
  const [first] = definitions.filter(each => each.workspace !== undefined);
  return { text: name, detail: ownersOf(definitions).join(', '), at: placed(first?.place, workspace) };
}

function placed(place: Place | undefined, workspace: Workspace): Counted['at'] {
  const span = place && workspace.span(place);
  return place && span && { path: place.fact.file.path, span };
}

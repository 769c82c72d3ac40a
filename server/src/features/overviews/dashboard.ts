import type { Checkpoint } from '../../base/cancellation';
import { compareStrings, groupBy } from '../../base/collections';
import { folderOf } from '../../base/paths';
import type { Place } from '../../model/fact';
import { SEVERITIES, type PlacedFinding, type Severity } from '../../model/finding';
import type { ListItem } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { conflicts, ownerOf, type Conflict } from './conflicts';

/** How a whole repository is doing: what a person looks at first. */
export interface Dashboard {
  readonly findings: Counts;
  /** Core first, then workspaces, extension roots and registries by name. */
  readonly registries: readonly RegistryHealth[];
  readonly conflicts: readonly Conflict[];
  /** The rules that found something; the most severe first, then by how often. */
  readonly rules: readonly RuleCount[];
}

export type Counts = Readonly<Record<Severity, number>>;

export interface RegistryHealth {
  /** Or the path of an extension root or a registry. Empty for core and for what belongs to none of them. */
  readonly workspace: string;
  readonly definitions: number;
  /** Of these, how many hide a definition of core on purpose. */
  readonly overrides: number;
  /** How many more stand there but are never loaded. */
  readonly lost: number;
  /** In how many conflicts it has a part. */
  readonly conflicts: number;
  readonly findings: Counts;
  readonly place: Place | undefined;
}

export interface RuleCount {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  /** By path and position. */
  readonly first: PlacedFinding;
}

type Tally = Record<Severity, number>;

/** Slow, for a page that a person has asked for. */
export async function dashboard(workspace: Workspace, checkpoint: Checkpoint): Promise<Dashboard> {
  const findings = noFindings();
  const byWorkspace = new Map<string, Tally>();
  const items = workspace.answers.flatMap(each => each.list(undefined, workspace.lookup));
  const homes = new Set(items.flatMap(({ home }) => home ?? []));
  const byRule = new Map<string, { severity: Severity; count: number; first: PlacedFinding }>();
  for (const path of [...workspace.paths()].sort(compareStrings)) {
    await checkpoint.pass();
    const found = workspace.findings(path);
    if (found.length === 0) continue;
    const owner = workspace.workspaceOf(workspace.file(path)!) ?? homeOf(path, homes) ?? '';
    const tally = byWorkspace.get(owner) ?? noFindings();
    byWorkspace.set(owner, tally);
    for (const finding of found) {
      const { code, severity } = finding;
      findings[severity]++;
      tally[severity]++;
      const rule = byRule.get(code) ?? { severity, count: 0, first: finding };
      rule.count++;
      if (rank(severity) < rank(rule.severity)) rule.severity = severity;
      byRule.set(code, rule);
    }
  }
  const inConflict = conflicts(workspace);
  return {
    findings,
    registries: registriesOf(workspace, items, inConflict, byWorkspace),
    conflicts: inConflict,
    rules: [...byRule]
      .map(([code, rule]) => ({ code, ...rule }))
      .sort((a, b) => rank(a.severity) - rank(b.severity) || b.count - a.count || compareStrings(a.code, b.code)),
  };
}

function registriesOf(
  { workspaces }: Workspace,
  all: readonly ListItem[],
  inConflict: readonly Conflict[],
  findings: ReadonlyMap<string, Counts>,
): RegistryHealth[] {
  const items = groupBy(all, ownerOf);
  const parts = groupBy(
    inConflict.flatMap(({ definitions }) => [...new Set(definitions.map(ownerOf))]),
    owner => owner,
  );
  const owners = new Set([...items.keys(), ...workspaces.map(({ id }) => id), ...findings.keys()]);
  return [...owners].sort(compareStrings).map(workspace => {
    const own = items.get(workspace) ?? [];
    const loaded = own.filter(item => item.loaded);
    return {
      workspace,
      definitions: loaded.length,
      overrides: loaded.filter(({ scope }) => scope === 'override').length,
      lost: own.length - loaded.length,
      conflicts: parts.get(workspace)?.length ?? 0,
      findings: findings.get(workspace) ?? noFindings(),
      place: workspaces.find(({ id }) => id === workspace)?.place ?? own[0]?.place,
    };
  });
}

/** The extension root that a file lies in, or the registry that it is. */
function homeOf(path: string, homes: ReadonlySet<string>): string | undefined {
  for (let at = path; at !== ''; at = folderOf(at)) if (homes.has(at)) return at;
  return undefined;
}

function noFindings(): Tally {
  return { error: 0, warning: 0, info: 0, hint: 0 };
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

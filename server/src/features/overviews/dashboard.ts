import { defined } from '../../base/defined';
import type { Checkpoint } from '../../base/cancellation';
import { compareStrings, groupBy } from '../../base/collections';
import { folderOf } from '../../base/paths';
import type { Place } from '../../model/fact';
import { SEVERITIES, type PlacedFinding, type Severity } from '../../model/finding';
import type { ListItem } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { conflicts, ownerOf, type Conflict } from './conflicts';

/** The health of a whole repository, as the dashboard page shows it. */
export interface Dashboard {
  readonly findings: SeverityCounts;
  /** Core first, then workspaces, extension roots and registries by name. */
  readonly registries: readonly RegistryHealth[];
  readonly conflicts: readonly Conflict[];
  /** The rules that have findings, sorted by severity, then by count. */
  readonly rules: readonly RuleCount[];
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

export interface RegistryHealth {
  /**
   * The id of a workspace, or the path of an extension root or registry; empty for core and for files that belong to
   * none.
   */
  readonly workspace: string;
  readonly definitions: number;
  /** How many of the definitions are overrides of a definition of core. */
  readonly overrides: number;
  /** How many further definitions are in the files but are never loaded. */
  readonly lost: number;
  /** How many conflicts it is involved in. */
  readonly conflicts: number;
  readonly findings: SeverityCounts;
  readonly place: Place | undefined;
}

export interface RuleCount {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  /** The first finding in the order of path and position. */
  readonly first: PlacedFinding;
}

type MutableCounts = Record<Severity, number>;

/** The figures of the dashboard. Slow: meant for a page that a person has opened; gives way at the checkpoint. */
export async function dashboard(workspace: Workspace, checkpoint: Checkpoint): Promise<Dashboard> {
  const findings = noFindings();
  const byWorkspace = new Map<string, MutableCounts>();
  const items = workspace.answers.flatMap(each => each.list(undefined, workspace.lookup));
  const homes = new Set(items.flatMap(({ container }) => container ?? []));
  const byRule = new Map<string, { severity: Severity; count: number; first: PlacedFinding }>();
  for (const path of [...workspace.paths()].sort(compareStrings)) {
    await checkpoint.pass();
    const found = workspace.findings(path);
    if (found.length === 0) continue;
    const owner =
      workspace.workspaceOf(defined(workspace.file(path), 'a file with findings')) ?? homeOf(path, homes) ?? '';
    const tally = byWorkspace.get(owner) ?? noFindings();
    byWorkspace.set(owner, tally);
    for (const finding of found) {
      const { code, severity } = finding;
      findings[severity]++;
      tally[severity]++;
      const rule = byRule.get(code) ?? { severity, count: 0, first: finding };
      rule.count++;
      if (severityRank(severity) < severityRank(rule.severity)) rule.severity = severity;
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
      .sort(
        (a, b) =>
          severityRank(a.severity) - severityRank(b.severity) || b.count - a.count || compareStrings(a.code, b.code),
      ),
  };
}

function registriesOf(
  { workspaces }: Workspace,
  all: readonly ListItem[],
  inConflict: readonly Conflict[],
  findings: ReadonlyMap<string, SeverityCounts>,
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

function noFindings(): MutableCounts {
  return { error: 0, warning: 0, info: 0, hint: 0 };
}

function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

import { compareStrings } from '../../base/collections';
import type { BlindSpot } from '../../model/blind-spot';
import type { PlacedFinding } from '../../model/finding';
import type { Rule } from '../../rules/rule';
import type { Workspace } from '../../workspace';
import { blindSpots } from './blind-spots';
import { conflicts, undecidedOf, type Conflict } from './conflicts';
import { conflictsOf, registriesOf, sharedOut, type OpenPart } from './registries';

/** All statuses, the worst first. */
export const HEALTH_STATUSES = ['ERROR', 'UNHEALTHY', 'UNKNOWN', 'HEALTHY'] as const;

/**
 * - `ERROR`: the registry cannot be read completely
 * - `UNHEALTHY`: it has a finding of severity error, or a name that several workspaces define
 * - `UNKNOWN`: code decides at run time what it holds, or whether something in it is loaded
 */
export type HealthStatus = (typeof HEALTH_STATUSES)[number];

/** The health of one registry, of those that `registriesOf` gives. */
export interface RegistryHealth {
  readonly kind: string;
  /** Empty for core. */
  readonly owner: string;
  readonly workspace: string | undefined;
  readonly status: HealthStatus;
  readonly definitions: number;
  /** Of how many of them it cannot be told whether they are loaded, and how many tables may hold more of them. */
  readonly undecided: number;
  /** The tables that may hold more. */
  readonly open: readonly OpenPart[];
  /** The errors and warnings that count for it (`sharedOut`), by path and position. */
  readonly issues: readonly PlacedFinding[];
  readonly contested: readonly string[];
}

/** The health of a whole repository. */
export interface Health {
  /** The worst status of all registries; `UNKNOWN` if there is none. */
  readonly status: HealthStatus;
  readonly registries: readonly RegistryHealth[];
  readonly conflicts: readonly Conflict[];
  /** What keeps rules from being certain, so that there may be issues that nobody sees. */
  readonly blindSpots: readonly BlindSpot[];
  /** The remedies of the rules that have findings, the most frequent rule first. */
  readonly recommendations: readonly string[];
}

/**
 * Judges the registries of a repository by the findings that count for each and by the names that workspaces contest.
 * Registries are sorted by kind, then by owner.
 */
export function health(workspace: Workspace): Health {
  const all = conflicts(workspace);
  const owned = registriesOf(workspace);
  const paths = [...workspace.paths()].sort(compareStrings);
  const { of } = sharedOut(
    paths.flatMap(path => workspace.findings(path)),
    owned,
    workspace,
  );
  const registries = owned.map((registry): RegistryHealth => {
    const { kind, owner, workspace: id, definitions, open } = registry;
    const findings = of.get(registry) ?? [];
    const issues = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
    const contested = conflictsOf(registry, all).map(({ name }) => name);
    const undecided = undecidedOf(definitions, open);
    const status = statusOf(findings, { isContested: contested.length > 0, isUndecided: undecided > 0 }, workspace);
    return { kind, owner, workspace: id, status, definitions: definitions.length, undecided, open, issues, contested };
  });
  registries.sort((a, b) => compareStrings(a.kind, b.kind) || compareStrings(a.owner, b.owner));
  const status = HEALTH_STATUSES.find(each => registries.some(registry => registry.status === each)) ?? 'UNKNOWN';
  return {
    status,
    registries,
    conflicts: all,
    blindSpots: blindSpots(workspace),
    recommendations: recommendations(registries, workspace),
  };
}

function statusOf(
  findings: readonly PlacedFinding[],
  { isContested, isUndecided }: { readonly isContested: boolean; readonly isUndecided: boolean },
  { rules }: Workspace,
): HealthStatus {
  const says = (what: Rule['registryIs']): boolean =>
    findings.some(({ code }) => rules.some(rule => rule.code === code && rule.registryIs === what));
  if (says('unreadable')) return 'ERROR';
  if (isContested || findings.some(({ severity }) => severity === 'error')) return 'UNHEALTHY';
  return isUndecided || says('undecided') ? 'UNKNOWN' : 'HEALTHY';
}

function recommendations(registries: readonly RegistryHealth[], { rules }: Workspace): string[] {
  const counts = new Map<string, number>();
  for (const { issues } of registries) for (const { code } of issues) counts.set(code, (counts.get(code) ?? 0) + 1);
  const codes = [...counts].sort((a, b) => b[1] - a[1] || compareStrings(a[0], b[0])).map(([code]) => code);
  return codes.slice(0, MAX_RECOMMENDATIONS).flatMap(code => {
    const rule = rules.find(each => each.code === code);
    return rule === undefined ? [] : [`${code}: ${rule.remedy}`];
  });
}

/** Nobody reads more advice. */
const MAX_RECOMMENDATIONS = 8;

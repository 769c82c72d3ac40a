import { compareStrings, groupBy, pushTo } from '../../base/collections';
import type { BlindSpot } from '../../model/blind-spot';
import type { PlacedFinding } from '../../model/finding';
import type { Rule } from '../../rules/rule';
import type { Workspace } from '../../workspace';
import { blindSpots } from './blind-spots';
import { conflicts, type Conflict } from './conflicts';

export const HEALTH_STATUSES = ['ERROR', 'UNHEALTHY', 'UNKNOWN', 'HEALTHY'] as const;

/**
 * - `ERROR`: the registry cannot be read completely
 * - `UNHEALTHY`: it has a finding of severity error, or a name that several workspaces define
 * - `UNKNOWN`: code decides at run time what it holds
 */
export type HealthStatus = (typeof HEALTH_STATUSES)[number];

/** The health of one registry: that of core, or that of a workspace. */
export interface RegistryHealth {
  readonly kind: string;
  readonly workspace: string | undefined;
  readonly status: HealthStatus;
  readonly definitions: number;
  /** The errors and warnings in its files, by path and position. */
  readonly issues: readonly PlacedFinding[];
  readonly contested: readonly string[];
}

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

export function health(workspace: Workspace): Health {
  const all = conflicts(workspace);
  const registries = workspace.answers.flatMap(answers => {
    const { kind } = answers;
    const items = answers.list(undefined, workspace.lookup);
    const contested = new Map<string | undefined, string[]>();
    for (const conflict of all)
      if (conflict.kind === kind)
        for (const owner of new Set(conflict.definitions.map(each => each.workspace)))
          if (owner !== undefined) pushTo(contested, owner, conflict.name);
    return [...groupBy(items, item => item.workspace)].map(([owner, own]) => {
      const files = [...new Set(own.map(({ place }) => place.fact.file.path))].sort(compareStrings);
      const findings = files.flatMap(path => workspace.findings(path));
      const issues = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
      const names = contested.get(owner) ?? [];
      const status = statusOf(findings, names.length > 0, workspace);
      return { kind, workspace: owner, status, definitions: own.length, issues, contested: names };
    });
  });
  registries.sort((a, b) => compareStrings(a.kind, b.kind) || compareStrings(a.workspace ?? '', b.workspace ?? ''));
  const status = HEALTH_STATUSES.find(each => registries.some(registry => registry.status === each)) ?? 'UNKNOWN';
  return {
    status,
    registries,
    conflicts: all,
    blindSpots: blindSpots(workspace),
    recommendations: recommendations(registries, workspace),
  };
}

function statusOf(findings: readonly PlacedFinding[], isContested: boolean, { rules }: Workspace): HealthStatus {
  const says = (what: Rule['registryIs']): boolean =>
    findings.some(({ code }) => rules.some(rule => rule.code === code && rule.registryIs === what));
  if (says('unreadable')) return 'ERROR';
  if (isContested || findings.some(({ severity }) => severity === 'error')) return 'UNHEALTHY';
  return says('undecided') ? 'UNKNOWN' : 'HEALTHY';
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

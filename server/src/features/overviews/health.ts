import { compareStrings, groupBy, pushTo } from '../../base/collections';
import type { PlacedFinding } from '../../model/finding';
import type { Rule } from '../../rules/rule';
import type { Workspace } from '../../workspace';
import { conflicts, type Conflict } from './conflicts';

export const STATUSES = ['ERROR', 'UNHEALTHY', 'UNKNOWN', 'HEALTHY'] as const;

/**
 * - `ERROR`: the registry cannot be read, or not wholly
 * - `UNHEALTHY`: something in it is an error, or a name in it is contested
 * - `UNKNOWN`: code decides what is in it
 */
export type Status = (typeof STATUSES)[number];

/** How a registry does: core's, or that of one workspace. */
export interface RegistryHealth {
  readonly kind: string;
  readonly workspace: string | undefined;
  readonly status: Status;
  readonly definitions: number;
  /** Findings of the least severity warning in its files, by path and position. */
  readonly issues: readonly PlacedFinding[];
  readonly contested: readonly string[];
}

export interface Health {
  /** The worst of all; unknown where there is no registry. */
  readonly status: Status;
  readonly registries: readonly RegistryHealth[];
  readonly conflicts: readonly Conflict[];
  /** What to do, in words of the rules, most frequent first. */
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
  const status = STATUSES.find(each => registries.some(registry => registry.status === each)) ?? 'UNKNOWN';
  return { status, registries, conflicts: all, recommendations: recommendations(registries, workspace) };
}

function statusOf(findings: readonly PlacedFinding[], isContested: boolean, { rules }: Workspace): Status {
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
  return codes.slice(0, MOST).flatMap(code => {
    const rule = rules.find(each => each.code === code);
    return rule === undefined ? [] : [`${code}: ${rule.remedy}`];
  });
}

/** More advice than this is not read. */
const MOST = 8;

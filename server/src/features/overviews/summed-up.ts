import { groupBy } from '../../base/collections';
import { SEVERITIES, type PlacedFinding, type Severity } from '../../model/finding';

/** How many findings of one rule in one file are listed one by one. A hundred findings that say the same have one cause, and hide the rest. */
export const MOST_OF_A_RULE = 20;

/**
 * Findings as people read them: of each rule in each file the twenty most severe, the first ones among those alike, and one more that
 * stands for all others and says how many they are. Only what is listed is summed up: fixes, suppressions, baselines, exit codes
 * and formats for programs go by all findings. The order stays.
 */
export function summedUp(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  if (findings.length <= MOST_OF_A_RULE + 1) return findings;
  const replaced = new Map<PlacedFinding, PlacedFinding | undefined>();
  for (const group of groupBy(findings, ({ code, path }) => `${code} ${path}`).values()) {
    if (group.length <= MOST_OF_A_RULE + 1) continue;
    const [first, ...others] = bySeverity(group).slice(MOST_OF_A_RULE);
    if (first === undefined) continue;
    const message = `${first.message} (and ${others.length} more findings of this rule in this file)`;
    replaced.set(first, { ...first, message });
    for (const other of others) replaced.set(other, undefined);
  }
  if (replaced.size === 0) return findings;
  return findings.flatMap(finding => (replaced.has(finding) ? (replaced.get(finding) ?? []) : finding));
}

/** What an editor shows of the findings of a file, sorted by position and summed up: a few tens of each rule at most. Hints are for open files. */
export function diagnostics(findings: readonly PlacedFinding[], isOpen: boolean): readonly PlacedFinding[] {
  return summedUp(findings.filter(({ severity }) => isOpen || severity !== 'hint'));
}

/** How many findings there are of each severity. */
export function countsBySeverity(findings: Iterable<PlacedFinding>): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function bySeverity(findings: readonly PlacedFinding[]): PlacedFinding[] {
  return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

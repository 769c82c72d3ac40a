import { compareStrings } from '../../base/collections';
import { visible } from '../../base/escape-invisible';
import { readText } from '../../host/read-text';
import type { PlacedFinding } from '../../model/finding';
import { fingerprints } from '../output/fingerprints';
import type { BaselineComparison, KnownFinding } from '../output/lint-result';
import { JSON_VERSION } from '../../features/text/json';
import { WrongUse } from '../environment/wrong-use';

/** Reads a baseline file. Whatever else it is, is wrong use. */
export function readBaseline(file: string): KnownFinding[] {
  const text = readText(file)?.text;
  if (text === undefined) throw new WrongUse(`There is no baseline '${visible(file)}'. --update-baseline makes one.`);
  try {
    const { findings } = JSON.parse(text) as { findings: KnownFinding[] };
    if (findings.every(each => typeof each.fingerprint === 'string')) return findings;
  } catch {
    // Said below.
  }
  throw new WrongUse(`'${visible(file)}' is no baseline: registry-intel lint --update-baseline writes one.`);
}

/** The text of a baseline file that knows these findings. */
export function baselineText(findings: readonly PlacedFinding[]): string {
  const known = knownOf(findings).sort(
    (a, b) =>
      compareStrings(a.path, b.path) || compareStrings(a.code, b.code) || compareStrings(a.fingerprint, b.fingerprint),
  );
  return `${JSON.stringify({ version: JSON_VERSION, findings: known }, null, 2)}\n`;
}

export function compareWithBaseline(
  findings: readonly PlacedFinding[],
  baseline: readonly KnownFinding[],
): BaselineComparison {
  const before = new Set(baseline.map(({ fingerprint }) => fingerprint));
  const marks = fingerprints(findings);
  const now = new Set(marks);
  return {
    fresh: findings.filter((_, i) => !before.has(marks[i]!)),
    known: findings.filter((_, i) => before.has(marks[i]!)),
    absent: baseline.filter(({ fingerprint }) => !now.has(fingerprint)),
  };
}

function knownOf(findings: readonly PlacedFinding[]): KnownFinding[] {
  const marks = fingerprints(findings);
  return findings.map(({ code, path, message }, i) => ({ fingerprint: marks[i]!, code, path, message }));
}

import { compareStrings } from '../../base/collections';
import { escapeInvisible } from '../../base/message-text';
import { readText } from '../../host/read-text';
import type { PlacedFinding } from '../../model/finding';
import { fingerprinted, type BaselineComparison, type KnownFinding } from '../output/lint-result';
import { JSON_VERSION } from '../../features/text/json';
import { WrongUse } from '../environment/wrong-use';

/** Reads a baseline file. Whatever else it is, is wrong use. */
export function readBaseline(file: string): KnownFinding[] {
  const text = readText(file)?.text;
  if (text === undefined)
    throw new WrongUse(`There is no baseline '${escapeInvisible(file)}'. --update-baseline makes one.`);
  try {
    const { findings } = JSON.parse(text) as { findings: KnownFinding[] };
    if (findings.every(each => typeof each.fingerprint === 'string')) return findings;
  } catch {
    // Said below.
  }
  throw new WrongUse(`'${escapeInvisible(file)}' is no baseline: registry-intel lint --update-baseline writes one.`);
}

/** The text of a baseline file that knows these findings. */
export function baselineText(findings: readonly PlacedFinding[]): string {
  const known = knownOf(findings).sort(
    (a, b) =>
      compareStrings(a.path, b.path) || compareStrings(a.code, b.code) || compareStrings(a.fingerprint, b.fingerprint),
  );
  return `${JSON.stringify({ version: JSON_VERSION, findings: known }, null, 2)}\n`;
}

/** Tells findings that a baseline knows from those that it does not, by fingerprints, which do not change when lines move. */
export function compareWithBaseline(
  findings: readonly PlacedFinding[],
  baseline: readonly KnownFinding[],
): BaselineComparison {
  const before = new Set(baseline.map(({ fingerprint }) => fingerprint));
  const marked = fingerprinted(findings);
  const now = new Set(marked.map(({ fingerprint }) => fingerprint));
  return {
    fresh: marked.flatMap(({ finding, fingerprint }) => (before.has(fingerprint) ? [] : [finding])),
    known: marked.flatMap(({ finding, fingerprint }) => (before.has(fingerprint) ? [finding] : [])),
    absent: baseline.filter(({ fingerprint }) => !now.has(fingerprint)),
  };
}

function knownOf(findings: readonly PlacedFinding[]): KnownFinding[] {
  return fingerprinted(findings).map(({ finding: { code, path, message }, fingerprint }) => {
    return { fingerprint, code, path, message };
  });
}

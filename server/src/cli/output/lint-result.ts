import { createHash } from 'node:crypto';
import { identifiedFindings } from '../../features/states/finding-fingerprints';
import type { BlindSpot } from '../../model/blind-spot';
import type { PlacedFinding, Severity } from '../../model/finding';

/** What linting found, as reporters take it. */
export interface LintResult {
  /** Sorted by path, position and code, without those that the baseline knows. */
  readonly findings: readonly PlacedFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** The files in scope that were read. */
  readonly files: readonly string[];
  /** Since the program was started, or this round of watching. */
  readonly milliseconds: number;
  /** Whether a finding makes the exit code 1. */
  readonly fails: (finding: PlacedFinding) => boolean;
  /** The findings that comments in the files suppress. */
  readonly suppressed: readonly PlacedFinding[];
  readonly baseline?: BaselineComparison;
  /** What keeps rules from being certain, so that their silence says little. */
  readonly blindSpots: readonly BlindSpot[];
}

/** A finding that was known before, as a baseline file keeps it. */
export interface KnownFinding {
  readonly fingerprint: string;
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** Findings compared with a baseline. */
export interface BaselineComparison {
  readonly fresh: readonly PlacedFinding[];
  readonly known: readonly PlacedFinding[];
  /** The findings of the baseline that do not occur any more. */
  readonly absent: readonly KnownFinding[];
}

/** The findings, in their order, with hashes of their identities: those are short enough to be kept in files. */
export function fingerprinted(
  findings: readonly PlacedFinding[],
): { readonly finding: PlacedFinding; readonly fingerprint: string }[] {
  return identifiedFindings(findings).map(({ finding, identity }) => ({
    finding,
    fingerprint: createHash('sha256').update(identity).digest('hex').slice(0, 32),
  }));
}

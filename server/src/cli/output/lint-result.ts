import type { PlacedFinding, Severity } from '../../model/finding';

/** What linting found, as reporters take it. */
export interface LintResult {
  /** By path, then position, then code. Without those that a baseline knows. */
  readonly findings: readonly PlacedFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** Every file that was read, of those asked about. */
  readonly files: readonly string[];
  /** Since the program was started. */
  readonly milliseconds: number;
  /** Whether a finding makes the exit code 1. */
  readonly fails: (finding: PlacedFinding) => boolean;
  /** What comments in the files silence. */
  readonly suppressed: readonly PlacedFinding[];
  readonly baseline?: Compared;
}

/** A finding that was known before, as a baseline file keeps it. */
export interface KnownFinding {
  readonly fingerprint: string;
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** How findings stand to those known before. */
export interface Compared {
  readonly fresh: readonly PlacedFinding[];
  readonly known: readonly PlacedFinding[];
  /** Known before, and gone. */
  readonly absent: readonly KnownFinding[];
}

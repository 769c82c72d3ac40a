import type { PlacedFinding, Severity } from '../model/finding';

/** What linting found, as reporters take it. */
export interface LintResult {
  /** By path, then position, then code. */
  readonly findings: readonly PlacedFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many files were read, of those asked about. */
  readonly files: number;
  /** Since the program was started. */
  readonly milliseconds: number;
}

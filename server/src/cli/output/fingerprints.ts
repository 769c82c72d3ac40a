import { createHash } from 'node:crypto';
import { identifiedFindings } from '../../features/states/finding-fingerprints';
import type { PlacedFinding } from '../../model/finding';

/** The findings, in their order, with hashes of their identities: those are short enough to be kept in files. */
export function fingerprinted(
  findings: readonly PlacedFinding[],
): { readonly finding: PlacedFinding; readonly fingerprint: string }[] {
  return identifiedFindings(findings).map(({ finding, identity }) => ({
    finding,
    fingerprint: createHash('sha256').update(identity).digest('hex').slice(0, 32),
  }));
}

import { createHash } from 'node:crypto';
import { findingIdentities } from '../../features/states/finding-fingerprints';
import type { PlacedFinding } from '../../model/finding';

/** A hash of the identity of each finding (see `findingIdentities`), for files. In the order of the findings. */
export function fingerprints(findings: readonly PlacedFinding[]): string[] {
  return findingIdentities(findings).map(mark => createHash('sha256').update(mark).digest('hex').slice(0, 32));
}

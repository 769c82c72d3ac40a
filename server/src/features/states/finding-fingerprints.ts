import type { PlacedFinding } from '../../model/finding';

/**
 * For each finding what tells it from all others even when lines move: its rule, file, subject and message without
 * numbers, and how many findings with the same of these precede it.
 */
export function identifiedFindings(
  findings: readonly PlacedFinding[],
): { readonly finding: PlacedFinding; readonly identity: string }[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const { code, path, key, message } = finding;
    const base = [code, path, key, message.replace(/\d+/g, '#')].join('\0');
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return { finding, identity: `${base}\0${count}` };
  });
}

import { at } from '../../model/finding';
import { Part } from '../../model/fact';
import { isArtifactType, type SummaryFact } from '../../systems/artifacts/public';
import type { FactRule } from '../rule';

export const summaryMismatch: FactRule<SummaryFact> = {
  code: 'artifact/summary-mismatch',
  severity: 'warning',
  summary: 'A count in artifact_summary is not what the registry holds.',
  why: 'Nothing loads the summary, but people and reports go by it. Both the number of artifacts and that of versions are accepted.',
  remedy: 'Correct the count; the quick fix does.',
  bad: `
#- src/onex/registry/registry.yaml
artifact_summary:
  nodes: 2
#        ^ artifact/summary-mismatch
nodes:
  - name: stamper_node
    versions:
      - version: 1.0.0
        path: src/onex/nodes/stamper_node/v1_0_0
        metadata_file: node.onex.yaml
        status: active
`,
  good: `
#- src/onex/registry/registry.yaml
artifact_summary:
  nodes: 1
nodes:
  - name: stamper_node
    versions:
      - version: 1.0.0
        path: src/onex/nodes/stamper_node/v1_0_0
        metadata_file: node.onex.yaml
        status: active
`,
  over: 'fact',
  kind: 'artifact-summary',
  *check(summary) {
    if (summary.partial === true) return;
    for (const [index, { name, value }] of summary.fields.entries()) {
      if (typeof value !== 'number') continue;
      const count = countOf(name, summary);
      if (count === undefined || value === count.items || value === count.versions) continue;
      const place = at(summary, Part.fieldValue(index));
      yield {
        at: place,
        message: `${inWords(count)} in ${name === 'total_artifacts' ? 'all lists together' : `'${name}'`}, not ${value}`,
        fixes: [
          {
            title: `Change to ${count.versions}`,
            safe: true,
            edits: [{ do: 'replace-value', at: place, value: count.versions }],
          },
        ],
      };
    }
  },
};

/** How many items and versions a list has; nothing where the list is kept in a file of its own. */
function countOf(name: string, { counts, fields }: SummaryFact): { items: number; versions: number } | undefined {
  if (isArtifactType(name)) return counts.find(({ type }) => type === name);
  const isWhole = fields.every(field => !isArtifactType(field.name) || counts.some(({ type }) => type === field.name));
  if (name !== 'total_artifacts' || !isWhole) return undefined;
  const sum = (key: 'items' | 'versions'): number => counts.reduce((total, count) => total + count[key], 0);
  return { items: sum('items'), versions: sum('versions') };
}

/** `There are 2`, or `There are 2 artifacts with 3 versions`, since either may be what is counted. */
function inWords({ items, versions }: { readonly items: number; readonly versions: number }): string {
  const are = items === 1 ? 'There is' : 'There are';
  return items === versions
    ? `${are} ${items}`
    : `${are} ${items} artifact${items === 1 ? '' : 's'} with ${versions} versions`;
}

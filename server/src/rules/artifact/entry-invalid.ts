import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { fieldOf, valuePlace } from '../../model/fields';
import { at, type Report } from '../../model/finding';
import { type ArtifactEntry, isArtifact, type ItemFact, labelOf, listInWords } from '../../systems/artifacts/public';
import type { FactRule } from '../rule';

export const entryInvalid: FactRule<ArtifactEntry | ItemFact> = {
  code: 'artifact/entry-invalid',
  severity: 'error',
  summary: 'An entry of an artifact registry lacks a field, or has one of the wrong type.',
  why:
    'Loaders need version, path and metadata_file of each version, as text that is not empty; another entry is noted as invalid ' +
    '(“Missing required fields in registry entry”, “Invalid field types in registry entry”) and the version cannot be found. An ' +
    'item without a name is passed over in silence. Without status some loaders refuse the whole registry.',
  remedy: 'Add the field, or put the value in quotes; a version such as 1.0 is a number without them.',
  bad: `
#- src/onex/registry/registry.yaml
nodes:
  - name: stamper_node
    versions:
      - version: 1.0
#                ^^^ artifact/entry-invalid
        path: src/onex/nodes/stamper_node/v1_0_0
        metadata_file: node.onex.yaml
        status: active
`,
  good: `
#- src/onex/registry/registry.yaml
nodes:
  - name: stamper_node
    versions:
      - version: "1.0"
        path: src/onex/nodes/stamper_node/v1_0_0
        metadata_file: node.onex.yaml
        status: active
`,
  over: 'fact',
  kind: ['artifact', 'artifact-item'],
  *check(fact) {
    if (fact.partial === true) return;
    if (isArtifact(fact)) yield* checkEntry(fact);
    else if (fact.name === '')
      yield {
        at: at(fact, Part.name),
        message: 'An artifact without a name, as text, is passed over with all its versions',
      };
    else if (fact.versions === 0)
      yield {
        at: at(fact, Part.name),
        message: `'${truncateName(fact.name)}' has no versions, so there is nothing to load`,
        severity: 'warning',
      };
  },
};

function* checkEntry(entry: ArtifactEntry): Iterable<Report> {
  // A version that is no mapping ends the loading of the whole registry.
  if (entry.shape === 'other') return;
  const absent = entry.unusable.filter(({ why }) => why === 'missing').map(({ name }) => name);
  if (absent.length > 0)
    yield {
      at: at(entry, Part.name),
      message: `${listInWords(absent)} ${absent.length === 1 ? 'is' : 'are'} missing, so '${labelOf(entry)}' is not loaded`,
    };
  for (const { name, why } of entry.unusable) {
    const value = fieldOf(entry, name);
    if (why === 'mistyped')
      yield {
        at: valuePlace(entry, name),
        message: `'${name}' has to be text, or '${labelOf(entry)}' is not loaded`,
        ...(typeof value === 'number' || typeof value === 'string'
          ? { fixes: [quote(entry, name, String(value))] }
          : {}),
      };
  }
  if (absent.length === 0 && isAbsent(entry, 'status'))
    yield {
      at: at(entry, Part.name),
      message: "'status' is missing: some loaders refuse the whole registry then",
      severity: 'warning',
      fixes: [
        {
          title: 'Add status: active',
          safe: true,
          edits: [{ do: 'add-field', fact: entry, name: 'status', value: 'active' }],
        },
      ],
    };
}

function isAbsent(entry: ArtifactEntry, field: string): boolean {
  const value = fieldOf(entry, field);
  return value === undefined || value === null || value === '';
}

function quote(entry: ArtifactEntry, field: string, value: string) {
  return {
    title: `Write "${value}"`,
    safe: false,
    edits: [{ do: 'replace-value', at: valuePlace(entry, field), value } as const],
  };
}

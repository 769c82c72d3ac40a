import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { fieldOf, valuePlace } from '../../model/fields';
import { at, type Report } from '../../model/finding';
import {
  type ArtifactEntry,
  ENTRY_FIELDS,
  isArtifact,
  type ItemFact,
  labelOf,
  listInWords,
  normalizedPath,
} from '../../systems/artifacts/public';
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
  if (entry.shape === 'other') {
    const message = `A version of '${truncateName(entry.name)}' has to be a mapping with version, path and metadata_file`;
    yield { at: at(entry, Part.name), message };
    return;
  }
  const absent = ENTRY_FIELDS.filter(field => isAbsent(entry, field));
  if (absent.length > 0)
    yield {
      at: at(entry, Part.name),
      message: `${listInWords(absent)} ${absent.length === 1 ? 'is' : 'are'} missing, so '${labelOf(entry)}' is not loaded`,
    };
  for (const field of ENTRY_FIELDS) {
    const value = fieldOf(entry, field);
    if (!isAbsent(entry, field) && typeof value !== 'string')
      yield {
        at: valuePlace(entry, field),
        message: `'${field}' has to be text, or '${labelOf(entry)}' is not loaded`,
        ...(typeof value === 'number' ? { fixes: [quote(entry, field, String(value))] } : {}),
      };
    else if (field === 'path' && typeof value === 'string' && value !== '' && normalizedPath(value) === undefined)
      yield { at: valuePlace(entry, field), message: `'${truncateName(value)}' leads out of the repository` };
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

import { truncateName } from '../../base/message-text';
import { Part, type Fact } from '../../model/fact';
import { at } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import { unseenAnywhere } from '../../model/unseen';
import {
  type ArtifactType,
  isArtifact,
  isSamplePath,
  type MetadataFact,
  nameKey,
  ownHome,
  satisfies,
  textOf,
  typeKey,
  wordFor,
} from '../../systems/artifacts/public';
import type { FactRule } from '../rule';

const RUNTIME = `#- src/onex/registry/registry.yaml
runtimes:
  - name: onex_runtime
    versions:
      - version: 1.0.0
        path: src/onex/runtimes/onex_runtime/v1_0_0
        metadata_file: runtime.yaml
        status: active
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
`;

export const incompatible: FactRule<MetadataFact> = {
  code: 'artifact/incompatible',
  severity: 'warning',
  summary: 'No registered version lies in the range that metadata asks for.',
  why:
    'Ranges of versions in the metadata say what an artifact works with. When all registered versions lie outside, it cannot be run ' +
    'here as it wants to. Where nothing of that kind is registered, it may be installed elsewhere and nothing is said.',
  remedy: 'Widen the range, or register a version that lies in it.',
  bad: `
${RUNTIME}compatibility:
  required_runtime: ">=2.0.0"
#                   ^^^^^^^^^ artifact/incompatible
`,
  good: `
${RUNTIME}compatibility:
  required_runtime: ">=1.0.0"
`,
  over: 'fact',
  kind: 'artifact-metadata',
  wide: true,
  *check(metadata, lookup) {
    if (metadata.partial === true || isSamplePath(metadata.file.path)) return;
    for (const [index, { name, value }] of metadata.fields.entries()) {
      if (typeof value !== 'string') continue;
      const wanted = wantedBy(name, metadata, lookup);
      if (wanted?.first === undefined || ownHome(metadata, lookup) === undefined) continue;
      if (!wanted.versions.every(version => satisfies(version, value) === false)) continue;
      if (unseenAnywhere(lookup) !== undefined) continue;
      yield {
        at: at(metadata, Part.fieldValue(index)),
        message: `No registered ${wanted.what} lies in '${truncateName(value)}'`,
        related: [{ at: at(wanted.first, Part.name), message: 'the first one that is registered' }],
      };
    }
  },
};

const RANGES = new Map<string, ArtifactType>([
  ['compatibility.required_runtime', 'runtimes'],
  ['compatibility.supported_runtime_versions', 'runtimes'],
  ['compatibility.supported_node_versions', 'nodes'],
  ['compatibility.supported_cli_versions', 'cli_tools'],
]);

/** The versions that a field speaks of; nothing for fields that hold no range. */
function wantedBy(
  field: string,
  metadata: MetadataFact,
  lookup: Lookup,
): { readonly what: string; readonly versions: readonly string[]; readonly first: Fact | undefined } | undefined {
  const type = RANGES.get(field);
  if (type !== undefined) {
    const lists = lookup.providers(typeKey(type)).filter(({ file }) => !isSamplePath(file.path));
    const versions = lists.flatMap(list => list.versions);
    return { what: `version of a ${wordFor(type)}`, versions, first: lists.find(list => list.versions.length > 0) };
  }
  const item = /^(dependencies\.\d+)\.version$/.exec(field)?.[1];
  const name = item === undefined ? undefined : textOf(metadata, `${item}.name`);
  if (name === undefined) return undefined;
  const entries = lookup.providers(nameKey(name)).filter(isArtifact);
  const versions = entries.map(entry => textOf(entry, 'version') ?? '');
  return { what: `version of '${truncateName(name)}'`, versions, first: entries[0] };
}

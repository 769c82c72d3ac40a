import { fileName } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import type { Place } from '../../model/fact';
import { valuePlace } from '../../model/fields';
import type { Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  type ArtifactEntry,
  folderFor,
  isArtifact,
  isSamplePath,
  isVersionFolder,
  type MetadataFact,
  normalVersion,
  ownHome,
  textOf,
} from '../../systems/artifacts/public';
import { STAMPER_REGISTRY } from '../example-files';
import type { FactRule } from '../rule';

export const versionMismatch: FactRule<ArtifactEntry | MetadataFact> = {
  code: 'artifact/version-mismatch',
  severity: 'warning',
  summary: 'The registry, the folder and the metadata name different versions.',
  why:
    'The version resolver goes by the folder (`v1_0_0`), lookups by the registry, and what runs reports the version of its metadata. ' +
    'Where they differ, people get another version than they asked for. `v1_0_0` and `1.0.0` are the same.',
  remedy: 'Make all three the same; the quick fix takes the version of the folder.',
  bad: `
#- src/onex/registry/registry.yaml
${STAMPER_REGISTRY}
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.1.0
#        ^^^^^ artifact/version-mismatch
`,
  good: `
#- src/onex/registry/registry.yaml
${STAMPER_REGISTRY}
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
`,
  over: 'fact',
  kind: ['artifact', 'artifact-metadata'],
  wide: true,
  *check(fact, lookup) {
    if (fact.partial === true || isSamplePath(fact.file.path)) return;
    yield* isArtifact(fact) ? checkEntry(fact, lookup) : checkMetadata(fact, lookup);
  },
};

function* checkEntry(entry: ArtifactEntry, lookup: Lookup): Iterable<Report> {
  const version = textOf(entry, 'version');
  if (version === undefined) return;
  const folder = folderFor(entry, lookup);
  if (folder !== undefined && isVersionFolder(fileName(folder)))
    yield* compare(version, fileName(folder), 'of its folder', valuePlace(entry, 'version'));
}

function* checkMetadata(metadata: MetadataFact, lookup: Lookup): Iterable<Report> {
  const version = textOf(metadata, 'version');
  if (version === undefined) return;
  const home = ownHome(metadata, lookup);
  if (home === undefined || home.version === '') return;
  const whose = isVersionFolder(fileName(home.folder)) ? 'of its folder' : 'in the registry';
  yield* compare(version, home.version, whose, valuePlace(metadata, 'version'));
}

function* compare(version: string, wanted: string, whose: string, at: Place): Iterable<Report> {
  if (normalVersion(version) === normalVersion(wanted)) return;
  const text = version.startsWith('v') ? wanted : normalVersion(wanted);
  yield {
    at,
    message: `'${truncateName(version)}' is not the version ${whose}, '${truncateName(wanted)}'`,
    fixes: [
      { title: `Change to '${truncateName(text)}'`, safe: false, edits: [{ do: 'replace-value', at, value: text }] },
    ],
  };
}

import { fileName, folderOf, joinPath } from '../../base/paths';
import { nearest } from '../../base/similarity';
import { truncateName } from '../../base/message-text';
import { valuePlace } from '../../model/fields';
import type { Fix } from '../../model/fix';
import type { Lookup } from '../../model/lookup';
import {
  type ArtifactEntry,
  isSamplePath,
  labelOf,
  loadingOf,
  normalizedPath,
  removeEntry,
  textOf,
} from '../../systems/artifacts/public';
import { STAMPER_REGISTRY } from '../example-files';
import type { FactRule } from '../rule';

export const missingPath: FactRule<ArtifactEntry> = {
  code: 'artifact/missing-path',
  severity: 'error',
  summary: 'The folder of a registered version does not exist.',
  why:
    'Paths count from the root of the repository. Where there is no such folder there is no metadata file either, so the version is ' +
    'noted as invalid and cannot be found.',
  remedy: 'Correct the path, or take the entry out of the registry.',
  bad: `
#- src/onex/registry/registry.yaml
nodes:
  - name: stamper_node
    versions:
      - version: 1.0.0
        path: src/onex/nodes/stamper_nod/v1_0_0
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ artifact/missing-path
        metadata_file: node.onex.yaml
        status: active
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
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
  kind: 'artifact',
  wide: true,
  *check(entry, lookup) {
    if (entry.partial === true || isSamplePath(entry.file.path)) return;
    const stated = textOf(entry, 'path') ?? '';
    const { stage, status, reason, isUnseen, folder } = loadingOf(entry, lookup);
    if (stage !== 'metadata file' || isUnseen === true || folder !== undefined) return;
    if (status === 'cannot tell') {
      const message = `Cannot tell whether '${labelOf(entry)}' is loaded. ${reason ?? ''}`;
      yield { at: valuePlace(entry, 'path'), message, severity: 'warning' };
      return;
    }
    const path = normalizedPath(stated) ?? stated;
    const meant = likelyPath(path, lookup);
    const message = `No folder '${truncateName(path)}', so '${labelOf(entry)}' is not loaded`;
    yield {
      at: valuePlace(entry, 'path'),
      message: meant === undefined ? message : `${message}. Did you mean '${truncateName(meant)}'?`,
      fixes: [...(meant === undefined ? [] : [changeTo(entry, meant)]), removeEntry(entry, lookup)],
    };
  },
};

/** The version in the archive, or a folder of nearly that name beside it. */
function likelyPath(path: string, lookup: Lookup): string | undefined {
  const withSlashes = path.replaceAll('\\', '/');
  if (lookup.hasFolder(withSlashes)) return withSlashes;
  const parent = folderOf(path);
  const archived = joinPath(parent, `archive/${fileName(path)}`);
  if (lookup.hasFolder(archived)) return archived;
  const names = lookup.entries(parent).flatMap(name => (name.endsWith('/') ? [name.slice(0, -1)] : []));
  const meant = nearest(fileName(path), names);
  if (meant !== undefined) return joinPath(parent, meant);
  const above = folderOf(parent);
  const artifact = nearest(
    fileName(parent),
    lookup.entries(above).flatMap(name => (name.endsWith('/') ? [name.slice(0, -1)] : [])),
  );
  const moved = artifact === undefined ? undefined : joinPath(joinPath(above, artifact), fileName(path));
  return moved !== undefined && lookup.hasFolder(moved) ? moved : undefined;
}

function changeTo(entry: ArtifactEntry, path: string): Fix {
  const edits = [{ do: 'replace', at: valuePlace(entry, 'path'), text: path }] as const;
  return { title: `Change to '${truncateName(path)}'`, safe: false, edits };
}

import { defined } from '../../base/defined';
import { joinPath } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import { valuePlace } from '../../model/fields';
import type { Fix } from '../../model/fix';
import type { Lookup } from '../../model/lookup';
import {
  type ArtifactEntry,
  isSamplePath,
  labelOf,
  loadingOf,
  metadataFileOf,
  metadataStub,
  normalizedPath,
  textOf,
} from '../../systems/artifacts/public';
import { STAMPER_REGISTRY } from '../example-files';
import type { FactRule } from '../rule';

export const missingMetadata: FactRule<ArtifactEntry> = {
  code: 'artifact/missing-metadata',
  severity: 'error',
  summary: 'The metadata file of a registered version does not exist.',
  why:
    'A version is loaded if its folder has the metadata file that the registry names, or the marker .wip. With neither it is noted as ' +
    'invalid (“Missing metadata file”) and cannot be found.',
  remedy: 'Write the metadata file, correct its name, or mark the version as work in progress with an empty file .wip.',
  bad: `
#- src/onex/registry/registry.yaml
nodes:
  - name: stamper_node
    versions:
      - version: 1.0.0
        path: src/onex/nodes/stamper_node/v1_0_0
        metadata_file: node.yaml
#                      ^^^^^^^^^ artifact/missing-metadata
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
    const { folder, file, stage, status, reason, isUnseen } = loadingOf(entry, lookup);
    if (stage !== 'metadata file' || isUnseen === true || folder === undefined) return;
    if (status === 'cannot tell') {
      const message = `Cannot tell whether '${labelOf(entry)}' is loaded. ${reason ?? ''}`;
      yield { at: valuePlace(entry, 'metadata_file'), message, severity: 'warning' };
      return;
    }
    if (file !== undefined) return;
    const name = defined(textOf(entry, 'metadata_file'), 'the metadata file of an entry without problems');
    yield {
      at: valuePlace(entry, 'metadata_file'),
      message: `There is no '${truncateName(name)}' in '${truncateName(folder)}', so '${labelOf(entry)}' is not loaded`,
      fixes: [...fixes(entry, folder, name, lookup)],
    };
  },
};

/** What makes a path of another kind of a name on some system: no file is offered to be created by it. */
const LEADS_ELSEWHERE = /[\\:\0]/;

function* fixes(entry: ArtifactEntry, folder: string, name: string, lookup: Lookup): Iterable<Fix> {
  const usual = metadataFileOf(entry.type);
  if (lookup.hasFile(joinPath(folder, usual)))
    yield {
      title: `Change to '${usual}'`,
      safe: false,
      edits: [{ do: 'replace', at: valuePlace(entry, 'metadata_file'), text: usual }],
    };
  const path = normalizedPath(joinPath(folder, name));
  if (path !== undefined && !LEADS_ELSEWHERE.test(name)) {
    const text = metadataStub(
      entry.name,
      defined(textOf(entry, 'version'), 'the version of an entry without problems'),
      entry.type,
    );
    yield { title: `Create '${truncateName(name)}'`, safe: false, edits: [{ do: 'create-file', path, text }] };
  }
  yield {
    title: 'Mark as work in progress (.wip)',
    safe: false,
    edits: [{ do: 'create-file', path: joinPath(folder, '.wip'), text: '' }],
  };
}

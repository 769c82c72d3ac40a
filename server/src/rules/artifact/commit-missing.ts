import { folderOf } from '../../base/paths';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import { entriesOf, isMarkedWip, listInWords, type MetadataFact } from '../../systems/artifacts/public';
import { STAMPER_REGISTRY } from '../example-files';
import type { KeyRule } from '../rule';

export const commitMissing: KeyRule<MetadataFact> = {
  code: 'artifact/commit-missing',
  severity: 'hint',
  summary: 'Metadata does not say which Git commit the version was made from.',
  why: 'With the commit in git_commit, a version that runs somewhere can be traced to its source. Nothing at run time asks for it; that it is missing is said once, whatever number of versions lacks it.',
  remedy: 'Add git_commit when the version is released.',
  bad: `
#- src/onex/registry/registry.yaml
${STAMPER_REGISTRY}
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
#     ^^^^^^^^^^^^ artifact/commit-missing
version: 1.0.0
`,
  good: `
#- src/onex/registry/registry.yaml
${STAMPER_REGISTRY}
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
git_commit: a1b2c3d4e5f67890abcdef1234567890abcdef12
`,
  over: 'key',
  kind: 'artifact-without-commit',
  atLeast: { providers: 1 },
  // Where nobody writes commits they are missing everywhere, and that is said once.
  *check(_, lookup, key) {
    const [first, ...others] = lookup.providers(key).filter(each => isReleased(each, lookup));
    // Of a half-written file nothing is said; and what it would say does not go to another one meanwhile.
    if (first === undefined || first.partial === true) return;
    const labels = others.map(({ file }) => folderOf(file.path));
    const message =
      others.length === 0
        ? "'git_commit' is missing: where this version comes from cannot be traced"
        : `'git_commit' is missing here and in ${listInWords(labels)}: where these versions come from cannot be traced`;
    yield { at: at(first, Part.name), message };
  },
};

/** Whether a registry lists the version, and it is not in progress. */
function isReleased(metadata: MetadataFact, lookup: Lookup): boolean {
  return entriesOf(metadata, lookup).length > 0 && !isMarkedWip(folderOf(metadata.file.path), lookup);
}

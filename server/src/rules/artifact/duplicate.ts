import { groupBy } from '../../base/collections';
import { folderOf } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  type ArtifactEntry,
  comparePrecedence,
  isSamplePath,
  labelOf,
  namespaceOf,
  registriesOf,
  registryOf,
  removeEntry,
} from '../../systems/artifacts/public';
import { STAMPER_REGISTRY } from '../example-files';
import type { KeyRule } from '../rule';

export const duplicate: KeyRule<ArtifactEntry> = {
  code: 'artifact/duplicate',
  severity: 'error',
  summary: 'A version of an artifact is registered twice.',
  why:
    'Within one registry, lookups return the first entry of a name and version and say nothing of the other. Across registries the ' +
    'order decides: core, then plugins by precedence, then local ones; that is a warning. The same name in two namespaces is two ' +
    'artifacts, and `v1_0_0` is the same version as `1.0.0`.',
  remedy: 'Remove one of the entries, give it another version, or give its registry a namespace.',
  bad: `
#- src/onex/registry/registry.yaml
nodes:
  - name: stamper_node
    versions:
      - version: 1.0.0
        path: src/onex/nodes/stamper_node/v1_0_0
        metadata_file: node.onex.yaml
        status: active
      - version: v1_0_0
#                ^^^^^^ artifact/duplicate
        path: src/onex/nodes/stamper_node/v1_0_0
        metadata_file: node.onex.yaml
        status: active
`,
  good: `
#- src/onex/registry/registry.yaml
${STAMPER_REGISTRY}
`,
  over: 'key',
  kind: 'artifact',
  atLeast: { providers: 2 },
  *check(_, lookup, key) {
    const inUse = lookup.providers(key).filter(({ file }) => !isSamplePath(file.path));
    for (const same of groupBy(inUse, entry => namespaceOf(entry, lookup)).values())
      if (same.length > 1) yield* check(same, lookup);
  },
};

function* check(same: readonly ArtifactEntry[], lookup: Lookup): Iterable<Report> {
  const registries = groupBy(same, ({ file }) => folderOf(file.path));
  for (const [first, ...others] of registries.values())
    for (const other of others)
      yield {
        at: at(other, Part.name),
        message: `'${labelOf(other)}' is registered twice; lookups return the first one`,
        related: [{ at: at(first, Part.name), message: 'this one is found' }],
        fixes: [removeEntry(other, lookup)],
      };
  if (registries.size < 2) return;
  const known = registriesOf(lookup);
  const placed = [...registries.values()].flatMap(([first]) => {
    const registry = registryOf(first, known, lookup);
    return registry === undefined ? [] : [{ entry: first, registry }];
  });
  const [winner, ...losers] = placed.sort((a, b) => comparePrecedence(a.registry, b.registry));
  if (winner === undefined) return;
  const { path, scope } = winner.registry;
  for (const { entry: loser } of losers)
    yield {
      at: at(loser, Part.name),
      severity: 'warning',
      message: `'${labelOf(loser)}' is also in ${truncateName(path)} (${scope}), which is asked first: that one is found`,
      related: [{ at: at(winner.entry, Part.name), message: 'this one is found' }],
    };
}

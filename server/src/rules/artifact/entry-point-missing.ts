import { fileName, folderOf } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import {
  isMarkedWip,
  isPlaceholder,
  isSamplePath,
  targetExists,
  type MetadataFact,
  ownHome,
  targetsOf,
} from '../../systems/artifacts/public';
import type { FactRule } from '../rule';

export const entryPointMissing: FactRule<MetadataFact> = {
  code: 'artifact/entry-point-missing',
  severity: 'warning',
  summary: 'Metadata names a file or class that does not exist.',
  why:
    'The entry point, the state contract, the parts and the adapter of an artifact are loaded when it runs, and only then fail. Files are ' +
    'looked for in the folder of the version, and from the root of the repository; classes anywhere. What names no file, such as ' +
    '`default` or `python@main`, cannot be told.',
  remedy: 'Correct the name, or add the file.',
  bad: `
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
entrypoint:
  type: python
  target: src/main.py
#         ^^^^^^^^^^^ artifact/entry-point-missing
#- src/onex/nodes/stamper_node/v1_0_0/node.py
print("stamp")
`,
  good: `
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
entrypoint:
  type: python
  target: node.py
#- src/onex/nodes/stamper_node/v1_0_0/node.py
print("stamp")
`,
  over: 'fact',
  kind: 'artifact-metadata',
  wide: true,
  *check(metadata, lookup) {
    if (metadata.partial === true || isSamplePath(metadata.file.path)) return;
    // A copy that still has the name of the template has everything else of it, too; artifact/placeholder says so.
    const targets = isPlaceholder(metadata, 'name') ? [] : targetsOf(metadata);
    if (targets.length === 0 || ownHome(metadata, lookup) === undefined) return;
    const folder = folderOf(metadata.file.path);
    if (isMarkedWip(folder, lookup)) return;
    for (const target of targets) {
      if (targetExists(target, folder, lookup)) continue;
      const { kind, name, at, module, isFolder } = target;
      const what = kind === 'adapter' ? 'class' : isFolder === true ? 'folder' : 'file';
      const where =
        kind === 'adapter'
          ? ` in module '${truncateName(module ?? '')}'`
          : `, neither in '${truncateName(fileName(folder))}' nor from the root of the repository`;
      yield { at, message: `This ${kind} is missing: there is no ${what} '${truncateName(name)}'${where}` };
    }
  },
};

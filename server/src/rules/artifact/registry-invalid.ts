import { artifactSettings } from '../../systems/artifacts/public';
import { folderOf, joinPath } from '../../base/paths';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  headerOf,
  isPlacedAsRegistry,
  isVersionFolder,
  metadataFileOf,
  REGISTRY_INVALID,
  treeAbove,
  UNKNOWN_TYPE,
} from '../../systems/artifacts/public';
import type { FileRule } from '../rule';

export const registryInvalid: FileRule = {
  code: REGISTRY_INVALID,
  severity: 'error',
  registryIs: 'unreadable',
  summary: 'An artifact registry does not have the form that loaders expect.',
  why:
    'A registry that is no mapping is refused as a whole (“Registry file is not a valid YAML dictionary”), and nothing in it can ' +
    'be found. The same happens where one of the six lists is nothing or something else, and where an item of them, their versions, or ' +
    'one version is: the exception that this raises ends the loading of everything. A list of another name is passed over without a word.',
  remedy: 'Give the file the lists nodes, cli_tools, runtimes, adapters, contracts and packages; empty ones are `[]`.',
  bad: `
#- src/onex/registry/registry.yaml
registry_schema_version: 1.0.0
nodes: stamper_node
#      ^^^^^^^^^^^^ artifact/registry-invalid
`,
  good: `
#- src/onex/registry/registry.yaml
registry_schema_version: 1.0.0
nodes: []
`,
  over: 'file',
  wide: true,
  *check(file, lookup) {
    for (const { code, span, message } of file.problems)
      if (code === REGISTRY_INVALID) yield { at: { file, span }, message };
      else if (code === UNKNOWN_TYPE) yield { at: { file, span }, message, severity: 'warning' };
    const first = file.facts[0];
    const header = first && headerOf(first);
    if (header?.form !== 'broken') return;
    // A file of that name and place may be anything; beside a tree or a node it is meant to be their registry.
    const project = folderOf(folderOf(file.path));
    const isSet = artifactSettings(lookup).registries.some(({ path }) => path === file.path);
    const isPlaced = isPlacedAsRegistry(file.path);
    if (
      isSet ||
      (isPlaced && (treeAbove(project, lookup) !== undefined || hasNode(joinPath(project, 'nodes'), lookup)))
    )
      yield {
        at: at(header, Part.name),
        message: 'A registry has to be a mapping with lists such as nodes; nothing is loaded',
      };
  },
};

/** Whether a folder has a version of a node in it, of those directly below. */
function hasNode(folder: string, lookup: Lookup): boolean {
  return lookup.entries(folder).some(name => {
    const versions = name.endsWith('/') ? lookup.entries(joinPath(folder, name.slice(0, -1))) : [];
    return versions.some(
      version =>
        isVersionFolder(version.slice(0, -1)) &&
        lookup.hasFile(joinPath(folder, `${name}${version}${metadataFileOf('nodes')}`)),
    );
  });
}

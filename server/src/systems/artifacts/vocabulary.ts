/** The types of artifacts: the lists of a registry, and the folders that versions stand below (formats 3.1). */
export const ARTIFACT_TYPES = ['nodes', 'cli_tools', 'runtimes', 'adapters', 'contracts', 'packages'] as const;
/** A type of artifact that the registry has a list of. */
export type ArtifactType = (typeof ARTIFACT_TYPES)[number];

/** What the metadata file of each type is called; other names are possible, the registry says which. */
const METADATA_FILES: Readonly<Record<ArtifactType, string>> = {
  nodes: 'node.onex.yaml',
  cli_tools: 'cli_tool.yaml',
  runtimes: 'runtime.yaml',
  adapters: 'cli_adapter.yaml',
  contracts: 'contract.yaml',
  packages: 'package.yaml',
};

/** Whether a word is the name of a type. */
export function isArtifactType(word: string): word is ArtifactType {
  return (ARTIFACT_TYPES as readonly string[]).includes(word);
}

/** The name of the file that holds the metadata of a type. */
export function metadataFileOf(type: ArtifactType): string {
  return METADATA_FILES[type];
}

/** The type in the singular, as people say it. */
export function wordFor(type: ArtifactType): string {
  return type.slice(0, -1).replace('_', ' ');
}

/** What every loader asks of an entry. */
export const ENTRY_FIELDS = ['version', 'path', 'metadata_file'] as const;

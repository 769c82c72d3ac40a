import type { Workspace } from '../../../server/src/workspace';
import { workspaceOfFiles } from '../../support/fixture';

export const REGISTRY = 'src/onex/registry/registry.yaml';

export interface Version {
  readonly version: string;
  readonly type?: string;
  readonly name?: string;
  readonly status?: string;
  /** Fields of the metadata; without any there is no file. */
  readonly metadata?: string;
  readonly namespace?: string;
  readonly path?: string;
}

/** A registry of these versions; one item for each, so that they may differ in everything. */
export function registryText(versions: readonly Version[], head = ''): string {
  const types = [...new Set(versions.map(({ type = 'nodes' }) => type))];
  const lists = types.map(type => {
    const items = versions.filter(each => (each.type ?? 'nodes') === type).map(itemText);
    return `${type}:\n${items.join('')}`;
  });
  return head + lists.join('');
}

function itemText(each: Version): string {
  const { version, name = 'stamper_node', status = 'active', namespace } = each;
  return `  - name: ${name}
${namespace === undefined ? '' : `    namespace: ${namespace}\n`}    versions:
      - version: "${version}"
        path: ${folderOf(each)}
        metadata_file: node.onex.yaml
        status: ${status}
`;
}

export function folderOf({ version, type = 'nodes', name = 'stamper_node', path }: Version): string {
  return path ?? `src/onex/${type}/${name}/v${version.replaceAll('.', '_')}`;
}

export function metadataText({ version, name = 'stamper_node', metadata = '' }: Version): string {
  return `schema_version: 0.1.0\nname: ${name}\nversion: ${version}\n${metadata}`;
}

/** The registry, the metadata files of all its versions, and other files; a text of undefined takes one away. */
export function repository(
  versions: readonly Version[],
  more: Readonly<Record<string, string | undefined>> = {},
): Workspace {
  const files = new Map<string, string>([[REGISTRY, registryText(versions)]]);
  for (const each of versions) files.set(`${folderOf(each)}/node.onex.yaml`, metadataText(each));
  for (const [path, text] of Object.entries(more))
    if (text === undefined) files.delete(path);
    else files.set(path, text);
  return workspaceOfFiles(files);
}

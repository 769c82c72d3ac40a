import type { Task } from '../../../base/cooperative-task';
import { fileName, folderOf } from '../../../base/paths';
import type { FactWriter, Reader, Source } from '../../system';
import { homeOf, isVersionFolder } from '../layout';
import { isPluginFile, readPlugins } from './plugins';
import { readIgnore } from './ignore';
import { readMetadata } from './metadata';
import { readRegistry } from './registry';
import { readTree } from './tree';
import { ARTIFACT_TYPES, isArtifactType, metadataFileOf } from '../vocabulary';

/** Files that may say something about artifacts. Names that others use too count once the content says so. */
export function claims(path: string): boolean {
  return readerOf(path) !== undefined;
}

/** Files that are ours by their name, whatever is in them. */
export function expectsRegistry(path: string): boolean {
  const name = fileName(path);
  return name === TREE || (name === 'node.onex.yaml' && homeOf(path) !== undefined);
}

export function* read(source: Source, out: FactWriter): Task {
  const steps = readerOf(source.file.path)?.(source, out);
  if (steps !== undefined) yield* steps;
}

export const TREE = '.onextree';

function readerOf(path: string): Reader | undefined {
  const name = fileName(path);
  if (name === TREE) return readTree;
  if (name === '.onexignore') return readIgnore;
  if (isPluginFile(path)) return readPlugins;
  if (!/\.(ya?ml|json)$/.test(name)) return undefined;
  if (/\.onex\.(ya?ml|json)$/.test(name) || METADATA.has(name)) return readMetadata;
  if (name.endsWith('.json')) return undefined;
  if (isVersionFolder(fileName(folderOf(path))) || isBelowType(path)) return readMetadata;
  const isSplit = SPLIT.has(name) && fileName(folderOf(path)) === 'registry';
  return isSplit || /(^|[._-])registry\.ya?ml$/.test(name) ? readRegistry : undefined;
}

/** Whether a file lies where a version may lie, whatever its folder is called: `adapters/<name>/<version>/`. */
function isBelowType(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  const type = folders.at(-3);
  return type !== undefined && isArtifactType(type);
}

const METADATA = new Set(ARTIFACT_TYPES.map(metadataFileOf));
/** Registries of one type each, beside `registry.yaml` (document 004). */
const SPLIT = new Set(ARTIFACT_TYPES.map(type => `${type}.yaml`));

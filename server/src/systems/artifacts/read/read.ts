import type { Task } from '../../../base/cooperative-task';
import { fileName, folderOf } from '../../../base/paths';
import { FactParts } from '../../../model/fact-parts';
import type { FactWriter, Reader, Source } from '../../system';
import type { IgnoreFact } from '../facts';
import { homeOf, isVersionFolder } from '../layout';
import { isPluginFile, readPlugins } from './plugins';
import { readMetadata } from './metadata';
import { readRegistry } from './registry';
import { readTree } from './tree';
import { child, textIn } from './yaml';
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

/** The marker of work in progress: the loader asks only whether there is something of this name. */
export function isMarker(path: string): boolean {
  return fileName(path) === '.wip';
}

/** Reads a file of the artifacts: a registry, metadata, a tree, or what declares plugins. */
export function* read(source: Source, out: FactWriter): Task {
  const steps = readerOf(source.file.path)?.(source, out);
  if (steps !== undefined) yield* steps;
}

/** The name of the file that lists the tree of a project. */
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

/** Reads the sections of a `.onexignore` that hold for trees: `all` and `tree`, each with `patterns`. */
function readIgnore(source: Source, out: FactWriter): void {
  const { root } = source.yaml();
  const patterns = ['all', 'tree'].flatMap(section => {
    const list = child(child(root, section), 'patterns');
    return list?.type === 'sequence' ? list.items.flatMap(item => textIn(item) ?? []) : [];
  });
  const fact: IgnoreFact = { kind: 'onexignore', name: '', file: source.file, patterns };
  out.fact(fact, new FactParts({ start: 0, end: source.text.length }, { start: 0, end: 0 }));
}

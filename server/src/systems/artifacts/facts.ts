import { ofKind, type Fact } from '../../model/fact';
import { fieldOf, type Entry } from '../../model/fields';
import { nonEmptyText } from '../../model/value';
import type { ArtifactType } from './vocabulary';

/**
 * What kind of registry a file is; always its first fact. The name is the namespace that it declares, or empty. The spans
 * after the first two are those of its keys.
 * - `registry`: registry.yaml; `split`: one type only, such as adapters.yaml
 * - `broken`: called like a registry, but no mapping; a finding only where it is sure to be meant as one
 */
export interface RegistryHeader extends Fact {
  readonly kind: 'artifact-registry';
  readonly form: 'registry' | 'split' | 'broken';
  /** Plugin registries with a higher one are asked first. */
  readonly precedence: number;
}

/** One of the six lists. `Part.fieldName(0)` is its key, `Part.fieldValue(0)` the list; the key again, where it has none. */
export interface ListFact extends Fact {
  readonly kind: 'artifact-list';
  readonly name: ArtifactType;
  /** All versions in it, once each, sorted, as they are compared. */
  readonly versions: readonly string[];
}

/**
 * An item of such a list: an artifact with its versions. The name is empty where there is none. `Part.fieldName(0)` is the
 * key of its versions, `Part.fieldValue(0)` their list; neither is there where the item has none.
 */
export interface ItemFact extends Fact {
  readonly kind: 'artifact-item';
  readonly type: ArtifactType;
  readonly versions: number;
}

/** One version of an artifact, as a registry lists it. Its first field is the name of the artifact. */
export interface ArtifactEntry extends Entry {
  readonly kind: 'artifact';
  readonly type: ArtifactType;
  /** `''`: that of the registry. */
  readonly namespace: string;
  readonly shape: 'mapping' | 'other';
  /** Whether the entry is the only version of its item. */
  readonly lone: boolean;
  /** What the loader does not take of the fields that it needs. */
  readonly unusable: readonly UnusableField[];
  /** What becomes of the whole registry, and so of this, where that is known not to be loaded or cannot be told. */
  readonly registryFails?: RegistryFailure;
}

/** Why no entry of a registry file is loaded, or why that cannot be told. */
export interface RegistryFailure {
  readonly status: 'invalid' | 'cannot tell';
  readonly reason: string;
}

/** A field that is missing, empty or false to Python; or one that is no text. */
export interface UnusableField {
  readonly name: string;
  readonly why: 'missing' | 'mistyped';
}

/** `artifact_summary`, and what there really is. */
export interface SummaryFact extends Entry {
  readonly kind: 'artifact-summary';
  readonly counts: readonly { readonly type: ArtifactType; readonly items: number; readonly versions: number }[];
}

/**
 * A file that may be the metadata of a version: its fields by dotted path, such as `entrypoint.target` or
 * `commands.0.entrypoint`; of lists and mappings an empty one stands for the whole. The name is the artifact's, or empty.
 */
export interface MetadataFact extends Entry {
  readonly kind: 'artifact-metadata';
  readonly shape: 'mapping' | 'other';
  /** A scaffold that new artifacts are made from: its name, version or uuid is a word in braces, such as `{NODE_NAME}`. */
  readonly isScaffold?: true;
  /** The first key at the top that is no text, as it is written. */
  readonly strangeKey?: string;
  /** In which ways the fields break the published schema, which no loader checks. */
  readonly unpublished?: readonly string[];
}

/** The kind of the fact that stands for the top level of a metadata file, with the spans of its keys. */
export const METADATA_ROOT = 'artifact-metadata-root';

/** A tree file; always its first fact. The name is that of the tree's root, which is usually no path: `omnibase`, `..`. */
export interface TreeFact extends Fact {
  readonly kind: 'tree';
  /** A few children of the root, by which its place on disk is known: folders first. */
  readonly sample: readonly TreeChild[];
  /** Nodes that are no nodes, and what they list, are left out of it. */
  readonly leavesOut?: true;
}

/** A child that an entry of `.onextree` lists. */
export interface TreeChild {
  readonly name: string;
  readonly type: 'file' | 'directory';
}

/**
 * A folder of a tree; the name is its path below the tree's root, empty for the root. `Part.fieldName(0)` is the key of its
 * list of children, `Part.fieldValue(0)` the list; child `i` has its name at `Part.fieldName(1 + i)`, its whole at
 * `Part.fieldValue(1 + i)`.
 */
export interface TreeFolder extends Fact {
  readonly kind: 'tree-folder';
  readonly children: readonly TreeChild[];
}

/** A `.onexignore`: patterns of what trees leave out, as in `.gitignore`, relative to its folder. */
export interface IgnoreFact extends Fact {
  readonly kind: 'onexignore';
  readonly patterns: readonly string[];
}

/** An entry point of the group `node_registry`: the package has a registry of its own. `Part.fieldValue(0)` is its target. */
export interface PluginFact extends Fact {
  readonly kind: 'artifact-plugin';
  /** `pkg.module:attribute`. */
  readonly target: string;
}

const isHeader = ofKind<RegistryHeader>('artifact-registry');
export const isIgnore = ofKind<IgnoreFact>('onexignore');
export const isItem = ofKind<ItemFact>('artifact-item');
export const isTree = ofKind<TreeFact>('tree');
export const isTreeFolder = ofKind<TreeFolder>('tree-folder');
export const isArtifact = ofKind<ArtifactEntry>('artifact');
export const isMetadata = ofKind<MetadataFact>('artifact-metadata');

/** The value of a field if it is a text that says something. */
export function textOf(entry: Entry, name: string): string | undefined {
  return nonEmptyText(fieldOf(entry, name));
}

/** The registry that an entry stands in. */
export function headerOf(fact: Fact): RegistryHeader | undefined {
  return fact.file.headers.find(isHeader);
}

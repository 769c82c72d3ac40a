import { FactParts } from '../../../model/fact-parts';
import { folderOf } from '../../../base/paths';
import { firstLine, type Span } from '../../../base/text';
import { entryOf, type YamlNode } from '../../../syntax/yaml/tree';
import type { FactWriter, Source } from '../../system';
import type { ConfigFact, ConfiguredRoot } from '../facts';
import { resolvePath } from '../layout';
import { addEntry, textUnder, valueUnder } from './yaml-fields';

/** The field of a configuration fact that stands for its ID map; roots come before it. */
export const idMapField = ({ roots }: ConfigFact): number => roots?.length ?? 0;

/** Reads `apcore.yaml`: roots, namespaces, ID map, and what bounds the scan. Its other sections are not ours. */
export function readConfig(source: Source, out: FactWriter): void {
  const { file, text } = source;
  const tree = source.yaml();
  for (const { kind, span, message } of tree.problems)
    if (kind === 'syntax' || kind === 'merge-marker' || kind === 'limit')
      out.problem({ code: 'module/configuration', span, message, damage: true });
  const name = folderOf(file.path);
  const extensions = valueUnder(tree.root, 'extensions');
  const several = valueUnder(extensions, 'roots');
  const single = statedRoot(valueUnder(extensions, 'root'));
  if (single !== undefined && several?.type === 'sequence')
    out.problem({ code: 'module/configuration', span: single.span, message: BOTH, damage: false });
  const nodes = several?.type === 'sequence' ? several.items : several === undefined && single ? [single] : undefined;
  const written = nodes?.flatMap(node => rootOf(node, name) ?? []);
  const map = valueUnder(tree.root, 'id_map');
  const idMap = textUnder(map, 'overrides');
  const maxDepth = valueUnder(extensions, 'max_depth');
  const links = valueUnder(extensions, 'follow_symlinks');
  const fact: ConfigFact = {
    kind: 'apcore',
    name,
    file,
    ...(written === undefined || written.length === 0 ? {} : { roots: written.map(({ root }) => root) }),
    ...(several === undefined ? {} : { isList: true }),
    ...(idMap === undefined ? {} : { idMap }),
    ...(maxDepth?.type === 'scalar' && typeof maxDepth.value === 'number' ? { maxDepth: maxDepth.value } : {}),
    ...(links?.type === 'scalar' && typeof links.value === 'boolean' ? { followSymlinks: links.value } : {}),
  };
  const parts = new FactParts({ start: 0, end: text.length }, firstLine(text));
  for (const { at, namespaceAt } of written ?? []) parts.field(at, namespaceAt);
  addEntry(parts, map?.type === 'mapping' ? entryOf(map, 'overrides') : undefined, firstLine(text));
  out.fact(fact, parts);
}

const BOTH =
  "'root' and 'roots' exclude each other: the registry takes one root or several, and scans either by its version; the roots count here";

/** An empty `extensions.root` counts as none: the registry then takes its default. */
function statedRoot(node: YamlNode | undefined): YamlNode | undefined {
  return node?.type === 'scalar' && node.value === '' ? undefined : node;
}

interface WrittenRoot {
  readonly root: ConfiguredRoot;
  readonly at: Span;
  /** The span of the namespace; that of the root where it has none. */
  readonly namespaceAt: Span;
}

/** A root is a path, or a mapping with `root` and maybe `namespace`. */
function rootOf(node: YamlNode, folder: string): WrittenRoot | undefined {
  if (node.type === 'scalar') {
    if (typeof node.value !== 'string' || node.as === 'unknown') return undefined;
    return { root: pathed(node.value, folder), at: node.span, namespaceAt: node.span };
  }
  const at = valueUnder(node, 'root');
  const text = textUnder(node, 'root');
  if (text === undefined || at === undefined) return undefined;
  const namespace = textUnder(node, 'namespace');
  const root = { ...pathed(text, folder), ...(namespace === undefined ? {} : { namespace }) };
  return { root, at: at.span, namespaceAt: valueUnder(node, 'namespace')?.span ?? at.span };
}

function pathed(text: string, folder: string): ConfiguredRoot {
  const path = resolvePath(folder, text);
  return path === undefined ? { text } : { text, path };
}

import { FactParts } from '../../../model/fact-parts';
import { joinPath } from '../../../base/paths';
import { truncateName } from '../../../base/message-text';
import type { Span } from '../../../base/text';
import { entryOf, type YamlMapping, type YamlNode, type YamlSequence } from '../../../syntax/yaml/tree';
import type { FactWriter, Source } from '../../system';
import type { TreeChild, TreeFact, TreeFolder } from '../facts';
import { readTreeLines, type FolderRead, type TreeRead } from './tree-lines';
import { isDamaged, isMapping, textIn, writeProblems } from './yaml';

/** Reads `.onextree`: the root, and each folder with its children (formats 3.3). */
export function readTree(source: Source, out: FactWriter): void {
  const lines = readTreeLines(source.text);
  if (lines !== undefined) {
    writeTree(lines, source, {}, out);
    return;
  }
  const tree = source.yaml();
  const walker = new Walker(out);
  const read = tree.root && walker.read(tree.root);
  // Of a key that is given twice the later value counts, here as for whoever reads the tree: what the earlier one said is not in it.
  const isPartlyRead = walker.leavesOut || tree.problems.some(({ kind }) => kind !== 'duplicate-key');
  const leavesOut = isPartlyRead ? ({ leavesOut: true } as const) : {};
  if (read !== undefined) writeTree(read, source, { ...(isDamaged(tree) ? { partial: true } : {}), ...leavesOut }, out);
  else if (tree.root === undefined && !isDamaged(tree))
    walker.problem({ start: 0, end: 0 }, 'This tree is empty: it has to be a mapping with name, type and children');
  writeProblems(tree, 'tree/invalid', out);
}

/** Reported as information: what only the published schema of trees asks for. */
export const TREE_SCHEMA = 'tree/published-schema';

/** How many children of the root are compared with the disk to find where the tree lies. */
const SAMPLE = 4;

function writeTree(
  read: TreeRead,
  { file, text }: Source,
  { leavesOut, ...partial }: Pick<TreeFact, 'partial' | 'leavesOut'>,
  out: FactWriter,
): void {
  const [root] = read.folders;
  const { nameSpan } = read;
  const byKind = [...(root?.children ?? [])].sort((a, b) => Number(a.type === 'file') - Number(b.type === 'file'));
  const sample = byKind.slice(0, SAMPLE);
  const flags = leavesOut === undefined ? partial : { ...partial, leavesOut };
  const header: TreeFact = { kind: 'tree', name: read.name, file, sample, ...flags };
  out.fact(header, new FactParts({ start: 0, end: text.length }, nameSpan));
  for (const each of read.folders) {
    const fact: TreeFolder = { kind: 'tree-folder', name: each.path, file, children: each.children, ...partial };
    const parts = new FactParts({ start: each.start, end: each.end }, { start: each.nameStart, end: each.nameEnd })
      .field({ start: each.keyStart, end: each.keyEnd }, { start: each.listStart, end: each.listEnd })
      .fields(each.childSpans);
    out.fact(fact, parts);
  }
}

interface NamedChild {
  readonly child: TreeChild;
  readonly nameSpan: Span;
}

/** A directory with a list of children: the mapping, and where its name and the key of the list stand. */
interface FolderNode {
  readonly node: YamlMapping;
  readonly nameSpan: Span;
  readonly key: Span;
  readonly list: YamlSequence;
}

/** Reads any YAML, and says what is wrong with it. What is wrong is left out. */
class Walker {
  private readonly out: FactWriter;
  private readonly folders: FolderRead[] = [];
  leavesOut = false;

  constructor(out: FactWriter) {
    this.out = out;
  }

  problem(span: Span, message: string): void {
    this.leavesOut = true;
    this.out.problem({ code: 'tree/invalid', span, message, damage: false });
  }

  read(root: YamlNode): TreeRead | undefined {
    const found = this.node(root, '', true);
    if (found === undefined) return undefined;
    const { child, nameSpan } = found;
    if (child.type === 'file') {
      this.problem(nameSpan, `The root of a tree is a directory, '${truncateName(child.name)}' is a file`);
      return undefined;
    }
    return { name: child.name, nameSpan, folders: this.folders };
  }

  /** Gives the node as a child of its parent; folders are collected, a parent before what is in it. */
  private node(node: YamlNode, path: string, isRoot = false): NamedChild | undefined {
    if (!isMapping(node)) {
      const what = isRoot ? 'A tree' : 'A child';
      this.problem(beginning(node), `${what} has to be a mapping with name and type`);
      return undefined;
    }
    const named = this.nameOf(node);
    const type = this.typeOf(node);
    if (named === undefined || type === undefined) return undefined;
    const { name, nameSpan } = named;
    const child = { name, type };
    const children = entryOf(node, 'children');
    if (children === undefined || isNull(children.value)) {
      if (type === 'directory') this.withoutChildren(name, nameSpan);
    } else if (type === 'file')
      this.problem(children.key.span, `'${truncateName(name)}' is a file, and files have no children`);
    else if (children.value?.type !== 'sequence') this.problem(children.key.span, "'children' has to be a list");
    else {
      const { key, value } = children;
      this.folder({ node, nameSpan, key: key.span, list: value }, isRoot ? '' : joinPath(path, name));
    }
    return { child, nameSpan };
  }

  private folder({ node, nameSpan, key, list }: FolderNode, path: string): void {
    const folder: FolderRead = {
      path,
      start: node.span.start,
      end: node.span.end,
      nameStart: nameSpan.start,
      nameEnd: nameSpan.end,
      keyStart: key.start,
      keyEnd: key.end,
      listStart: list.span.start,
      listEnd: list.span.end,
      children: [],
      childSpans: [],
    };
    this.folders.push(folder);
    for (const item of list.items) {
      const found = this.node(item, path);
      if (found === undefined) continue;
      folder.children.push(found.child);
      folder.childSpans.push({ name: found.nameSpan, value: item.span });
    }
  }

  private withoutChildren(name: string, span: Span): void {
    const message = `'${truncateName(name)}' is a directory without children; an empty one has 'children: []', says the published schema`;
    this.out.problem({ code: TREE_SCHEMA, span, message, damage: false });
  }

  private nameOf(node: YamlMapping): { readonly name: string; readonly nameSpan: Span } | undefined {
    const entry = entryOf(node, 'name');
    const name = textIn(entry?.value);
    const nameSpan = entry?.value?.span;
    if (name !== undefined && nameSpan !== undefined && name !== '' && !name.includes('/')) return { name, nameSpan };
    if (entry === undefined) this.problem(beginning(node), "'name' is missing here");
    else this.problem(entry.value?.span ?? entry.key.span, "'name' has to be the name of a file or folder, as text");
    return undefined;
  }

  private typeOf(node: YamlMapping): TreeChild['type'] | undefined {
    const entry = entryOf(node, 'type');
    const type = textIn(entry?.value);
    if (type === 'file' || type === 'directory') return type;
    if (entry === undefined) this.problem(beginning(node), "'type' is missing here: file or directory");
    else this.problem(entry.value?.span ?? entry.key.span, "'type' has to be file or directory");
    return undefined;
  }
}

/** Whether a node is null. Both models of the published projects take null for no children, in files as in directories. */
function isNull(node: YamlNode | undefined): boolean {
  return node === undefined || (node.type === 'scalar' && node.as === 'null');
}

function beginning(node: YamlNode): Span {
  const first = isMapping(node) ? node.entries[0]?.key.span : undefined;
  return first ?? { start: node.span.start, end: Math.min(node.span.end, node.span.start + 1) };
}

import { FactParts } from '../../../model/fact-parts';
import { joinPath } from '../../../base/paths';
import { shown } from '../../../base/truncate';
import type { Span } from '../../../base/text';
import { entryOf, type YamlMapping, type YamlNode } from '../../../syntax/yaml/tree';
import type { FactWriter, Source } from '../../system';
import type { TreeChild, TreeFact, TreeFolder } from '../facts';
import { readTreeLines, type FolderRead, type TreeRead } from './tree-lines';
import { isDamaged, isMapping, textIn, writeProblems } from './yaml';

/** Reads `.onextree`: the root, and each folder with its children (formats 3.3). */
export function readTree(source: Source, out: FactWriter): void {
  const lines = readTreeLines(source.text);
  if (lines !== undefined) {
    writeTree(lines, source, false, out);
    return;
  }
  const tree = source.yaml();
  const walker = new Walker(out);
  const read = tree.root && walker.read(tree.root);
  if (read !== undefined) writeTree(read, source, isDamaged(tree), out);
  else if (tree.root === undefined && !isDamaged(tree))
    walker.problem({ start: 0, end: 0 }, 'This tree is empty: it has to be a mapping with name, type and children');
  writeProblems(tree, 'tree/invalid', out);
}

/** So many children of the root tell where the tree lies on disk. */
const SAMPLE = 4;

function writeTree(read: TreeRead, { file, text }: Source, damaged: boolean, out: FactWriter): void {
  const [root] = read.folders;
  const { nameSpan } = read;
  const partial = damaged ? { partial: true } : {};
  const byKind = [...(root?.children ?? [])].sort((a, b) => Number(a.type === 'file') - Number(b.type === 'file'));
  const header: TreeFact = { kind: 'tree', name: read.name, file, sample: byKind.slice(0, SAMPLE), ...partial };
  out.fact(header, new FactParts({ start: 0, end: text.length }, nameSpan));
  for (const each of read.folders) {
    const fact: TreeFolder = { kind: 'tree-folder', name: each.path, file, children: each.children, ...partial };
    const parts = new FactParts({ start: each.start, end: each.end }, { start: each.nameStart, end: each.nameEnd })
      .field({ start: each.keyStart, end: each.keyEnd }, { start: each.listStart, end: each.listEnd })
      .fields(each.childSpans);
    out.fact(fact, parts);
  }
}

/** Reads any YAML, and says what is wrong with it. What is wrong is left out. */
class Walker {
  private readonly out: FactWriter;
  private readonly folders: FolderRead[] = [];

  constructor(out: FactWriter) {
    this.out = out;
  }

  problem(span: Span, message: string): void {
    this.out.problem({ code: 'tree/invalid', span, message, damage: false });
  }

  read(root: YamlNode): TreeRead | undefined {
    const found = this.node(root, '', true);
    if (found === undefined || !isMapping(root)) return undefined;
    const name = entryOf(root, 'name')!.value!;
    if (found.type === 'file') {
      this.problem(name.span, `The root of a tree is a directory, '${shown(found.name)}' is a file`);
      return undefined;
    }
    return { name: found.name, nameSpan: name.span, folders: this.folders };
  }

  /** Gives the node as a child of its parent; folders are collected, a parent before what is in it. */
  private node(node: YamlNode, path: string, isRoot = false): TreeChild | undefined {
    if (!isMapping(node)) {
      const what = isRoot ? 'A tree' : 'A child';
      this.problem(beginning(node), `${what} has to be a mapping with name and type`);
      return undefined;
    }
    const name = this.nameOf(node);
    const type = this.typeOf(node);
    if (name === undefined || type === undefined) return undefined;
    const children = entryOf(node, 'children');
    if (type === 'file') {
      if (children === undefined) return { name, type };
      this.problem(children.key.span, `'${shown(name)}' is a file, and files have no children`);
    } else if (children === undefined)
      this.problem(
        entryOf(node, 'name')!.value!.span,
        `'${shown(name)}' is a directory without children; an empty one has 'children: []'`,
      );
    else if (children.value?.type !== 'sequence') this.problem(children.key.span, "'children' has to be a list");
    else this.folder(node, isRoot ? '' : joinPath(path, name));
    return { name, type };
  }

  private folder(node: YamlMapping, path: string): void {
    const name = entryOf(node, 'name')!.value!;
    const { key, value: list } = entryOf(node, 'children')!;
    const folder: FolderRead = {
      path,
      start: node.span.start,
      end: node.span.end,
      nameStart: name.span.start,
      nameEnd: name.span.end,
      keyStart: key.span.start,
      keyEnd: key.span.end,
      listStart: list!.span.start,
      listEnd: list!.span.end,
      children: [],
      childSpans: [],
    };
    this.folders.push(folder);
    for (const item of list?.type === 'sequence' ? list.items : []) {
      const child = this.node(item, path);
      if (child === undefined || !isMapping(item)) continue;
      const at = entryOf(item, 'name')!.value!.span;
      folder.children.push(child);
      folder.childSpans.push({ name: at, value: item.span });
    }
  }

  private nameOf(node: YamlMapping): string | undefined {
    const entry = entryOf(node, 'name');
    const name = textIn(entry?.value);
    if (name !== undefined && name !== '' && !name.includes('/')) return name;
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

function beginning(node: YamlNode): Span {
  const first = isMapping(node) ? node.entries[0]?.key.span : undefined;
  return first ?? { start: node.span.start, end: Math.min(node.span.end, node.span.start + 1) };
}

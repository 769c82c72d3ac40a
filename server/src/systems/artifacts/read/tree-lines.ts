import { defined } from '../../../base/defined';
import type { FieldSpans } from '../../../model/fact-parts';
import { addAll } from '../../../base/collections';
import { joinPath } from '../../../base/paths';
import type { Span } from '../../../base/text';
import type { TreeChild } from '../facts';

/** What a tree file says. */
export interface TreeRead {
  readonly name: string;
  readonly nameSpan: Span;
  /** The root first; parents before children. */
  readonly folders: readonly FolderRead[];
}

/** A folder of a tree with the offsets of its parts, while it is read. */
export interface FolderRead {
  path: string;
  start: number;
  end: number;
  nameStart: number;
  nameEnd: number;
  keyStart: number;
  keyEnd: number;
  listStart: number;
  listEnd: number;
  readonly children: TreeChild[];
  /** Where each child stands: its name, and as a value the whole of it. */
  readonly childSpans: FieldSpans[];
  /** The folders among its children, in their order. */
  inner?: { readonly name: string; readonly folder: FolderRead }[];
}

/**
 * Reads a tree that stands as tools write it, one key a line; nothing for any other text, which is then read as YAML. A tree
 * of 50,000 entries is three million characters, which the YAML library takes seconds for. Linear, one pass.
 */
export function readTreeLines(text: string): TreeRead | undefined {
  return new LineReader(text).read();
}

/** A node that is being read: the column of its keys, and what is known of it so far. */
interface Open {
  readonly column: number;
  /** Where its first key stands. */
  readonly start: number;
  name: string | undefined;
  nameStart: number;
  nameEnd: number;
  type: string | undefined;
  folder: FolderRead | undefined;
  /** Whether the entry says `children: null`. */
  hasNoChildren: boolean;
  /** The column of the dashes of its children, once the first was seen. */
  dashes: number;
  end: number;
}

class LineReader {
  private readonly text: string;
  private readonly folders: FolderRead[] = [];
  private readonly open: Open[] = [];
  private root: Open | undefined;
  private hasBegun = false;

  constructor(text: string) {
    this.text = text;
  }

  read(): TreeRead | undefined {
    const { text } = this;
    // Suppressions are found by the YAML reader; so is whatever goes on over lines or means something else.
    if (text.includes('registry:') || text.includes('\r') || text.includes('\t')) return undefined;
    for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length;) {
      let end = text.indexOf('\n', at);
      if (end < 0) end = text.length;
      if (!this.line(at, end)) return undefined;
      at = end + 1;
    }
    if (!this.closeBeyond(-1)) return undefined;
    const { root, folders } = this;
    if (root?.name === undefined) return undefined;
    return { name: root.name, nameSpan: { start: root.nameStart, end: root.nameEnd }, folders };
  }

  private line(start: number, end: number): boolean {
    const { text } = this;
    let at = start;
    while (at < end && text.charCodeAt(at) === SPACE) at++;
    if (at === end || text.charCodeAt(at) === HASH) return true;
    if (text.charCodeAt(at) === DASH) {
      // `---` before the first key begins the document; a second one begins another.
      if (at === start && text.slice(at, end).trimEnd() === '---') return this.beginDocument();
      if (text.charCodeAt(at + 1) !== SPACE || text.charCodeAt(at + 2) <= SPACE) return false;
      const child = this.child(at - start, at + 2);
      return child !== undefined && this.key(child, at + 2, end);
    }
    if (this.root === undefined) this.root = this.push(at - start, at);
    else if (!this.closeBeyond(at - start)) return false;
    const node = this.open.at(-1);
    return node?.column === at - start && this.key(node, at, end);
  }

  private beginDocument(): boolean {
    const isFirst = !this.hasBegun && this.root === undefined;
    this.hasBegun = true;
    return isFirst;
  }

  /** A dash: whatever stands farther in has ended, and the node around it has a list of children. */
  private child(dash: number, keyAt: number): Open | undefined {
    if (!this.closeBeyond(dash)) return undefined;
    const parent = this.open.at(-1);
    if (parent?.folder === undefined || parent.folder.listEnd >= 0) return undefined;
    if (parent.dashes < 0) {
      parent.dashes = dash;
      parent.folder.listStart = keyAt - 2;
    } else if (parent.dashes !== dash) return undefined;
    return this.push(dash + 2, keyAt);
  }

  private push(column: number, start: number): Open {
    const node = {
      column,
      start,
      name: undefined,
      nameStart: 0,
      nameEnd: 0,
      type: undefined,
      folder: undefined,
      hasNoChildren: false,
      dashes: -1,
      end: start,
    };
    this.open.push(node);
    return node;
  }

  private key(node: Open, at: number, end: number): boolean {
    const { text } = this;
    let last = end;
    while (last > at && text.charCodeAt(last - 1) === SPACE) last--;
    // A key after the children: their list has ended before it.
    if (node.folder !== undefined && node.dashes >= 0 && node.folder.listEnd < 0) node.folder.listEnd = node.end;
    node.end = last;
    if (text.startsWith('name: ', at)) {
      if (node.name !== undefined) return false;
      return this.name(node, at + 6, last);
    }
    if (text.startsWith('type: ', at)) {
      if (node.type !== undefined) return false;
      node.type = text.slice(at + 6, last);
      return node.type === 'file' || node.type === 'directory';
    }
    if (OTHERS.some(key => text.startsWith(key, at))) return /^\w+: [\w/.][^\s#]*$/.test(text.slice(at, last));
    if (!text.startsWith('children:', at) || node.folder !== undefined) return false;
    if (text.slice(at + 9, last) === ' null') {
      node.hasNoChildren = true;
      return true;
    }
    const isEmpty = text.slice(at + 9, last) === ' []';
    if (!isEmpty && last !== at + 9) return false;
    node.folder = {
      path: '',
      start: node.start,
      end: last,
      nameStart: 0,
      nameEnd: 0,
      keyStart: at,
      keyEnd: at + 8,
      listStart: isEmpty ? at + 10 : -1,
      listEnd: isEmpty ? at + 12 : -1,
      children: [],
      childSpans: [],
    };
    return true;
  }

  private name(node: Open, start: number, end: number): boolean {
    const raw = this.text.slice(start, end);
    const quoted = /^(['"])([^'"\\/]+)\1$/.exec(raw)?.[2];
    if (quoted === undefined && !isPlainText(raw)) return false;
    node.name = quoted ?? raw;
    node.nameStart = start;
    node.nameEnd = end;
    return true;
  }

  /** Closes the nodes that stand farther in than a column, the innermost first. */
  private closeBeyond(column: number): boolean {
    for (let last = this.open.at(-1); last !== undefined && last.column > column; last = this.open.at(-1)) {
      this.open.pop();
      if (!this.close(last)) return false;
    }
    return true;
  }

  /** A node has ended: it goes to its parent. */
  private close(node: Open): boolean {
    const { name, type, folder } = node;
    if (name === undefined || type === undefined || (type === 'directory') !== (folder !== undefined)) return false;
    if (node.hasNoChildren && folder !== undefined) return false;
    if (folder !== undefined) {
      // Children written without any item are no list.
      if (folder.listStart < 0) return false;
      if (folder.listEnd < 0) folder.listEnd = node.end;
      Object.assign(folder, { end: node.end, nameStart: node.nameStart, nameEnd: node.nameEnd });
    }
    const parent = this.open.at(-1);
    if (parent === undefined) return this.finish(folder);
    parent.end = node.end;
    const around = defined(parent.folder, 'the folder around a child');
    around.children.push({ name, type: type as 'file' | 'directory' });
    around.childSpans.push({
      name: { start: node.nameStart, end: node.nameEnd },
      value: { start: node.start, end: node.end },
    });
    if (folder !== undefined) (around.inner ??= []).push({ name, folder });
    return true;
  }

  /** Paths are known from the root downwards. */
  private finish(root: FolderRead | undefined): boolean {
    if (root === undefined) return false;
    const waiting: FolderRead[] = [root];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      this.folders.push(folder);
      const inner = folder.inner ?? [];
      for (const child of inner) child.folder.path = joinPath(folder.path, child.name);
      delete folder.inner;
      addAll(waiting, inner.map(child => child.folder).reverse());
    }
    return true;
  }
}

/** Whether YAML reads the word as text, whatever its version: with letters that no number or date has. */
function isPlainText(word: string): boolean {
  if (word === '..' || word === '.') return true;
  if (!/^[A-Za-z0-9_.][\w.+@-]*$/.test(word) || /^(?:true|false|null|yes|no|on|off|y|n|\.nan|\.inf)$/i.test(word))
    return false;
  return /^\.?[A-Za-z_]/.test(word) || /[g-nq-sv-wyG-NQ-SV-WY]/.test(word);
}

/** Keys that trees may have and nothing here asks for. */
const OTHERS = ['namespace: ', 'mtime: ', 'size: '];

const SPACE = 32;
const HASH = 35;
const DASH = 45;

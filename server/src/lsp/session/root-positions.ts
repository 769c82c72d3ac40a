import type { DiagnosticRelatedInformation, Range } from 'vscode-languageserver';
import { TextDocument, type Position } from 'vscode-languageserver-textdocument';
import { LruCache } from '../../base/lru-cache';
import type { Span } from '../../base/text';
import type { PlacedFinding } from '../../model/finding';
import type { Workspace } from '../../workspace';
import { pathBelow, uriBelow, type UriParts } from '../hosts/uri';
import { rangeBetween, relatedOf, START, type Positions } from './convert';
import type { RootState } from './root-state';

/** Where a root is. */
export interface RootPlace {
  /** The client's own spelling, without `/` at the end. */
  readonly uri: string;
  readonly parts: UriParts;
  /** The host's name for it. */
  readonly folder: string;
}

/** Where the paths and offsets of a root are for the client, and the other way around. */
export class RootPositions implements Positions {
  private readonly root: RootPlace;
  private readonly state: RootState;
  private readonly known: KnownSpellings | undefined;
  /** What findings of open files name: finding out where that is takes time, and a file may name hundreds of places, at every keystroke. */
  private related = newRelated();

  constructor(root: RootPlace, state: RootState, { foldsCase }: { readonly foldsCase: boolean }) {
    this.root = root;
    this.state = state;
    this.known = foldsCase ? new KnownSpellings() : undefined;
  }

  /** The path of a URI below the root, in the case that is known of it; nothing for others. */
  pathOf(uri: UriParts): string | undefined {
    const path = pathBelow(this.root.parts, uri, this.known !== undefined);
    return path === undefined || this.known === undefined ? path : this.known.of(path, this.state.workspace);
  }

  /** The URI as the editor spells it that shows the file, else in the client's spelling of the root. */
  uriOf(path: string): string {
    return this.state.documents.get(path)?.uri ?? uriBelow(this.root.uri, path);
  }

  rangeIn(path: string, span: Span): Range {
    const range = this.state.workspace.range(path, span);
    return range === undefined ? START : rangeBetween(range.start, range.end);
  }

  relatedIn(places: PlacedFinding['related']): DiagnosticRelatedInformation[] {
    let related = this.related.get(places);
    if (related === undefined) this.related.set(places, (related = relatedOf(places, this)));
    return related;
  }

  /** Positions that answer the same and keep nothing: closed files are many, and the client is told about each once. */
  withoutKeeping(): Positions {
    return {
      uriOf: path => this.uriOf(path),
      rangeIn: (path, span) => this.rangeIn(path, span),
      relatedIn: places => relatedOf(places, this),
    };
  }

  /** To be called when the URI of a file is spelled in another way from now on. */
  forgetRelated(): void {
    this.related = newRelated();
  }

  /** The offset of a position in a file; nothing for a file that is not known. A position beyond the text or its line gives the nearest one within. */
  offsetAt(path: string, position: Position): number | undefined {
    const { documents, workspace } = this.state;
    const document = documents.get(path);
    if (document !== undefined) return document.offsetAt(position);
    const text = workspace.file(path) && workspace.text(path);
    return text === undefined ? undefined : TextDocument.create('', '', 0, text).offsetAt(position);
  }
}

/** Finds paths in the case that is known of them, where the file system takes all cases for the same. */
class KnownSpellings {
  private workspace: Workspace | undefined;
  private revision = -1;
  /** By path in lower case. */
  private spellings: ReadonlyMap<string, string> = new Map();

  /** `path` in the case of the file or folder that is known; as it is when there is none. */
  of(path: string, workspace: Workspace): string {
    const { lookup, revision } = workspace;
    if (lookup.hasFile(path) || lookup.hasFolder(path)) return path;
    if (this.workspace !== workspace || this.revision !== revision) {
      this.workspace = workspace;
      this.revision = revision;
      this.spellings = new Map([...workspace.allPaths()].map(each => [each.toLowerCase(), each]));
    }
    return this.spellings.get(path.toLowerCase()) ?? path;
  }
}

function newRelated(): LruCache<PlacedFinding['related'], DiagnosticRelatedInformation[]> {
  return new LruCache(2048);
}

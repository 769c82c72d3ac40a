import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseUri } from '../hosts/uri';
import { cellOf, cellPath } from './notebook-cells';
import type { Located, RootSet } from './root-set';

/** Tells each root what editors do to the texts that belong to it. */
export class DocumentRouter {
  private readonly roots: RootSet;
  private readonly documents = new TextDocuments(TextDocument);
  /** Where the texts that editors show belong, by URI; nothing for those that are none of ours. */
  private readonly places = new Map<string, Located | undefined>();

  constructor(connection: Connection, roots: RootSet) {
    this.roots = roots;
    this.documents.listen(connection);
    this.documents.onDidOpen(({ document }) => this.places.set(document.uri, this.placeOf(document.uri)));
    this.documents.onDidChangeContent(({ document }) => {
      const place = this.places.get(document.uri);
      place?.root.show(place.path, document);
    });
    this.documents.onDidSave(({ document }) => {
      const place = this.places.get(document.uri);
      place?.root.saved(place.path);
    });
    this.documents.onDidClose(({ document }) => {
      const place = this.places.get(document.uri);
      this.places.delete(document.uri);
      place?.root.hide(place.path);
    });
  }

  /** Where a text that an editor shows belongs; nothing for a text that is none of ours. */
  at(uri: string): Located | undefined {
    return this.places.get(uri);
  }

  /**
   * Puts texts where they belong now: all when roots have come or gone, else those of which it may have changed whether they are left
   * out.
   */
  placeAgain(isMeant: (owner: Located) => boolean = () => true): void {
    for (const document of this.documents.all()) {
      const owner = this.ownerOf(document.uri);
      if (owner !== undefined && !isMeant(owner)) continue;
      const before = this.places.get(document.uri);
      const now = owner && accepted(owner);
      if (before?.root === now?.root) continue;
      if (before !== undefined && this.roots.all().includes(before.root)) before.root.hide(before.path);
      this.places.set(document.uri, now);
      now?.root.show(now.path, document);
    }
  }

  private placeOf(uri: string): Located | undefined {
    const owner = this.ownerOf(uri);
    return owner && accepted(owner);
  }

  private ownerOf(uri: string): Located | undefined {
    const cell = cellOf(uri);
    const parts = parseUri(cell?.notebook ?? uri);
    const owner = parts && this.roots.owner(parts);
    if (owner === undefined) return undefined;
    return cell === undefined ? owner : { root: owner.root, path: cellPath(owner.path, cell.cell) };
  }
}

/** The root that owns a text, if the root reads files of its kind. */
function accepted(owner: Located): Located | undefined {
  return owner.root.accepts(owner.path) ? owner : undefined;
}

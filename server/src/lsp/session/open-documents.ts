import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change, Workspace } from '../../workspace';
import { notebookOf, withImportsOfOthers } from './notebook-cells';

/** The texts of a root that editors show, by path: files, and cells of notebooks. */
export class OpenDocuments {
  private readonly documents = new Map<string, TextDocument>();
  /** Longer texts are not read. */
  private readonly sizeLimit: number;

  constructor(sizeLimit: number) {
    this.sizeLimit = sizeLimit;
  }

  has(path: string): boolean {
    return this.documents.has(path);
  }

  get(path: string): TextDocument | undefined {
    return this.documents.get(path);
  }

  /** The version of the text that an editor shows; nothing for a closed file. */
  versionOf(path: string): number | undefined {
    return this.documents.get(path)?.version;
  }

  paths(): Iterable<string> {
    return this.documents.keys();
  }

  /** The paths of files. Cells of notebooks are none. */
  *filePaths(): Iterable<string> {
    for (const path of this.documents.keys()) if (notebookOf(path) === undefined) yield path;
  }

  /** Notes the text that an editor shows now, or that it shows none any more. */
  set(path: string, document: TextDocument | undefined): void {
    if (document === undefined) this.documents.delete(path);
    else this.documents.set(path, document);
  }

  /** Puts the texts of all cells into a workspace, and those of all files or some. */
  putAll(workspace: Workspace, isMeant: (path: string) => boolean = () => true): void {
    for (const path of this.documents.keys())
      if (notebookOf(path) !== undefined || isMeant(path)) this.put(path, workspace);
  }

  /** Puts a text into a workspace. */
  put(path: string, workspace: Workspace): void {
    const notebook = notebookOf(path);
    const document = this.documents.get(path);
    if (notebook !== undefined) this.putCells(notebook, workspace);
    else if (document !== undefined) workspace.takeChanges(new Map([[path, this.changeTo(document)]]));
  }

  /** A cell sees what the others of its notebook import, so all of them are put anew. */
  private putCells(notebook: string, workspace: Workspace): void {
    const cells = [...this.documents].filter(([path]) => notebookOf(path) === notebook);
    for (const [path, document] of cells) {
      const others = cells.filter(([other]) => other !== path).map(([, other]) => other.getText());
      workspace.showUnindexed(path, withImportsOfOthers(document.getText(), others));
    }
  }

  private changeTo(document: TextDocument): Change {
    const text = document.getText();
    if (text.length <= this.sizeLimit) return { text, open: true };
    return { text: '', open: true, unreadable: { message: 'This text is too large to read', offset: 0 } };
  }
}

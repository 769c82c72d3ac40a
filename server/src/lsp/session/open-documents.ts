import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change, Workspace } from '../../workspace';
import { notebookOf, withImportsOfOthers } from './notebook-cells';

/** The texts of a root that editors show, by path: files, and cells of notebooks. */
export class OpenDocuments {
  private readonly documents = new Map<string, TextDocument>();
  /** The versions of the texts that were opened or saved last. */
  private readonly savedVersions = new Map<string, number>();
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
    const isOpened = document !== undefined && this.documents.get(path)?.uri !== document.uri;
    if (isOpened) this.savedVersions.set(path, document.version);
    if (document !== undefined) this.documents.set(path, document);
    else {
      this.documents.delete(path);
      this.savedVersions.delete(path);
    }
  }

  /** Notes that the text which an editor shows was saved. Returns it, if it had been edited. */
  markSaved(path: string): TextDocument | undefined {
    const document = this.documents.get(path);
    if (document === undefined || !this.isUnsaved(path, document)) return undefined;
    this.savedVersions.set(path, document.version);
    return document;
  }

  private isUnsaved(path: string, { version }: TextDocument): boolean {
    return this.savedVersions.get(path) !== version;
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
    else if (document !== undefined) workspace.takeChanges(new Map([[path, this.changeTo(path, document)]]));
  }

  /** A cell sees what the others of its notebook import, so all of them are put anew. */
  private putCells(notebook: string, workspace: Workspace): void {
    const cells = [...this.documents].filter(([path]) => notebookOf(path) === notebook);
    for (const [path, document] of cells) {
      const others = cells.filter(([other]) => other !== path).map(([, other]) => other.getText());
      workspace.showUnindexed(path, withImportsOfOthers(document.getText(), others));
    }
  }

  private changeTo(path: string, document: TextDocument): Change {
    const text = document.getText();
    if (text.length <= this.sizeLimit) return { text, open: true, unsaved: this.isUnsaved(path, document) };
    return { text: '', open: true, unreadable: { message: 'This text is too large to read', offset: 0 } };
  }
}

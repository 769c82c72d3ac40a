import * as vscode from 'vscode';
import type { FileText, FolderEntry } from '../../server/src/protocol';

/** What is in a folder; null for what is no folder. */
export async function listFolder({ uri }: { readonly uri: string }): Promise<FolderEntry[] | null> {
  try {
    const folder = vscode.Uri.parse(uri);
    // The server writes the top of a file system without a slash at the end.
    const entries = await vscode.workspace.fs.readDirectory(folder.path === '' ? folder.with({ path: '/' }) : folder);
    return entries.map(([name, type]) => ({
      name,
      isFolder: (type & vscode.FileType.Directory) !== 0,
      isLink: (type & vscode.FileType.SymbolicLink) !== 0,
    }));
  } catch {
    return null;
  }
}

/** The texts of files, in the order of their URIs; see `FileText`. */
export function readFiles({ uris }: { readonly uris: readonly string[] }): Promise<FileText[]> {
  return Promise.all(uris.map(readFile));
}

async function readFile(uri: string): Promise<FileText> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
  } catch (error) {
    const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return isGone ? null : { problem: vscode.l10n.t('This file cannot be read') };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: vscode.l10n.t('This file is not UTF-8: loading it fails') };
  }
}

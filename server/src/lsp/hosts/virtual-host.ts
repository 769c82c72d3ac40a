import type { Connection } from 'vscode-languageserver';
import { isRootMark } from '../../host/root-marks';
import { subjectOf } from '../../host/walk';
import { VirtualFiles } from '../../host/virtual-files';
import { LIST_FOLDER, READ_FILES, type FileText, type FolderEntry } from '../../protocol';
import type { Host } from './host';
import { parseUri, uriBelow } from './uri';

/** No text that an editor shows is looked at beyond this. In UTF-16 units. */
const LONGEST = 4 * 1024 * 1024;

/**
 * Files that the client reads for us: in a browser, and in workspaces that are on no disk. The host's name for a folder is
 * its URI. A root is always a folder that is open, since what lies above it cannot be seen.
 */
export function virtualHost(connection: Connection): Host {
  const files = new VirtualFiles({
    list: async uri => (await connection.sendRequest<FolderEntry[] | null>(LIST_FOLDER, { uri })) ?? undefined,
    read: uris => connection.sendRequest<FileText[]>(READ_FILES, { uris }),
    below: uriBelow,
  });
  return {
    folderOf: uri => (parseUri(uri) === undefined ? undefined : uriBelow(uri, '')),
    rootOf: folder => folder,
    isRootMark,
    subjectOf,
    foldsCase: () => false,
    isLeftOut: (root, path) => files.isLeftOut(root, path),
    load: (engine, root, options) => files.load(engine, root, options),
    refresh: (engine, root, paths, options) => files.refresh(engine, root, paths, options),
    readText: (root, path) => files.readText(root, path),
    isReadOnly: () => false,
    sizeLimit: LONGEST,
    environmentWorkspace: undefined,
  };
}

/** Folders on the disk, where they are on one; others, named by a scheme that is longer than a drive's letter, through a client. */
export function eitherHost(disk: Host, virtual: Host): Host {
  const of = (folder: string): Host => (/^[a-z][\w+.-]+:/i.test(folder) ? virtual : disk);
  return {
    ...disk,
    folderOf: uri => disk.folderOf(uri) ?? virtual.folderOf(uri),
    rootOf: folder => of(folder).rootOf(folder),
    foldsCase: folder => of(folder).foldsCase(folder),
    isLeftOut: (root, path) => of(root).isLeftOut(root, path),
    load: (engine, root, options) => of(root).load(engine, root, options),
    loadCommit: async (engine, root, ref, checkpoint) =>
      (await of(root).loadCommit?.(engine, root, ref, checkpoint)) === true,
    commitNames: async root => (await of(root).commitNames?.(root)) ?? [],
    refresh: (engine, root, paths, options) => of(root).refresh(engine, root, paths, options),
    readText: (root, path) => of(root).readText(root, path),
    isReadOnly: (root, path) => of(root).isReadOnly(root, path),
  };
}

import {
  DidChangeWatchedFilesNotification,
  WatchKind,
  type Connection,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { WATCHED_FILES } from '../../protocol';
import type { Client } from './client-capabilities';
import { isBelow } from '../hosts/uri';

/** A folder that comes or goes is one event of the folder, so presence is watched for every path. */
const ANY = '**';

/** Asks the client to watch the roots, unless it does so on its own, or cannot. What comes back ends the watching. */
export async function watchFiles(
  connection: Connection,
  client: Client,
  roots: readonly { readonly uri: string }[],
  folders: readonly string[],
): Promise<Disposable | undefined> {
  if (client.options.watchesFiles === true || !client.hasWatchers) return undefined;
  const outside = roots.map(root => root.uri).filter(root => !folders.some(folder => isBelow(folder, root)));
  const watchers = [
    ...watchersIn(glob => glob),
    ...(client.hasRelativePatterns ? outside.flatMap(baseUri => watchersIn(pattern => ({ baseUri, pattern }))) : []),
  ];
  return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

function watchersIn(place: (glob: string) => FileSystemWatcher['globPattern']): FileSystemWatcher[] {
  return [
    { globPattern: place(WATCHED_FILES), kind: WatchKind.Change },
    { globPattern: place(ANY), kind: WatchKind.Create | WatchKind.Delete },
  ];
}

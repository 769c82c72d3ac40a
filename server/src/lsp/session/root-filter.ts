import type { Workspace } from '../../workspace';
import type { Engine } from '../hosts/host';

/** A workspace as the host sees it that fills it: what belongs to a root below its own is kept out. */
export function ownPart(workspace: Workspace, isOwn: (path: string) => boolean): Engine {
  return {
    claims: path => isOwn(path) && workspace.claims(path),
    vital: path => isOwn(path) && workspace.vital(path),
    note: (path, link) => {
      if (isOwn(path)) workspace.note(path, link);
    },
    close: (folder, isClosed) => {
      if (isOwn(folder)) workspace.close(folder, isClosed);
    },
    take: changes => workspace.take(new Map([...changes].filter(([path]) => isOwn(path)))),
    taking: (path, change) => (isOwn(path) ? workspace.taking(path, change) : () => true),
    connect: mayGoOn => workspace.connect(mayGoOn),
    complete: () => workspace.complete(),
    settle: mayGoOn => workspace.settle(mayGoOn),
    atOrBelow: path => workspace.atOrBelow(path),
    links: workspace.links,
    lookup: workspace.lookup,
  };
}

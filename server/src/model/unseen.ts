import { isAtOrBelow } from '../base/paths';
import { isLink } from './link';
import type { Lookup, Unseen } from './lookup';
import { damagedSettings } from './settings';

/** The folder that could not be listed and in which `path`, or something below it, may be all the same; none where absence is certain. */
export function unseenAt(path: string, lookup: Lookup): string | undefined {
  return lookup.unseen().find(each => each.isFolder && (isAtOrBelow(path, each.path) || isAtOrBelow(each.path, path)))
    ?.path;
}

/** What keeps a thing from being called absent that may stand in any file, or where the project file says. */
export function unseenAnywhere(lookup: Lookup): Unseen | undefined {
  const settings = damagedSettings(lookup);
  return unseenCode(lookup)[0] ?? (settings && { path: settings.path, isFolder: false });
}

/**
 * What is unseen and may hold anything that the code of the repository defines. A link at its top to a folder elsewhere, such
 * as `data`, leads to what lies around the code: it may hold what a path leads to, and nothing else.
 */
export function unseenCode(lookup: Lookup): readonly Unseen[] {
  return lookup.unseen().filter(each => each.path.includes('/') || !each.isFolder || !isOutside(each, lookup));
}

/** Whether it is a link that leads out of the repository: whatever stands there, it is none of the repository's own files. */
export function isOutside({ path }: Unseen, lookup: Lookup): boolean {
  return lookup.file(path)?.facts.some(fact => isLink(fact) && fact.outside === true) === true;
}

/** What follows from it, for whoever is told that a folder could not be listed. */
export const UNSEEN_NOTE = 'What is in it is unknown, so what might be there is not called missing.';

/** Says so in words. */
export function unseenInWords(unseen: Unseen, lookup: Lookup): string {
  const { path, isFolder } = unseen;
  if (isOutside(unseen, lookup)) return `the link '${path}' leads out of the repository`;
  return isFolder ? `the folder '${path}' cannot be listed` : `${path} cannot be read`;
}

import type { LinkTarget } from '../base/symlink-target';
import { ofKind, type Fact } from './fact';
import type { Lookup } from './lookup';

/** A symbolic link. Its file is the link itself: one of a folder has no text, one of a file may have other facts, too. */
export interface LinkFact extends Fact, LinkTarget {
  readonly kind: 'link';
}

/** Whether a fact is a symbolic link. */
export const isLink = ofKind<LinkFact>('link');

/** The symbolic link at a path, as far as it is in sight. For whoever follows a broken one there is nothing. */
export function linkAt(path: string, lookup: Lookup): LinkFact | undefined {
  return lookup.file(path)?.facts.find(isLink);
}

import type { LinkTarget } from '../base/symlink-target';
import { ofKind, type Fact } from './fact';

/** A symbolic link. Its file is the link itself: one of a folder has no text, one of a file may have other facts, too. */
export interface LinkFact extends Fact, LinkTarget {
  readonly kind: 'link';
}

/** Whether a fact is a symbolic link. */
export const isLink = ofKind<LinkFact>('link');

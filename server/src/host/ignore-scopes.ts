import path from 'node:path';
import { folderOf } from '../base/paths';
import { isIgnored, isNeverEntered, type IgnoreScope } from './ignore-rules';
import { scopeAbove, withIgnoreFile } from './ignores';
import { isSetApart } from './root-marks';
import { exists, statOf } from './roots';

/**
 * Whether a file does not belong to the root: it is ignored, in a folder that is never entered, or in an inner root.
 */
export function isLeftOut(root: string, at: string): boolean {
  const scope = new IgnoreScopes(root, { entersLinks: true }).of(folderOf(at));
  return scope === LEFT_OUT || isIgnored(scope, at, false);
}

/**
 * The ignore rules in force in each folder, computed when they are first asked for. Folders behind links are left out
 * unless `entersLinks` is set, since their files have other paths.
 */
export class IgnoreScopes {
  private readonly known = new Map<string, IgnoreScope | undefined | typeof LEFT_OUT>();
  private readonly root: string;
  private readonly entersLinks: boolean;

  constructor(root: string, { entersLinks }: { readonly entersLinks: boolean }) {
    this.root = root;
    this.entersLinks = entersLinks;
    this.known.set('', withIgnoreFile(scopeAbove(root), path.join(root, '.gitignore'), ''));
  }

  of(folder: string): IgnoreScope | undefined | typeof LEFT_OUT {
    if (this.known.has(folder)) return this.known.get(folder);
    const scope = this.enter(this.of(folderOf(folder)), folder);
    this.known.set(folder, scope);
    return scope;
  }

  private enter(
    above: IgnoreScope | undefined | typeof LEFT_OUT,
    folder: string,
  ): IgnoreScope | undefined | typeof LEFT_OUT {
    if (above === LEFT_OUT || isNeverEntered(folder) || isIgnored(above, folder, true)) return LEFT_OUT;
    const at = path.join(this.root, folder);
    if (!this.entersLinks && statOf(at)?.isSymbolicLink() === true) return LEFT_OUT;
    const holds = { has: (name: string) => exists(path.join(at, name)) };
    if (isSetApart(folder, holds)) return LEFT_OUT;
    return withIgnoreFile(above, path.join(at, '.gitignore'), `${folder}/`);
  }
}

/** Stands for the scope of a folder that nothing is read in. */
export const LEFT_OUT = 'left out';

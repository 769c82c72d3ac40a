import { fileName } from '../../base/paths';
import type { Language } from './facts';

/** What paths say about modules (formats 2.2, 2.8). */

const COMPANION = '_meta.yaml';

/** Whether a path is that of a companion. */
export function isCompanionPath(path: string): boolean {
  return path.endsWith(COMPANION) && fileName(path).length > COMPANION.length;
}

/** `a/b_meta.yaml` belongs to `a/b`, whatever the ending of that. */
export function stemOfCompanion(path: string): string {
  return path.slice(0, -COMPANION.length);
}

/** Where the companion of a module file lies, should it have one. */
export function companionPath(path: string): string {
  return withoutEnding(path) + COMPANION;
}

/** The language of a module file. Returns undefined for other files. */
export function languageOf(path: string): Language | undefined {
  if (path.endsWith('.py')) return 'python';
  return /(?<!\.test|\.spec)(?:(?<!\.d)\.ts|\.js)$/.test(path) ? 'typescript' : undefined;
}

/** The endings that the module of a companion may have; of several TypeScript ones, the first is found first. */
export const ENDINGS: Readonly<Record<Language, readonly [string, ...string[]]>> = {
  python: ['.py'],
  typescript: ['.js', '.ts'],
};

/** A path without the ending of its language. */
export function withoutEnding(path: string): string {
  return path.replace(/\.(py|ts|js)$/, '');
}

/** Names that the scan passes over (formats 2.2), below a root. */
export function isHidden(relative: string): boolean {
  return relative.split('/').some(each => /^[._]/.test(each) || each === 'node_modules');
}

/** The outermost folder called `extensions` that a path lies in. */
export function extensionsFolder(path: string): string | undefined {
  return /^(?:.*?\/)?extensions(?=\/)/.exec(path)?.[0];
}

/** A path as a file in `folder` writes it, relative to the root. Returns undefined if it leads out of the repository. */
export function resolvePath(folder: string, text: string): string | undefined {
  if (/^[/~]|^[A-Za-z]:|\\/.test(text)) return undefined;
  const segments = folder === '' ? [] : folder.split('/');
  for (const segment of text.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined;
    } else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

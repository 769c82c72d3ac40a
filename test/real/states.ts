import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { Workspace } from '../../server/src/workspace';

/** The files of a repository at one commit, by path. Of a file that is not read only the path counts: its text is empty. */
export type State = ReadonlyMap<string, string>;

/** Repositories as they were, and mistakes that were mended in them. */
export interface States {
  /** By name, such as `cursus-c75b4fdc`. */
  readonly full: ReadonlyMap<string, State>;
  readonly bugs: readonly Bug[];
}

export interface Bug {
  /** The commit that mended it. */
  readonly fix: string;
  readonly before: State;
  readonly after: State;
}

/**
 * The states of a folder. `NAME-COMMIT.tar.gz` is a full state; `NAME-before-COMMIT.tar.gz` is the one before a fix, and
 * `NAME-fix-COMMIT.diff.gz` what it changed. They are unpacked with `tar` and patched with `git apply`.
 */
export function readFolder(folder: string): States {
  const full = new Map<string, State>();
  const bugs: Bug[] = [];
  for (const name of fs.readdirSync(folder).sort()) {
    const state = /^(.*)\.tar\.gz$/.exec(name)?.[1];
    if (state === undefined) continue;
    const [, repository = '', fix] = /^(.*)-before-(\w+)$/.exec(state) ?? [];
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-state-'));
    try {
      execFileSync('tar', ['-xzf', path.join(folder, name), '-C', root]);
      const before = filesBelow(root);
      if (fix === undefined) full.set(state, before);
      else {
        const patch = zlib.gunzipSync(fs.readFileSync(path.join(folder, `${repository}-fix-${fix}.diff.gz`)));
        execFileSync('git', ['apply', '--include=src/*', '-'], { cwd: root, input: patch, stdio: 'pipe' });
        bugs.push({ fix, before, after: filesBelow(root) });
      }
    } finally {
      fs.rmSync(root, { recursive: true, force: true });
    }
  }
  return { full, bugs };
}

function filesBelow(root: string): State {
  const reader = new Workspace({ readText: () => undefined });
  const paths = fs.readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const names = paths.map(each => path.relative(root, path.join(each.parentPath, each.name)).replaceAll(path.sep, '/'));
  return new Map(
    names.sort().map(name => [name, reader.claims(name) ? fs.readFileSync(path.join(root, name), 'utf8') : '']),
  );
}

/** How states are kept in one file: each text once, states by the numbers of their texts. */
interface Kept {
  readonly texts: readonly string[];
  readonly full: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly bugs: Readonly<Record<string, Readonly<Record<'before' | 'after', Readonly<Record<string, number>>>>>>;
}

/** States of one repository resemble each other: of a window that is large enough, only what differs takes room. */
const WINDOW = 24;

export function writeKept(file: string, { full, bugs }: States): void {
  const texts = new Map<string, number>();
  // Texts of one path are put beside each other.
  const all = [...full.values(), ...bugs.flatMap(({ before, after }) => [before, after])];
  for (const [, text] of all.flatMap(state => [...state]).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    if (!texts.has(text)) texts.set(text, texts.size);
  const numbers = (state: State) => Object.fromEntries([...state].map(([at, text]) => [at, texts.get(text) ?? 0]));
  const kept: Kept = {
    texts: [...texts.keys()],
    full: Object.fromEntries([...full].map(([name, state]) => [name, numbers(state)])),
    bugs: Object.fromEntries(
      bugs.map(({ fix, before, after }) => [fix, { before: numbers(before), after: numbers(after) }]),
    ),
  };
  const params = {
    [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
    [zlib.constants.BROTLI_PARAM_LGWIN]: WINDOW,
    [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
  };
  fs.writeFileSync(file, zlib.brotliCompressSync(JSON.stringify(kept), { params }));
}

export function readKept(file: string): States {
  const kept = JSON.parse(zlib.brotliDecompressSync(fs.readFileSync(file)).toString()) as Kept;
  const state = (numbers: Readonly<Record<string, number>>): State =>
    new Map(Object.entries(numbers).map(([at, number]) => [at, kept.texts[number] ?? '']));
  return {
    full: new Map(Object.entries(kept.full).map(([name, numbers]) => [name, state(numbers)])),
    bugs: Object.entries(kept.bugs).map(([fix, { before, after }]) => ({
      fix,
      before: state(before),
      after: state(after),
    })),
  };
}

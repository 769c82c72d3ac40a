import type { PlacedFinding } from '../../server/src/model/finding';
import type { Workspace } from '../../server/src/workspace';
import { workspaceOfFiles } from '../support/fixture';
import type { State } from './states';

/**
 * Mistakes that are planted in real states, one at a time, as a stand-in for those of which nobody has told us. Each kind says in which
 * files a word is looked for and what becomes of it. A plant is *found* if something is said that was not said of the state as it was.
 */
export interface PlantKind {
  readonly kind: string;
  /** The files that have such words. */
  readonly files: RegExp;
  /** Finds the words: the group `at`, else the first one, is what is changed. With `rename file`, the name of the file is. */
  readonly words: RegExp;
  /** What becomes of a word; a function is given the first group as well. */
  readonly change: 'misspell' | 'drop line' | 'rename file' | ((word: string, first: string) => string);
  /** Of the words, those that another text of the state has to have as well. */
  readonly used?: (word: string, path: string, state: State) => boolean;
  /** What the files have to say, too. */
  readonly text?: RegExp;
}

export interface Plant {
  readonly path: string;
  readonly word: string;
  /** The texts that change; undefined for a file that is gone. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

export interface PlantOutcome extends Plant {
  readonly found: readonly PlacedFinding[];
}

/** The plants of a kind in a state, at most `most` of them, from all over it. */
export function plantsOf(kind: PlantKind, state: State, most: number): Plant[] {
  const all = [...state].flatMap(([path, text]) =>
    kind.files.test(path) ? [...plantsIn(kind, path, text, state)] : [],
  );
  return all.filter((_, i) => Math.floor((i * most) / all.length) !== Math.floor(((i - 1) * most) / all.length));
}

function* plantsIn(kind: PlantKind, path: string, text: string, state: State): Iterable<Plant> {
  if (kind.text !== undefined && !kind.text.test(text)) return;
  if (kind.change === 'rename file') {
    const word = /([^/.]+)\.[^/]*$/.exec(path)?.[1] ?? '';
    if (kind.used?.(word, path, state) !== false)
      yield {
        path,
        word,
        texts: new Map([
          [path, undefined],
          [path.replace(word, misspelt(word)), text],
        ]),
      };
    return;
  }
  for (const match of text.matchAll(new RegExp(kind.words, `${kind.words.flags.replace(/[gd]/g, '')}gd`))) {
    const [start, end] = match.indices?.groups?.['at'] ?? match.indices?.[1] ?? [0, 0];
    const word = text.slice(start, end);
    if (word === '' || kind.used?.(word, path, state) === false) continue;
    const changed = changedText(kind.change, text, { start, end, first: match[1] ?? '' });
    yield { path, word, texts: new Map([[path, changed]]) };
  }
}

function changedText(
  change: PlantKind['change'],
  text: string,
  { start, end, first }: { readonly start: number; readonly end: number; readonly first: string },
): string {
  if (change === 'drop line') {
    const from = text.lastIndexOf('\n', start) + 1;
    return text.slice(0, from) + text.slice(text.indexOf('\n', end) + 1);
  }
  const word = text.slice(start, end);
  const other = typeof change === 'function' ? change(word, first) : misspelt(word);
  return text.slice(0, start) + other + text.slice(end);
}

/** A slip of the pen: two letters swapped in the middle, else one left out. */
export function misspelt(word: string): string {
  for (let i = Math.floor(word.length / 2); i < word.length - 1; i++)
    if (word[i] !== word[i + 1] && /[A-Za-z]{2}/.test(word.slice(i, i + 2)))
      return `${word.slice(0, i)}${word[i + 1] ?? ''}${word[i] ?? ''}${word.slice(i + 2)}`;
  return word.length > 2 ? word.slice(0, -1) : `${word}x`;
}

/** A state as the engine has it, to plant mistakes in one by one. */
export class Bed {
  private readonly workspace: Workspace;
  private readonly healthy: ReadonlySet<string>;
  private readonly state: State;

  constructor(state: State) {
    this.state = state;
    this.workspace = workspaceOfFiles(state);
    this.healthy = new Set(this.findings([]).map(identityOf));
  }

  outcomeOf(plant: Plant): PlantOutcome {
    this.take(plant.texts);
    const found = this.findings(plant.texts.keys()).filter(each => !this.healthy.has(identityOf(each)));
    this.take(new Map([...plant.texts.keys()].map(path => [path, this.state.get(path)])));
    return { ...plant, found };
  }

  private take(texts: ReadonlyMap<string, string | undefined>): void {
    for (const [path, text] of texts) {
      if (text === undefined) this.workspace.takeChanges(new Map([[path, undefined]]));
      else if (this.workspace.claims(path)) this.workspace.takeChanges(new Map([[path, { text, open: false }]]));
      else this.workspace.addPath(path);
    }
    this.workspace.connect();
    this.workspace.check();
    this.workspace.takeChangedPaths();
  }

  private findings(more: Iterable<string>): PlacedFinding[] {
    return [...new Set([...this.state.keys(), ...more])].flatMap(at => this.workspace.findings(at));
  }
}

function identityOf({ code, path, message }: PlacedFinding): string {
  return `${code} ${path} ${message}`;
}

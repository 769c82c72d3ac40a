import { defined } from '../../../base/defined';
/** The step name that the run time derives from a file name (formats 1.8), and the names that it tries on the way. */
export interface NameGuess {
  /** The step; absent if no strategy finds one. */
  readonly name?: string;
  /** Which of the five strategies found it. */
  readonly strategy?: 1 | 2 | 3 | 4 | 5;
  /** The names that strategies 1 to 4 looked for, in order, without repetition. The fifth compares with all names. */
  readonly tried: readonly string[];
}

/**
 * The step that a component file belongs to. `fileName` is without its extension and the words for its role, e.g.
 * `xgboost_training`. `names` are the steps in force, in the order of their registry, which decides between equally
 * similar names.
 */
export function canonicalName(fileName: string, names: ReadonlySet<string>): NameGuess {
  if (fileName === '') return { tried: [] };
  const tried = new Set<string>();
  for (const { name, strategy } of spellings(fileName.split('_'))) {
    if (name === '') continue;
    tried.add(name);
    if (names.has(name)) return { name, strategy, tried: [...tried] };
  }
  const similar = mostSimilar(fileName, names);
  return similar === undefined ? { tried: [...tried] } : { name: similar, strategy: 5, tried: [...tried] };
}

const JOB_TYPES = new Set(['training', 'validation', 'testing', 'calibration']);

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['xgb', 'XGBoost'],
  ['xgboost', 'XGBoost'],
  ['pytorch', 'PyTorch'],
  ['mims', ''],
  ['tabular', 'Tabular'],
  ['preprocess', 'Preprocessing'],
]);

function* spellings(parts: readonly string[]): Iterable<{ name: string; strategy: 1 | 2 | 3 | 4 }> {
  const last = defined(parts.at(-1), 'the last word');
  const hasJobType = JOB_TYPES.has(last);
  yield { name: parts.map(capitalize).join(''), strategy: 1 };
  if (hasJobType && parts.length > 1) yield { name: parts.slice(0, -1).map(capitalize).join(''), strategy: 2 };
  const expanded = parts.flatMap(part => {
    const word = ABBREVIATIONS.get(part) ?? capitalize(part);
    return isKept(word, part) ? [word] : [];
  });
  yield { name: expanded.join(''), strategy: 3 };
  if (hasJobType && expanded.length > 1) yield { name: expanded.slice(0, -1).join(''), strategy: 3 };
  const [first, second] = parts;
  if (first === undefined || second === undefined || parts.length < 3) return;
  yield { name: compound([last, first, second]), strategy: 4 };
  yield { name: compound([first, second, last]), strategy: 4 };
}

/** Whether a word counts: the run time drops abbreviations with an empty expansion, but keeps empty words. */
function isKept(word: string, part: string): boolean {
  return word !== '' || !ABBREVIATIONS.has(part);
}

function compound(parts: readonly string[]): string {
  return parts.map(part => ABBREVIATIONS.get(part) ?? (part === 'evaluation' ? 'Eval' : capitalize(part))).join('');
}

/** Like Python's `str.capitalize`: the first letter in upper case, all others in lower case. */
function capitalize(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('').toLowerCase();
}

/** The most similar name with a similarity of at least 0.8, the first one if several are equal; else undefined. */
function mostSimilar(fileName: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestScore = 0;
  for (const name of names) {
    const score = similarity(fileName, name);
    if (score < 0.8 || score <= bestScore) continue;
    best = name;
    bestScore = score;
  }
  return best;
}

function similarity(fileName: string, name: string): number {
  const lower = name.toLowerCase();
  const joined = fileName.toLowerCase().replaceAll('_', '');
  if (joined === lower) return 1;
  if (lower.includes(joined)) return 0.9;
  const parts = fileName.toLowerCase().split('_');
  const found = parts.filter(part => lower.includes(part)).length;
  if (found === parts.length) return 0.85;
  return found >= parts.length * 0.8 ? 0.8 : (found / parts.length) * 0.7;
}

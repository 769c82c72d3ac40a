/**
 * How the run time gets from a file name to the name of a step (formats 1.8). What was tried is part of the answer.
 */
export interface NameGuess {
  readonly name?: string;
  /** Which of the five ways found it. */
  readonly strategy?: 1 | 2 | 3 | 4 | 5;
  /** The names that were looked for, in order, each once. The fifth way compares instead. */
  readonly tried: readonly string[];
}

/**
 * The step that a file named `fileName` belongs to: what is left of the file name without its extension and the parts
 * that stand for its role, e.g. `xgboost_training`. `names` are the steps in force, in the order of their registry,
 * which decides between equally similar names.
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
  const hasJobType = JOB_TYPES.has(parts.at(-1)!);
  yield { name: parts.map(capitalize).join(''), strategy: 1 };
  if (hasJobType && parts.length > 1) yield { name: parts.slice(0, -1).map(capitalize).join(''), strategy: 2 };
  const expanded = parts
    .map(part => ABBREVIATIONS.get(part) ?? capitalize(part))
    .filter((word, i) => isKept(word, parts[i]!));
  yield { name: expanded.join(''), strategy: 3 };
  if (hasJobType && expanded.length > 1) yield { name: expanded.slice(0, -1).join(''), strategy: 3 };
  if (parts.length < 3) return;
  const [first, second, last] = [parts[0]!, parts[1]!, parts.at(-1)!];
  yield { name: compound([last, first, second]), strategy: 4 };
  yield { name: compound([first, second, last]), strategy: 4 };
}

/** An abbreviation that stands for nothing is left out; an empty part stays, as the run time keeps it. */
function isKept(word: string, part: string): boolean {
  return word !== '' || !ABBREVIATIONS.has(part);
}

function compound(parts: readonly string[]): string {
  return parts.map(part => ABBREVIATIONS.get(part) ?? (part === 'evaluation' ? 'Eval' : capitalize(part))).join('');
}

/** As in Python: the first letter large, all others small. */
function capitalize(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('').toLowerCase();
}

/** The best of those that are similar enough; the first of equals. */
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

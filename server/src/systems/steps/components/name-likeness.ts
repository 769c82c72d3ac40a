/**
 * How alike the resolver of dependencies finds two names, from 0 to 1: a mean of four measures over their words (`core/deps/semantic_matcher.py`
 * of the run time). Its words and weights are taken over as they are, since what matters is what it makes of them.
 */
export function nameLikeness(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  const [a, b] = [normalized(one), normalized(other)];
  if (a === b) return 1;
  const [words, others] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  return (
    blockRatio(a, b) * 0.3 + overlap(words, others) * 0.25 + relatedness(words, others) * 0.25 + containment(a, b) * 0.2
  );
}

const SYNONYMS: readonly ReadonlySet<string>[] = [
  'model artifact trained output',
  'data dataset input processed training',
  'config configuration params parameters hyperparameters settings',
  'payload sample test inference example',
  'output result artifact generated produced',
  'training train fit learn',
  'preprocessing preprocess processed clean transform',
].map(words => new Set(words.split(' ')));

const LONG_FORMS: ReadonlyMap<string, string> = new Map([
  ['config', 'configuration'],
  ['params', 'parameters'],
  ['hyperparams', 'hyperparameters'],
  ['preprocess', 'preprocessing'],
  ['eval', 'evaluation'],
  ['reg', 'registration'],
  ['pkg', 'package'],
  ['packaged', 'package'],
]);

const IGNORED: ReadonlySet<string> = new Set('the a an and or but in on at to for of with by'.split(' '));

function normalized(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[_.-]/g, ' ')
    .replace(/[^a-z0-9\s]/g, '');
  return wordsOf(plain)
    .map(word => LONG_FORMS.get(word) ?? word)
    .filter(word => !IGNORED.has(word))
    .join(' ');
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(word => word !== '');
}

/** Twice the length of the blocks that two texts share, in order, by that of both: `SequenceMatcher.ratio` of Python. */
function blockRatio(a: string, b: string): number {
  const all = a.length + b.length;
  return all === 0 ? 1 : (2 * sharedLength(a, b)) / all;
}

/** The length of the longest block that two texts share (the first of several), with that of the blocks before and behind it. */
function sharedLength(a: string, b: string): number {
  let [best, atA, atB] = [0, 0, 0];
  for (let i = 0; i < a.length - best; i++)
    for (let j = 0; j < b.length - best; j++) {
      let length = 0;
      while (i + length < a.length && j + length < b.length && a[i + length] === b[j + length]) length++;
      if (length > best) [best, atA, atB] = [length, i, j];
    }
  if (best === 0) return 0;
  const before = sharedLength(a.slice(0, atA), b.slice(0, atB));
  return best + before + sharedLength(a.slice(atA + best), b.slice(atB + best));
}

function overlap(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (words.size === 0 || others.size === 0) return 0;
  const shared = [...words].filter(word => others.has(word)).length;
  return shared / (words.size + others.size - shared);
}

/** How many pairs of words are the same or, for less, mean the same. */
function relatedness(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (words.size === 0 || others.size === 0) return 0;
  let sum = 0;
  for (const word of words)
    for (const other of others)
      if (word === other) sum += 1;
      else if (SYNONYMS.some(each => each.has(word) && each.has(other))) sum += 0.8;
  return sum / (words.size * others.size);
}

/** How much of the longer one of two texts the shorter one is, if it stands in it; else that of their words of three letters and more. */
function containment(a: string, b: string): number {
  const share = (x: string, y: string): number =>
    x.includes(y) || y.includes(x) ? Math.min(x.length, y.length) / Math.max(x.length, y.length) : 0;
  if (a.includes(b) || b.includes(a)) return share(a, b);
  const long = (text: string): string[] => wordsOf(text).filter(word => word.length >= 3);
  return Math.max(0, ...long(a).flatMap(word => long(b).map(other => share(word, other))));
}

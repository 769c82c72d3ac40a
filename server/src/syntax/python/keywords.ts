import { Token } from './tokens';

const KEYWORDS: ReadonlyMap<string, number> = new Map([
  ['True', Token.Constant],
  ['False', Token.Constant],
  ['None', Token.Constant],
  ['and', Token.And],
  ['as', Token.As],
  ['async', Token.Async],
  ['await', Token.Await],
  ['else', Token.Else],
  ['for', Token.For],
  ['from', Token.From],
  ['if', Token.If],
  ['in', Token.In],
  ['is', Token.Is],
  ['lambda', Token.Lambda],
  ['not', Token.Not],
  ['or', Token.Or],
  ['yield', Token.Yield],
  ['assert', Token.Assert],
  ['break', Token.Break],
  ['class', Token.Class],
  ['continue', Token.Continue],
  ['def', Token.Def],
  ['del', Token.Del],
  ['elif', Token.Elif],
  ['except', Token.Except],
  ['finally', Token.Finally],
  ['global', Token.Global],
  ['import', Token.Import],
  ['nonlocal', Token.Nonlocal],
  ['pass', Token.Pass],
  ['raise', Token.Raise],
  ['return', Token.Return],
  ['try', Token.Try],
  ['while', Token.While],
  ['with', Token.With],
]);

const LONGEST = 8;
const SLOTS = 128;

/** Kinds by `slotOf`, and the words themselves, `LONGEST` bytes each; no two keywords share a slot. */
const kinds = new Uint8Array(SLOTS);
const lengths = new Uint8Array(SLOTS);
const letters = new Uint8Array(SLOTS * LONGEST);
for (const [word, kind] of KEYWORDS) {
  const slot = slotOf(word.length, word.charCodeAt(0), word.charCodeAt(word.length - 1));
  kinds[slot] = kind;
  lengths[slot] = word.length;
  for (let i = 0; i < word.length; i++) letters[slot * LONGEST + i] = word.charCodeAt(i);
}

/** The kind of the keyword at `start` up to `end`; `Token.Name` for any other word. */
export function wordKind(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length < 2 || length > LONGEST) return Token.Name;
  const slot = slotOf(length, bytes[start]!, bytes[end - 1]!);
  if (lengths[slot] !== length) return Token.Name;
  for (let i = 0; i < length; i++) if (letters[slot * LONGEST + i] !== bytes[start + i]) return Token.Name;
  return kinds[slot]!;
}

/** The 11 was found by trying: each keyword gets a slot of its own. */
function slotOf(length: number, first: number, last: number): number {
  return (length + first + last * 11) & (SLOTS - 1);
}

/** Whether Python keeps a word for itself, so that nothing can have it as its name. */
export function isReservedWord(word: string): boolean {
  return KEYWORDS.has(word);
}

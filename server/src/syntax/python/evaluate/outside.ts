import { builtinClass } from './builtin-classes';
import { changeable, entry, isTakenOut, lookUp, reachOf } from './mappings';
import { unknown } from './outcomes';
import type { Interpreter } from './frames';
import type { Entry, MappingContent, Outside, PyDict, PyValue, Run } from './values';

/** The dict that stands for a mapping of another text: one for each, whoever asks. */
export function outsideDict(run: Run, outside: Outside): PyDict {
  const name = JSON.stringify(outside.keys);
  const known = run.outside.dicts.get(name);
  if (known !== undefined) return known;
  const content: MappingContent = { entries: new Map(), outside };
  const dict = run.heap.addWritten<PyDict>({ kind: 'dict', content, epoch: 0 });
  // Whoever changes something that was taken out of it, and of which nobody can tell what it is, changes it.
  content.open = unknown(run, outside.reason, { reach: [dict] });
  run.outside.dicts.set(name, dict);
  return dict;
}

/**
 * What is under a key that no entry of a dict has, but that may be in the mapping of another text that it has, or else `otherwise`; nothing
 * for any other key.
 */
export function insideIfOutside(
  run: Run,
  content: MappingContent,
  key: PyValue,
  otherwise?: PyValue,
): PyValue | undefined {
  const { outside, open } = content;
  if (outside === undefined || typeof key !== 'string' || lookUp(run, content, key) !== open) return undefined;
  return otherwise === undefined ? insideOf(run, outside, key) : insideOr(run, outside, key, otherwise);
}

/** What is under a key of a mapping of another text: a KeyError is raised if nothing is. */
function insideOf(run: Run, outside: Outside, key: string): PyValue {
  const part = partUnder(run, outside, key);
  const { keys, reason, at } = part;
  run.mayRaise({ kind: 'operation', reason, at, exception: builtinClass('KeyError'), needs: keys });
  return partOf(run, part);
}

/**
 * What is under a key of a mapping of another text, or else something that is given instead. Of a mapping, it is taken to be there: a need
 * says that nobody knows what comes of it if not.
 */
function insideOr(run: Run, outside: Outside, key: string, otherwise: PyValue): PyValue {
  const part = partUnder(run, outside, key);
  const { keys, reason, at } = part;
  if (part.inside(keys) !== 'mapping') {
    const value = unknown(run, reason, { reach: [...run.outside.dicts.values(), ...reachOf(otherwise)] });
    run.outside.values.set(value, { keys, otherwise });
    return value;
  }
  run.mayRaise({ kind: 'operation', reason, at, needs: keys, certain: false });
  return partOf(run, part);
}

function partUnder(run: Run, outside: Outside, key: string): Outside {
  const { inside, reason, keys } = outside;
  return { inside, reason, keys: [...keys, key], at: run.site };
}

function partOf(run: Run, part: Outside): PyValue {
  const { keys, reason } = part;
  const content = part.inside(keys);
  if (content === 'mapping') return outsideDict(run, part);
  // A value of which the class is known is a text or a number, which nobody can change.
  const more = content === 'value' ? { reach: [...run.outside.dicts.values()] } : { class: content };
  const value = unknown(run, reason, more);
  run.outside.values.set(value, { keys });
  return value;
}

/**
 * Puts the entries of a mapping of another text into a dict: where both have a key, that of the mapping counts. The answer is
 * whether the dict is as well known then as before.
 */
export function spreadOutside(run: Run, dict: PyDict, { open, outside, entries }: MappingContent): boolean {
  if (outside === undefined || open === undefined) return false;
  const content = changeable(run, dict);
  if (content.open !== undefined && !isSamePart(content.outside, outside)) return false;
  for (const [hash, one] of content.entries) {
    const keys = typeof one.key === 'string' ? [...outside.keys, one.key] : undefined;
    if (keys === undefined || entries.has(hash) || isTakenOut({ entries, outside }, one.key)) continue;
    const value = unknown(run, outside.reason, { reach: [...(open.reach ?? []), ...reachOf(one.value)] });
    if (outside.inside(keys) !== 'mapping') run.outside.values.set(value, { keys, otherwise: one.value });
    content.entries.set(hash, { ...entry(one.key, value, one.keyAt, one.valueAt), certain: one.certain });
  }
  content.open = open;
  content.outside = { ...outside, at: run.site };
  return true;
}

/** Whether two values from outside are the same part of their table. */
export function isSamePart(a: Outside | undefined, b: Outside | undefined): boolean {
  return JSON.stringify([a?.keys, a?.without]) === JSON.stringify([b?.keys, b?.without]);
}

/** Whether what is in a mapping of another text are values alone, so that a copy of it is as deep as can be. */
export function holdsValues({ keys, inside }: Outside): boolean {
  return inside([...keys, '']) !== 'mapping';
}

/** Whether something has been changed in mappings of other texts, or in the modules that give them; or may have been. */
export function isOutsideChanged({ outside: { dicts }, adopted }: Interpreter): boolean {
  const isDictChanged = [...dicts].some(([name, { content }]) => {
    const { keys, without } = content?.outside ?? {};
    return without !== undefined || JSON.stringify(keys) !== name || content?.entries.size !== 0;
  });
  if (isDictChanged) return true;
  return [...adopted].some(([value, own]) => {
    const [before, after] = [namesOf(value), namesOf(own)];
    return [...before].some(([name, one]) => after.get(name)?.value !== (adopted.get(one.value) ?? one.value));
  });
}

/** The names of a module; nothing of any other value. */
function namesOf(value: PyValue): MappingContent['entries'] {
  const isModule = typeof value === 'object' && value?.kind === 'module';
  return (isModule ? value.names.content?.entries : undefined) ?? new Map<string, Entry>();
}

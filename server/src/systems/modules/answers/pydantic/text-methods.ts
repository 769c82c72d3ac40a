import { text, type PyValue } from './values';

type Method = (of: string, args: readonly string[]) => string | undefined;

/** Methods of `str` that make a text of texts. */
const OF_TEXTS: Readonly<Record<string, Method>> = {
  upper: of => of.toUpperCase(),
  lower: of => of.toLowerCase(),
  title: titleCase,
  capitalize: of => of.slice(0, 1).toUpperCase() + of.slice(1).toLowerCase(),
  strip: (of, [characters]) => (characters === undefined ? of.trim() : undefined),
  lstrip: (of, [characters]) => (characters === undefined ? of.trimStart() : undefined),
  rstrip: (of, [characters]) => (characters === undefined ? of.trimEnd() : undefined),
  replace: (of, [from, to]) =>
    from === undefined || from === '' || to === undefined ? undefined : of.replaceAll(from, to),
  removeprefix: (of, [prefix = '']) => (of.startsWith(prefix) ? of.slice(prefix.length) : of),
  removesuffix: (of, [suffix = '']) => (suffix !== '' && of.endsWith(suffix) ? of.slice(0, -suffix.length) : of),
};

/** What a method of a constant gives. Returns undefined where that is not known. */
export function methodResult(of: PyValue, name: string, args: readonly PyValue[]): PyValue | undefined {
  if (of.kind === 'str') {
    const [first] = args;
    if (name === 'join' && args.length === 1 && first !== undefined && 'items' in first)
      return joined(of.value, first.items);
    const texts = args.flatMap(each => (each.kind === 'str' ? [each.value] : []));
    const made = texts.length === args.length ? OF_TEXTS[name]?.(of.value, texts) : undefined;
    return made === undefined ? undefined : text(made);
  }
  if (name === 'copy' && args.length === 0 && (of.kind === 'list' || of.kind === 'dict' || of.kind === 'set'))
    return of;
  if (of.kind !== 'dict' || args.length > 0) return undefined;
  if (name === 'keys') return { kind: 'list', items: of.entries.map(([key]) => key) };
  return name === 'values' ? { kind: 'list', items: of.entries.map(([, value]) => value) } : undefined;
}

function joined(separator: string, items: readonly PyValue[]): PyValue | undefined {
  const texts = items.flatMap(each => (each.kind === 'str' ? [each.value] : []));
  return texts.length === items.length ? text(texts.join(separator)) : undefined;
}

/** `str.title`: a letter behind one that has no case is a capital, so that `a1b` is `A1B`. */
export function titleCase(of: string): string {
  let made = '';
  let isInWord = false;
  for (const letter of of) {
    const isCased = /\p{Cased}/u.test(letter);
    made += !isCased ? letter : isInWord ? letter.toLowerCase() : letter.toUpperCase();
    isInWord = isCased;
  }
  return made;
}

/** The title of a field that has none: `user_id` is `User Id`, as `name.title().replace('_', ' ').strip()` gives it. */
export function titleOfName(name: string): string {
  return titleCase(name).replaceAll('_', ' ').trim();
}

/** The function that a class of text is asked for without a text: `str.upper`. */
export function textFunction(name: string): ((of: string) => string | undefined) | undefined {
  const method = OF_TEXTS[name];
  return method && (of => method(of, []));
}

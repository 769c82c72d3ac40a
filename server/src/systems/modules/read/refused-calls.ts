import { itemsOf } from '../../../syntax/python/evaluate/iterating';
import { doubtful, exceptionOf, isUnknown, raise, Raised, unknown } from '../../../syntax/python/evaluate/outcomes';
import { withParameters } from '../../../syntax/python/evaluate/parameters';
import { builtinClass, libraryClass } from '../../../syntax/python/evaluate/builtin-classes';
import { readPattern } from '../../../syntax/python/evaluate/regular-expressions';
import type { NativeFunction, PyValue, Run } from '../../../syntax/python/evaluate/values';
import { isReservedWord } from '../../../syntax/python/keywords';

/** Functions of the library that are called for constants of a file, of which it is known which arguments they refuse. */

const OBJECT = builtinClass('object');

/** `re.error` */
const RE_ERROR = libraryClass('error', builtinClass('Exception'));

/** `re.compile(…)`: what it gives is not looked into. */
export const compilePattern: NativeFunction = withParameters(
  'compile',
  'pattern flags?',
  (run, [pattern = null, flags]) => {
    const made = unknown(run, 'a regular expression is used', { class: OBJECT });
    if (isUnknown(pattern)) return doubtful(run, 'call', 'a regular expression is compiled that cannot be told');
    const text = typeof pattern === 'object' && pattern?.kind === 'bytes' ? pattern.text : pattern;
    if (typeof text !== 'string') return raise(run, 'TypeError', 'first argument must be string or compiled pattern');
    if (flags !== undefined && !isUnknown(flags) && typeof flags !== 'bigint')
      return doubtful(run, 'call', 'a regular expression is compiled with flags that may be none');
    const answer = readPattern(text, false);
    const isSame = flags === undefined || JSON.stringify(readPattern(text, true)) === JSON.stringify(answer);
    if (answer === 'unclear' || !isSame) return doubtful(run, 'call', 'whether `re` takes a regular expression');
    if (answer === 'taken') return made;
    throw new Raised(exceptionOf(run, RE_ERROR, []), answer.refused, run.site);
  },
);

/** `collections.namedtuple(…)`: the class that it gives is not looked into. */
export const namedTuple: NativeFunction = withParameters(
  'namedtuple',
  'typename field_names * rename? defaults? module?',
  (run, [typename = null, names = null, rename, defaults]) => {
    const made = unknown(run, '`namedtuple()` is called', { class: OBJECT });
    const fields = fieldNames(run, names);
    if (fields === undefined || (rename !== undefined && rename !== false)) return made;
    for (const name of typeof typename === 'string' ? [typename, ...fields] : fields) {
      if (!IDENTIFIER.test(name))
        raise(run, 'ValueError', `Type names and field names must be valid identifiers: '${name}'`);
      if (isReservedWord(name)) raise(run, 'ValueError', `Type names and field names cannot be a keyword: '${name}'`);
    }
    for (const [i, name] of fields.entries()) {
      if (name.startsWith('_')) raise(run, 'ValueError', `Field names cannot start with an underscore: '${name}'`);
      if (fields.indexOf(name) < i) raise(run, 'ValueError', `Encountered duplicate field name: '${name}'`);
    }
    const given = defaults === undefined || defaults === null ? [] : itemsOf(run, defaults);
    if (!isUnknown(given) && given.length > fields.length)
      raise(run, 'TypeError', 'Got more default values than field names');
    return made;
  },
);

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/** The names of fields, given as one text or as several; undefined where they cannot be told. */
function fieldNames(run: Run, names: PyValue): readonly string[] | undefined {
  if (typeof names === 'string') return names.replaceAll(',', ' ').split(/\s+/).filter(Boolean);
  const items = itemsOf(run, names);
  if (isUnknown(items)) return undefined;
  const texts = items.map(item => (typeof item === 'object' && item !== null ? undefined : nameOf(item)));
  return texts.every(text => text !== undefined) ? texts : undefined;
}

/** `str(value)` of a plain value, as far as it tells whether that is a name. */
function nameOf(value: string | number | bigint | boolean | null): string {
  return typeof value === 'string' ? value : value === null ? 'None' : typeof value === 'boolean' ? 'True' : `${value}`;
}

import { builtinClass, isSubclass } from './builtin-classes';
import { certainNames, isSpecial } from './class-refusals';
import { contentOf, nameIn } from './mappings';
import { raise } from './outcomes';
import type { PyClass, PySpecial, PyValue, Run } from './values';

/** What `typing` refuses of the classes that are made with it, the same from Python 3.11 to 3.14. */

/** Raises what `typing` raises about a class whose body has run. */
export function refuseTyping(run: Run, type: PyClass): void {
  const { bases } = type;
  if (bases.some(base => isLibraryClass(base, 'Generic')) || specials(bases, 'Generic').length > 1)
    raise(run, 'TypeError', 'Cannot inherit from plain Generic');
  if (bases.some(base => isSpecial(base, 'NamedTuple'))) refuseNamedTuple(run, type);
  else if (bases.some(isTypedDict)) refuseTypedDict(run, type);
  else if (isProtocol(type)) refuseProtocol(run, type);
}

function isLibraryClass(base: PyValue, name: string): boolean {
  return typeof base === 'object' && base?.kind === 'class' && base.written === undefined && base.name === name;
}

function specials(bases: readonly PyValue[], ...names: readonly string[]): PySpecial[] {
  return bases.filter((base): base is PySpecial => isSpecial(base, ...names));
}

/** What a named tuple has of its own. */
const GUARDED = '__new__ __init__ __slots__ __getnewargs__ _fields _field_defaults _make _replace _asdict'.split(' ');

function refuseNamedTuple(run: Run, type: PyClass): void {
  if (type.bases.some(base => !isSpecial(base, 'NamedTuple', 'Generic') && isCertainClass(base)))
    raise(run, 'TypeError', 'can only inherit from a NamedTuple type and Generic');
  const [keyword] = type.written?.keywords.keys() ?? [];
  if (keyword !== undefined) raise(run, 'TypeError', `NamedTuple got an unexpected keyword argument '${keyword}'`);
  const names = certainNames(run, type);
  let last: string | undefined;
  for (const { field, certain } of fieldsOf(run, type)) {
    if (!certain) break;
    if (field.startsWith('_')) raise(run, 'ValueError', `Field names cannot start with an underscore: '${field}'`);
    const hasDefault = nameIn(run, type.names, field) !== undefined;
    if (!hasDefault && last !== undefined)
      raise(run, 'TypeError', `Non-default namedtuple field ${field} cannot follow default field ${last}`);
    if (hasDefault) last = field;
  }
  const guarded = GUARDED.find(name => names.has(name));
  if (guarded !== undefined) raise(run, 'AttributeError', `Cannot overwrite NamedTuple attribute ${guarded}`);
}

/** The names that a class annotates, with what they are annotated with. */
export function fieldsOf(run: Run, type: PyClass): { field: string; annotation: PyValue; certain: boolean }[] {
  const fields = nameIn(run, type.names, '__annotations__')?.value;
  if (typeof fields !== 'object' || fields?.kind !== 'dict') return [];
  return [...contentOf(run, fields).entries.values()].map(({ key, value, certain }) => ({
    field: typeof key === 'string' ? key : '',
    annotation: value,
    certain: certain && typeof key === 'string',
  }));
}

function isTypedDict(base: PyValue): boolean {
  if (isSpecial(base, 'TypedDict')) return true;
  return (
    typeof base === 'object' && base?.kind === 'class' && base.written !== undefined && base.bases.some(isTypedDict)
  );
}

/** Classes of a text or of Python, of which it is known what they derive from. */
function isCertainClass(base: PyValue): base is PyClass {
  return typeof base === 'object' && base?.kind === 'class' && (base.written !== undefined || base.order !== undefined);
}

/** The keywords of a typed dict, in any version of Python or of `typing_extensions`. */
const TYPED_DICT_KEYWORDS = ['total', 'closed', 'extra_items', 'metaclass'];

function refuseTypedDict(run: Run, type: PyClass): void {
  if (type.bases.some(base => isCertainClass(base) && !isTypedDict(base) && !isLibraryClass(base, 'Generic')))
    raise(run, 'TypeError', 'cannot inherit from both a TypedDict type and a non-TypedDict base class');
  const keyword = [...(type.written?.keywords.keys() ?? [])].find(each => !TYPED_DICT_KEYWORDS.includes(each));
  if (keyword !== undefined) raise(run, 'TypeError', `TypedDict got an unexpected keyword argument '${keyword}'`);
  for (const { annotation, certain } of fieldsOf(run, type))
    if (certain && isSpecial(annotation, 'ClassVar', 'Final'))
      raise(run, 'TypeError', 'ClassVar and Final are not valid as the type of a key');
}

function isProtocol({ bases }: PyClass): boolean {
  return bases.some(base => isSpecial(base, 'Protocol') || isLibraryClass(base, 'Protocol'));
}

/** A protocol derives from protocols only; of the library, from those of `collections.abc` as well. */
function refuseProtocol(run: Run, { bases }: PyClass): void {
  const isOther = (base: PyValue): boolean => {
    if (!isCertainClass(base)) return false;
    if (base.written !== undefined) return !isProtocol(base) && base.written.decorators.length === 0;
    return base.name === 'ABC' || (base !== builtinClass('object') && isSubclass(base, builtinClass('BaseException')));
  };
  if (bases.some(isOther)) raise(run, 'TypeError', 'Protocols can only inherit from other protocols');
}

/** Raises TypeError for what stands in the brackets of `Generic[…]` or `Protocol[…]` and is no type variable. */
export function refuseParameters(run: Run, name: string, parameters: readonly PyValue[]): void {
  if (parameters.length === 0 && name === 'Generic')
    raise(run, 'TypeError', 'Parameter list to Generic[...] cannot be empty');
  if (parameters.some(isNoVariable))
    raise(
      run,
      'TypeError',
      `Parameters to ${name}[...] must all be type variables or parameter specification variables.`,
    );
  const variables = parameters.filter(isVariable);
  if (new Set(variables).size < variables.length)
    raise(run, 'TypeError', `Parameters to ${name}[...] must all be unique`);
}

function isVariable(value: PyValue): boolean {
  return isSpecial(value, 'TypeVar');
}

function isNoVariable(value: PyValue): boolean {
  return typeof value !== 'object' || value === null || value.kind === 'class' || isSpecial(value, 'Optional', 'Union');
}

/** Raises TypeError where a class with type variables is given another number of types: `Box[int, str]`. */
export function refuseArguments(run: Run, type: PyClass, count: number): void {
  const [own, ...others] = specials(type.bases, 'Generic', 'Protocol').flatMap(({ parameters }) =>
    parameters === undefined ? [] : [parameters],
  );
  if (own === undefined || others.length > 0 || !own.every(isVariable) || own.length === count) return;
  raise(run, 'TypeError', `Too ${count > own.length ? 'many' : 'few'} arguments for ${type.name}`);
}

import { classKind } from './classes';
import { membersOf } from './enums';
import { dictOf, equal, setOf } from './operators';
import { methodResult } from './text-methods';
import { annotated } from './types';
import {
  bool,
  float,
  int,
  library,
  text,
  truth,
  unknown,
  type PyCall,
  type PyClass,
  type PyLibrary,
  type PyValue,
} from './values';

type Keywords = ReadonlyMap<string, PyValue>;

/** What a call makes. Of functions whose meaning is not known, nothing can be told. */
export function callValue(callee: PyValue, args: readonly PyValue[], keywords: Keywords, shown: string): PyValue {
  if (callee.kind === 'unknown') return callee;
  if (callee.kind === 'method') return methodResult(callee.of, callee.name, args) ?? unknown(`${shown} is called`);
  if (callee.kind === 'class') return instanceOf(callee, args, keywords, shown);
  if (callee.kind === 'subscript' && callee.origin.kind === 'class') return { kind: 'call', callee, args, keywords };
  if (callee.kind !== 'library') return unknown(`${shown} is called`);
  const made = BUILT_IN_CALLS[callee.name]?.(args, keywords);
  if (made !== undefined) return made;
  return hasKnownMeaning(callee) ? { kind: 'call', callee, args, keywords } : unknown(`${shown} is called`);
}

/** Libraries whose calls whoever uses the value looks into. */
function hasKnownMeaning({ name }: PyLibrary): boolean {
  return (
    /^(?:pydantic|annotated_types|dataclasses|datetime|decimal|uuid|pathlib|enum|collections|typing|apcore|re)\./.test(
      name,
    ) && !/\.(?:now|utcnow|today|uuid1|uuid4|create_model|make_dataclass|asdict|cwd|home)$/.test(name)
  );
}

function instanceOf(callee: PyClass, args: readonly PyValue[], keywords: Keywords, shown: string): PyValue {
  if (classKind(callee) !== 'enum') return { kind: 'call', callee, args, keywords };
  const [value] = args;
  const members = membersOf(callee);
  if (value === undefined || members === undefined) return unknown(`${shown} is called`);
  return members.find(member => equal(member.value, value) === true) ?? unknown(`${shown} is called`);
}

type Call = (args: readonly PyValue[], keywords: Keywords) => PyValue | undefined;

const BUILT_IN_CALLS: Readonly<Record<string, Call>> = {
  list: args => collection('list', args),
  tuple: args => collection('tuple', args),
  set: args => collection('set', args),
  frozenset: args => collection('frozenset', args),
  dict: (args, keywords) => dictFrom(args, keywords),
  int: ([value]) => integerFrom(value),
  str: ([value]) => (value === undefined ? text('') : value.kind === 'str' ? value : undefined),
  float: ([value]) => floatFrom(value),
  bool: ([value]) => booleanFrom(value),
  // An object has no JSON, and nothing else is asked of it.
  object: () => ({ kind: 'function', name: 'object', decorators: [] }),
  len: ([value]) => (value !== undefined && 'items' in value ? int(value.items.length) : undefined),
  'typing.cast': ([, value]) => value,
  'typing.TypeVar': ([name, ...constraints], keywords) => {
    const bound = keywords.get('bound');
    const otherwise = keywords.get('default');
    return {
      kind: 'typevar',
      name: name?.kind === 'str' ? name.value : '?',
      constraints,
      ...(bound === undefined ? {} : { bound }),
      ...(otherwise === undefined ? {} : { default: otherwise }),
    };
  },
  'typing.NewType': ([name, of]) =>
    name?.kind === 'str' && of !== undefined ? { kind: 'newtype', name: name.value, of } : undefined,
  'pydantic.conint': (_, keywords) => constrained(library('int'), keywords),
  'pydantic.confloat': (_, keywords) => constrained(library('float'), keywords),
  'pydantic.condecimal': (_, keywords) => constrained(library('decimal.Decimal'), keywords),
  'pydantic.condate': (_, keywords) => constrained(library('datetime.date'), keywords),
  'pydantic.conbytes': (_, keywords) => constrained(library('bytes'), keywords),
  'pydantic.constr': (_, keywords) =>
    annotated(library('str'), [{ kind: 'call', callee: library('pydantic.StringConstraints'), args: [], keywords }]),
  'pydantic.conlist': (args, keywords) => constrainedCollection('list', args, keywords),
  'pydantic.conset': (args, keywords) => constrainedCollection('set', args, keywords),
  'pydantic.confrozenset': (args, keywords) => constrainedCollection('frozenset', args, keywords),
};

function constrained(type: PyValue, keywords: Keywords): PyValue {
  const field: PyCall = { kind: 'call', callee: library('pydantic constraints'), args: [], keywords };
  return keywords.size === 0 ? type : annotated(type, [field]);
}

/** `conlist(int, min_length=1)`: a length of at least 0 is none. */
function constrainedCollection(name: string, args: readonly PyValue[], keywords: Keywords): PyValue | undefined {
  const [first = keywords.get('item_type')] = args;
  if (first === undefined) return undefined;
  const limits = new Map([...keywords].filter(([key, value]) => key !== 'item_type' && !isZero(value)));
  return constrained({ kind: 'subscript', origin: library(name), args: [first] }, limits);
}

function isZero(value: PyValue): boolean {
  return value.kind === 'int' && value.value === 0n;
}

function collection(kind: 'list' | 'tuple' | 'set' | 'frozenset', [of]: readonly PyValue[]): PyValue | undefined {
  const items = of === undefined ? [] : itemsOf(of);
  if (items === undefined) return of?.kind === 'unknown' ? of : undefined;
  return kind === 'list' || kind === 'tuple' ? { kind, items } : setOf(kind, items);
}

function itemsOf(value: PyValue): readonly PyValue[] | undefined {
  if ('items' in value) return value.kind === 'set' || value.kind === 'frozenset' ? undefined : value.items;
  if (value.kind === 'dict') return value.entries.map(([key]) => key);
  return value.kind === 'str' ? Array.from(value.value).map(text) : undefined;
}

function dictFrom([of]: readonly PyValue[], keywords: Keywords): PyValue | undefined {
  const own = [...keywords].map(([key, value]) => [text(key), value] as const);
  if (of === undefined) return dictOf(own);
  return of.kind === 'dict' ? dictOf([...of.entries, ...own]) : undefined;
}

function integerFrom(value: PyValue | undefined): PyValue | undefined {
  if (value === undefined) return int(0n);
  if (value.kind === 'int') return value;
  if (value.kind === 'bool') return int(value.value ? 1n : 0n);
  return value.kind === 'str' && /^\s*[-+]?\d+\s*$/.test(value.value)
    ? int(BigInt(value.value.trim().replace('+', '')))
    : undefined;
}

function booleanFrom(value: PyValue | undefined): PyValue | undefined {
  const known = value === undefined ? false : truth(value);
  return known === undefined ? undefined : bool(known);
}

function floatFrom(value: PyValue | undefined): PyValue | undefined {
  if (value === undefined) return float(0);
  if (value.kind === 'float') return value;
  if (value.kind === 'int') return float(Number(value.value));
  if (value.kind !== 'str') return undefined;
  const plain = value.value.trim().toLowerCase().replace(/^\+/, '');
  if (/^-?inf(?:inity)?$/.test(plain)) return float(plain.startsWith('-') ? -Infinity : Infinity);
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/.test(plain) ? float(Number(plain)) : undefined;
}

import { bareClassName, classKey, type ClassFact } from '../../../model/class-outline';
import type { Lookup } from '../../../model/lookup';
import { isModulePath } from '../../../syntax/python/imports';
import { attributeOf, MODULE_ATTRIBUTES, type Attribute, type ModuleClass } from '../facts';
import { moduleClassKey, moduleClassNameKey } from '../keys';

/** What is known of an attribute that a class has or inherits. */
export type InheritedAttribute =
  | { readonly status: 'found'; readonly attribute: Attribute; readonly owner: ModuleClass }
  | { readonly status: 'missing' }
  /** A base on the way is not in sight, or code decides. */
  | { readonly status: 'cannot tell' };

/** The classes that the file at `path` says more of than their name. */
export function moduleClassesOf(path: string, lookup: Lookup): readonly ModuleClass[] {
  return lookup.providers(moduleClassKey(path));
}

/**
 * An attribute of a class as Python would find it: its own, else that of its bases, the first ones first. Bases are followed
 * across files through their imports.
 */
export function inheritedAttribute(name: string, of: ModuleClass, lookup: Lookup): InheritedAttribute {
  return find(name, { fact: of, bases: of.bases, dynamic: of.dynamic, path: of.file.path, own: of }, lookup, new Set());
}

/** A class and what its text says of it; `own` is absent if only its name and bases are known. */
interface KnownClass {
  readonly fact: ClassFact | ModuleClass;
  readonly own: ModuleClass | undefined;
  readonly bases: readonly string[];
  readonly dynamic: boolean;
  readonly path: string;
}

function find(name: string, from: KnownClass, lookup: Lookup, seen: Set<string>): InheritedAttribute {
  const key = `${from.path}\0${from.fact.name}`;
  if (seen.has(key)) return MISSING;
  if (seen.size === MAX_ANCESTORS) return UNSURE;
  seen.add(key);
  if (from.own !== undefined) {
    const own = attributeOf(from.own, name);
    if (own !== undefined && own.form !== 'annotation') return { status: 'found', attribute: own, owner: from.own };
  }
  // Of a class that is no module by itself only its name is known; it has nothing that makes it one.
  const isOpen = from.own === undefined && !MODULE_ATTRIBUTES.has(name);
  let verdict: InheritedAttribute = isOpen || from.dynamic || from.fact.file.incomplete ? UNSURE : MISSING;
  for (const base of from.bases) {
    if (BASES_WITHOUT_ATTRIBUTES.has(bareClassName(base))) continue;
    const [parent, ...others] = classesNamed(base, from.path, lookup);
    if (parent === undefined || others.length > 0) {
      verdict = UNSURE;
      continue;
    }
    const found = find(name, parent, lookup, seen);
    if (found.status === 'found') return verdict.status === 'cannot tell' ? UNSURE : found;
    if (found.status === 'cannot tell') verdict = UNSURE;
  }
  return verdict;
}

const MISSING: InheritedAttribute = { status: 'missing' };
const UNSURE: InheritedAttribute = { status: 'cannot tell' };

/** A class with more ancestors than any person gives one is not looked through: its attributes cannot be told. */
const MAX_ANCESTORS = 100;

/** Well-known bases that have none of the attributes that discovery asks for. */
const BASES_WITHOUT_ATTRIBUTES = new Set([
  'object',
  'ABC',
  'Protocol',
  'Generic',
  'BaseModel',
  'Enum',
  'StrEnum',
  'IntEnum',
  'TypedDict',
  'NamedTuple',
  'Exception',
  'TSchema',
]);

/** Whether the class that a name in the file at `path` stands for derives from pydantic's `BaseModel`, or is a schema of TypeBox. */
export function isSchemaClass(name: string, path: string, lookup: Lookup): 'yes' | 'no' | 'cannot tell' {
  return derivesFromSchema(name, path, lookup, new Set());
}

function derivesFromSchema(
  name: string,
  path: string,
  lookup: Lookup,
  seen: Set<string>,
): 'yes' | 'no' | 'cannot tell' {
  const bare = bareClassName(name);
  if (bare === 'BaseModel' || bare === 'TSchema') return 'yes';
  const key = `${path}\0${name}`;
  if (seen.has(key)) return 'no';
  if (seen.size === MAX_ANCESTORS) return 'cannot tell';
  seen.add(key);
  if (BUILT_IN.has(name)) return 'no';
  const classes = classesNamed(name, path, lookup);
  if (classes.length !== 1) return 'cannot tell';
  const [{ bases, dynamic, path: at, fact }] = classes as [KnownClass];
  let verdict: 'no' | 'cannot tell' = dynamic || fact.file.incomplete ? 'cannot tell' : 'no';
  for (const base of bases) {
    const answer = derivesFromSchema(base, at, lookup, seen);
    if (answer === 'yes') return answer;
    if (answer === 'cannot tell') verdict = answer;
  }
  return verdict;
}

const BUILT_IN = new Set([
  'object',
  'dict',
  'str',
  'int',
  'list',
  'abc.ABC',
  'typing.Protocol',
  'typing.TypedDict',
  'enum.Enum',
  'Exception',
]);

/** The class of a file that a name stands for, as the texts show it: in the file itself, or in the module that it imports. */
export function classNamed(name: string, path: string, lookup: Lookup): ModuleClass | ClassFact | undefined {
  const classes = classesNamed(name, path, lookup);
  return classes.length === 1 ? classes[0]?.fact : undefined;
}

function classesNamed(name: string, path: string, lookup: Lookup): KnownClass[] {
  const own = moduleClassesNamed(name, path, lookup);
  if (own.length > 0) return own.map(knownClassOf);
  const bare = bareClassName(name);
  const module = name.slice(0, -bare.length);
  const all = lookup.providers(classKey(bare));
  return all
    .filter(({ file }) => (module === '' ? file.path === path : isModulePath(module, file.path, path)))
    .map(fact => {
      const [more] = moduleClassesNamed(fact.name, fact.file.path, lookup);
      return more === undefined
        ? { fact, own: undefined, bases: fact.bases, dynamic: fact.dynamic, path: fact.file.path }
        : knownClassOf(more);
    });
}

function moduleClassesNamed(name: string, path: string, lookup: Lookup): readonly ModuleClass[] {
  return lookup.providers(moduleClassNameKey(path, name));
}

function knownClassOf(fact: ModuleClass): KnownClass {
  return { fact, own: fact, bases: fact.bases, dynamic: fact.dynamic, path: fact.file.path };
}

import { bareClassName, classKey, type ClassFact } from '../../../model/class-outline';
import type { Lookup } from '../../../model/lookup';
import { CLASS_NAMES } from '../../../syntax/python/evaluate/builtin-classes';
import { modulePresence } from '../../../syntax/python/evaluate/library-presence';
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

/** Whether a class of which only name and bases are known inherits an attribute that makes a class a module. */
export function mayInherit(name: string, fact: ClassFact, lookup: Lookup): boolean {
  const { bases, dynamic, file } = fact;
  return find(name, { fact, bases, dynamic, path: file.path, own: undefined }, lookup, new Set()).status !== 'missing';
}

/**
 * A class and its bases as far as they are in sight, in the order in which attributes are looked up, but for bases that meet
 * again. `hidden` is how many of them come before the first base that is not in sight, and may be anything.
 */
export function ancestorsOf(
  of: ModuleClass,
  lookup: Lookup,
): { readonly classes: readonly ModuleClass[]; readonly hidden?: number } {
  const classes: ModuleClass[] = [];
  let hidden: number | undefined;
  const visit = (fact: ModuleClass): void => {
    if (classes.includes(fact) || classes.length === MAX_ANCESTORS) return;
    classes.push(fact);
    for (const base of fact.bases) {
      if (BASES_WITHOUT_ATTRIBUTES.has(bareClassName(base)) || isProtocol(base)) continue;
      const [parent, ...others] = classesNamed(base, fact.file.path, lookup);
      if (parent?.own !== undefined && others.length === 0) visit(parent.own);
      else hidden ??= classes.length;
    }
  };
  visit(of);
  return { classes, ...(hidden === undefined ? {} : { hidden }) };
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
  for (const [i, base] of from.bases.entries()) {
    if (BASES_WITHOUT_ATTRIBUTES.has(bareClassName(base))) continue;
    if (MODULE_ATTRIBUTES.has(name) && isOfPython(base)) continue;
    if (isProtocol(base)) {
      if (name === 'execute') return verdict.status === 'cannot tell' ? UNSURE : executeOfProtocol(from);
      continue;
    }
    const [parent, ...others] = classesNamed(base, from.path, lookup);
    if (parent === undefined || others.length > 0) {
      verdict = UNSURE;
      continue;
    }
    const found = find(name, parent, lookup, withLater(from.bases.slice(i + 1), from.path, lookup, seen));
    if (found.status === 'found') return verdict.status === 'cannot tell' ? UNSURE : found;
    if (found.status === 'cannot tell') verdict = UNSURE;
  }
  return verdict;
}

/** A class that a later base derives from as well comes behind that one (the order of resolution of Python). */
function withLater(bases: readonly string[], path: string, lookup: Lookup, seen: Set<string>): Set<string> {
  if (bases.length === 0) return seen;
  const later = new Set(seen);
  const add = (names: readonly string[], from: string): void => {
    for (const { fact, bases: inner, path: at } of names.flatMap(each => classesNamed(each, from, lookup))) {
      const key = `${at}\0${fact.name}`;
      if (later.has(key) || later.size >= MAX_ANCESTORS) continue;
      later.add(key);
      add(inner, at);
    }
  };
  add(bases, path);
  return later;
}

function isProtocol(base: string): boolean {
  return base === 'apcore.Module' || base === 'apcore.module.Module';
}

/** `apcore.Module` has a method `execute`, and states its other attributes without giving them a value. */
function executeOfProtocol({ own }: KnownClass): InheritedAttribute {
  return own === undefined ? UNSURE : { status: 'found', attribute: { name: 'execute', form: 'method' }, owner: own };
}

/** A class of Python itself, or of its library, has nothing that makes it a module. */
function isOfPython(base: string): boolean {
  const module = base.slice(0, Math.max(0, base.length - bareClassName(base).length - 1));
  return module === '' ? CLASS_NAMES.has(base) : modulePresence(module) !== undefined;
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
  'RootModel',
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
  if (bare === 'BaseModel' || bare === 'RootModel' || bare === 'TSchema') return 'yes';
  const key = `${path}\0${name}`;
  if (seen.has(key)) return 'no';
  if (seen.size === MAX_ANCESTORS) return 'cannot tell';
  seen.add(key);
  const classes = classesNamed(name, path, lookup);
  if (classes.length === 0 && isOfPython(name)) return 'no';
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

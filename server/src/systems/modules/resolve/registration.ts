import { Part, type Place } from '../../../model/fact';
import { valuePlace } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { isList, isMapping, isUnknown, type Value } from '../../../model/value';
import { ancestorsOf, inheritedAttribute } from '../components/classes';
import type { Attribute, CodeRun, Crash, ModuleClass } from '../facts';
import type { Module } from './module';

/** What stage 8 makes of a module that has come so far (formats 2.6). */
export type Registration =
  | { readonly status: 'registered' }
  /** The registry logs the module and leaves it out. */
  | { readonly status: 'lost'; readonly why: string; readonly at: Place }
  | { readonly status: 'cannot tell'; readonly why: string; readonly at: Place }
  /** No handler catches the exception: discovery ends here. */
  | { readonly status: 'crash'; readonly crash: Crash; readonly at: Place };

/** Whether registering a module succeeds, which makes an instance of its class. */
export function registrationOf(module: Module, lookup: Lookup): Registration {
  const { entry, placed } = module;
  if (placed.language !== 'python' || entry.status !== 'found') return REGISTERED;
  const made = makingOf(entry.entry, lookup);
  if (made?.status === 'lost') return made;
  const crash = mergeCrash(module, entry.entry, lookup);
  // Whether it comes to the crash is as open as the making.
  if (crash !== undefined && made === undefined) return crash;
  return made ?? loading(entry.entry, lookup) ?? REGISTERED;
}

const REGISTERED: Registration = { status: 'registered' };

type Open = Extract<Registration, { readonly status: 'lost' | 'cannot tell' }>;

/** `cls()`: abstract methods, arguments that nobody gives, and what `__init__` does. */
function makingOf(entry: ModuleClass, lookup: Lookup): Open | undefined {
  const { classes, hidden } = ancestorsOf(entry, lookup);
  const at = { fact: entry, part: Part.name };
  const open = abstractMethod(classes);
  if (open !== undefined)
    return { status: 'lost', why: `'${entry.name}' is abstract: it does not define '${open}'`, at };
  if (entry.bases.some(base => /(?:^|\.)Protocol$/.test(base)) && !classes.some(({ making }) => making?.init))
    return { status: 'lost', why: `'${entry.name}' is a protocol, which cannot be instantiated`, at };
  const strange = classes.find(({ making }) => making?.strange !== undefined);
  if (strange !== undefined)
    return { status: 'cannot tell', why: `'${strange.name}' has a method ${strange.making?.strange ?? ''}`, at };
  const owner = classes.find(({ making }) => making?.init !== undefined || making?.needed !== undefined);
  if (owner === undefined || (hidden !== undefined && hidden < classes.indexOf(owner)))
    return hidden === undefined
      ? undefined
      : { status: 'cannot tell', why: `a base of '${entry.name}' is not in sight, which may need arguments`, at };
  return missingArgument(owner, classes, at) ?? endOf(owner.making?.init, `'${owner.name}.__init__'`, at);
}

/** What needs an argument: a parameter of `__init__`, or a field of a dataclass. */
function missingArgument(owner: ModuleClass, classes: readonly ModuleClass[], at: Place): Open | undefined {
  const fields = owner.making?.init === undefined ? classes.flatMap(({ making }) => making?.needed ?? []) : [];
  const missing = owner.making?.init?.missing ?? fields.find(field => !hasDefault(field, classes));
  if (missing === undefined) return undefined;
  return { status: 'lost', why: `'${owner.name}()' needs an argument for '${missing}', and discovery gives none`, at };
}

function hasDefault(field: string, classes: readonly ModuleClass[]): boolean {
  const first = classes.find(
    ({ making }) => making?.needed?.includes(field) === true || making?.defines.includes(field),
  );
  return first?.making?.needed?.includes(field) !== true;
}

/** The abstract method that a class leaves open, if its bases are checked for that. */
function abstractMethod(classes: readonly ModuleClass[]): string | undefined {
  if (!classes.some(({ making }) => making?.isChecked === true)) return undefined;
  const names = new Set(classes.flatMap(({ making }) => making?.abstract ?? []));
  return [...names].find(name => {
    const first = classes.find(({ making }) => making?.defines.includes(name) === true);
    return first?.making?.abstract.includes(name) === true;
  });
}

function endOf(code: CodeRun | undefined, what: string, at: Place): Open | undefined {
  if (code === undefined || code.ends === 'well') return undefined;
  if (code.ends === 'raises') return { status: 'lost', why: `${what} raises an exception`, at };
  return { status: 'cannot tell', why: `${what} runs code that may fail`, at };
}

/** `on_load()`: a module whose hook raises is taken out again. */
function loading(entry: ModuleClass, lookup: Lookup): Open | undefined {
  const { classes } = ancestorsOf(entry, lookup);
  const owner = classes.find(({ making }) => making?.onLoad !== undefined);
  return endOf(owner?.making?.onLoad, `'${owner?.name ?? ''}.on_load'`, { fact: entry, part: Part.name });
}

/** What `__init__` sets an attribute to, since that is asked of the instance. */
export function setByInit(name: string, entry: ModuleClass, lookup: Lookup): Attribute | undefined {
  const { classes } = ancestorsOf(entry, lookup);
  const owner = classes.find(({ making }) => making?.init !== undefined);
  return owner?.making?.init?.sets.findLast(each => each.name === name);
}

/** `merge_module_metadata`: the metadata of the class are laid under those of the companion before anything else is merged. */
function mergeCrash({ companion }: Module, entry: ModuleClass, lookup: Lookup): Registration | undefined {
  const own = inheritedAttribute('metadata', entry, lookup);
  if (own.status === 'found' && own.attribute.form === 'literal') {
    const { attribute, owner } = own;
    const type = typeOfNoMapping(attribute.value);
    const at = { fact: owner, part: Part.fieldValue(owner.attributes.indexOf(attribute)) };
    const crash = { exception: 'TypeError', message: `'${type ?? ''}' object is not a mapping` };
    if (type !== undefined) return { status: 'crash', crash, at };
  }
  const crash = companion?.mergeCrash;
  return crash && { status: 'crash', crash, at: valuePlace(companion, crash.field) };
}

/** The type of a value that counts and is no mapping. */
function typeOfNoMapping(value: Value | undefined): string | undefined {
  if (value === undefined || value === null || isUnknown(value) || isMapping(value)) return undefined;
  if (isList(value)) return value.length === 0 ? undefined : 'list';
  if (typeof value === 'string') return value === '' ? undefined : 'str';
  if (typeof value === 'number') return value === 0 ? undefined : Number.isInteger(value) ? 'int' : 'float';
  return value ? 'bool' : undefined;
}

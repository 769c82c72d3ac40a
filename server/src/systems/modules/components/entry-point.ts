import { defined } from '../../../base/defined';
import { Part, type Fact, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { dottedName } from '../read/evaluated';
import { classNamed, inheritedAttribute, isSchemaClass, moduleClassesOf } from './classes';
import { isList, isMapping } from '../../../model/value';
import {
  isModuleClass,
  isMultiClass,
  type CompanionFact,
  type Crash,
  type ModuleClass,
  type ModuleFact,
} from '../facts';
import { languageOf } from '../layout';

/** What stage 4 makes of a module file (formats 2.6). */
export type EntryPoint =
  | {
      readonly status: 'found';
      readonly entry: ModuleClass;
      /** Why the entry point may be another class, or none. */
      readonly doubt?: string;
      /** Whether another class may be the entry point, so that nothing that this one lacks loses the module. */
      readonly mayBeOther?: true;
    }
  | { readonly status: 'none' }
  | { readonly status: 'ambiguous'; readonly candidates: readonly [ModuleClass, ModuleClass, ...ModuleClass[]] }
  /** The class that the companion or the ID map names is not in the file. */
  | { readonly status: 'not found'; readonly className: string; readonly by: CompanionFact | undefined }
  /** The companion names it by something that is no text. */
  | { readonly status: 'crash'; readonly crash: Crash; readonly by: CompanionFact }
  /** The file raises an exception while it is imported. */
  | {
      readonly status: 'import fails';
      readonly exception: string;
      readonly message: string;
      readonly at: Place;
      readonly isExit?: 'yes' | 'perhaps';
    }
  | { readonly status: 'cannot tell'; readonly why: string };

/** The class that is asked for by name, and the companion that does so; without one it is the ID map. */
export type Wanted =
  | { readonly className: string; readonly by?: CompanionFact }
  | { readonly crash: Crash; readonly by: CompanionFact };

/** The class that the loader takes as the module of a file; `wanted` is what its companion or the ID map names. */
export function entryPointOf(module: ModuleFact, wanted: Wanted | undefined, lookup: Lookup): EntryPoint {
  if (module.file.incomplete) return { status: 'cannot tell', why: 'the file is damaged' };
  if (wanted !== undefined)
    return 'crash' in wanted
      ? { status: 'crash', crash: wanted.crash, by: wanted.by }
      : namedClass(wanted, module, lookup);
  const candidates = candidatesIn(module, lookup);
  const verdicts = candidates.map(each => [each, verdictOf(each, lookup)] as const);
  // A default export of TypeScript comes before all others; no class of Python has that name.
  const standard = verdicts.find(([{ fact }]) => fact.name === 'default');
  if (standard?.[1] === 'yes') return { status: 'found', entry: standard[0].fact };
  if (standard?.[1] === 'cannot tell') return { status: 'cannot tell', why: 'the default export is decided by code' };
  const sure = verdicts.filter(([, verdict]) => verdict === 'yes').map(([{ fact }]) => fact);
  const [only, second, ...others] = sure;
  const maybe = verdicts.find(([, verdict]) => verdict === 'cannot tell');
  if (sure.length > 1 && sure.some(isMultiClass))
    return {
      status: 'cannot tell',
      why: 'exports marked multiClass are registered one by one where code asks for that',
    };
  // Two are too many, whatever else there is.
  if (only !== undefined && second !== undefined) return { status: 'ambiguous', candidates: [only, second, ...others] };
  const isOpen = module.dynamic || hasUnknownClass(module) || candidates.some(({ unsure }) => unsure);
  const doubt =
    maybe !== undefined
      ? `what '${maybe[0].fact.name}' has is not wholly in sight`
      : isOpen
        ? 'classes are made at run time'
        : undefined;
  if (only !== undefined) return { status: 'found', entry: only, ...(doubt === undefined ? {} : { doubt }) };
  if (doubt === undefined) return { status: 'none' };
  if (maybe === undefined) return { status: 'cannot tell', why: doubt };
  const mayBeOther = isOpen || verdicts.filter(([, verdict]) => verdict === 'cannot tell').length > 1;
  return { status: 'found', entry: maybe[0].fact, doubt, ...(mayBeOther ? { mayBeOther } : {}) };
}

/** A name that may stand for something else does not make a class one that qualifies. */
function verdictOf({ fact, unsure }: Candidate, lookup: Lookup): Verdict {
  const verdict = qualifies(fact, lookup);
  return verdict === 'yes' && unsure ? 'cannot tell' : verdict;
}

interface Candidate {
  readonly fact: ModuleClass;
  /** Whether the class may be absent or another one when the file has run. */
  readonly unsure: boolean;
}

/** What discovery looks at: each name that stands for a class of the file, so that a class with two names comes twice. */
function candidatesIn({ file, bindings }: ModuleFact, lookup: Lookup): Candidate[] {
  const classes = moduleClassesOf(file.path, lookup);
  if (bindings === undefined)
    return classes.filter(({ name }) => !name.includes('.')).map(fact => ({ fact, unsure: false }));
  return bindings.flatMap(({ className, unsure = false }) => {
    const fact = classes.find(({ name }) => name === className);
    return fact === undefined ? [] : [{ fact, unsure }];
  });
}

/** A name may stand for a class that no statement of the file makes. */
function hasUnknownClass({ bindings = [] }: ModuleFact): boolean {
  return bindings.some(
    ({ className, imported, isOther }) => className === undefined && imported === undefined && isOther === undefined,
  );
}

function namedClass(
  { className, by }: { readonly className: string; readonly by?: CompanionFact },
  module: ModuleFact,
  lookup: Lookup,
): EntryPoint {
  const classes = moduleClassesOf(module.file.path, lookup);
  const binding = module.bindings?.find(({ name }) => name === className);
  const own = module.bindings === undefined ? className : binding?.className;
  const entry = classes.findLast(({ name }) => name === own && !name.includes('.'));
  const doubt = binding?.unsure === true ? { doubt: `what '${className}' stands for is decided by code` } : {};
  if (entry !== undefined) return { status: 'found', entry, ...doubt };
  const imported = binding?.imported && classNamed(dottedName(binding.imported), module.file.path, lookup);
  if (imported !== undefined && isModuleClass(imported)) return { status: 'found', entry: imported };
  if (binding !== undefined && binding.isOther !== true)
    return { status: 'cannot tell', why: `what '${className}' stands for is decided by code` };
  if (className !== '' && module.dynamic)
    return { status: 'cannot tell', why: `'${className}' may be made at run time` };
  return { status: 'not found', className, by };
}

type Verdict = 'yes' | 'no' | 'cannot tell';

/**
 * Whether discovery takes a class for a module: two schemas that are pydantic models, and something to execute. Of an
 * export of TypeScript it asks for a description as well (formats 2.8).
 */
function qualifies(fact: ModuleClass, lookup: Lookup): Verdict {
  const verdicts = [schemaVerdict(fact, 'input_schema', lookup), schemaVerdict(fact, 'output_schema', lookup)];
  verdicts.push(executeVerdict(fact, lookup));
  if (isTypeScript(fact)) verdicts.push(textVerdict(fact, lookup));
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('cannot tell') ? 'cannot tell' : 'yes';
}

/** Whether a class has a schema that the registry accepts. */
export function schemaVerdict(fact: ModuleClass, name: 'input_schema' | 'output_schema', lookup: Lookup): Verdict {
  const found = inheritedAttribute(name, fact, lookup);
  if (found.status === 'missing') return 'no';
  if (found.status === 'cannot tell') return 'cannot tell';
  const { attribute, owner } = found;
  if (attribute.form === 'class')
    return isSchemaClass(defined(attribute.target, 'the class that an attribute names'), owner.file.path, lookup);
  if (attribute.form === 'other') return 'cannot tell';
  if (attribute.form === 'object') return 'no';
  // An object that is written out may be a schema for the TypeScript implementation; a dict is none for Python's.
  const isObject = isMapping(attribute.value) || isList(attribute.value);
  return isTypeScript(owner) && isObject ? 'cannot tell' : 'no';
}

function isTypeScript({ file }: Fact): boolean {
  return languageOf(file.path) === 'typescript';
}

/** Whether the description is a text at all; an empty one is found by validation. */
function textVerdict(fact: ModuleClass, lookup: Lookup): Verdict {
  const found = inheritedAttribute('description', fact, lookup);
  if (found.status !== 'found') return found.status === 'missing' ? 'no' : 'cannot tell';
  const { form, value } = found.attribute;
  if (form === 'literal') return typeof value === 'string' ? 'yes' : 'no';
  return form === 'other' ? 'cannot tell' : 'no';
}

/** Whether a class has an `execute` that can be called. */
export function executeVerdict(fact: ModuleClass, lookup: Lookup): Verdict {
  const found = inheritedAttribute('execute', fact, lookup);
  if (found.status !== 'found') return found.status === 'missing' ? 'no' : 'cannot tell';
  const { form } = found.attribute;
  // A class can be called as well.
  if (form === 'method' || form === 'class') return 'yes';
  return form === 'literal' || form === 'object' ? 'no' : 'cannot tell';
}

/** Whether a class has a description that is a text and not empty, as stage 5 asks for it. */
export function descriptionVerdict(fact: ModuleClass, lookup: Lookup): Verdict {
  const found = inheritedAttribute('description', fact, lookup);
  if (found.status !== 'found') return found.status === 'missing' ? 'no' : 'cannot tell';
  const { form, value } = found.attribute;
  if (form === 'literal') return typeof value === 'string' && value !== '' ? 'yes' : 'no';
  return form === 'other' ? 'cannot tell' : 'no';
}

/** What stage 5 finds wrong with a class (formats 2.6). */
export interface Invalid {
  readonly attribute: 'input_schema' | 'output_schema' | 'description' | 'execute';
  /** In the words of the real run time. */
  readonly message: string;
}

/** What the registry refuses an entry point for. */
export function invalidIn(entry: ModuleClass, lookup: Lookup): Invalid[] {
  const found: Invalid[] = [];
  const schema = (attribute: 'input_schema' | 'output_schema') => {
    if (schemaVerdict(entry, attribute, lookup) === 'no')
      found.push({
        attribute,
        message: isTypeScript(entry)
          ? `Missing or invalid ${attribute === 'input_schema' ? 'inputSchema' : 'outputSchema'}: must be a TSchema object`
          : `Missing or invalid ${attribute}: must be a BaseModel subclass`,
      });
  };
  schema('input_schema');
  schema('output_schema');
  if (descriptionVerdict(entry, lookup) === 'no')
    found.push({ attribute: 'description', message: 'Missing or empty description' });
  if (executeVerdict(entry, lookup) === 'no') found.push({ attribute: 'execute', message: 'Missing execute method' });
  return found;
}

/** The attribute of a class about which it cannot be told whether stage 5 is content with it. */
export function uncertainAttribute(entry: ModuleClass, lookup: Lookup): Invalid['attribute'] | undefined {
  const verdicts: readonly (readonly [Invalid['attribute'], Verdict])[] = [
    ['input_schema', schemaVerdict(entry, 'input_schema', lookup)],
    ['output_schema', schemaVerdict(entry, 'output_schema', lookup)],
    ['description', descriptionVerdict(entry, lookup)],
    ['execute', executeVerdict(entry, lookup)],
  ];
  return verdicts.find(([, verdict]) => verdict === 'cannot tell')?.[0];
}

/** Where a class says an attribute; its name, if it inherits it or has none. */
export function attributePlace(entry: ModuleClass, attribute: string): Place {
  const index = entry.attributes.findLastIndex(({ name }) => name === attribute);
  return { fact: entry, part: index < 0 ? Part.name : Part.fieldValue(index) };
}

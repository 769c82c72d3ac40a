import { defined } from '../../../base/defined';
import type { Fact } from '../../../model/fact';
import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { inheritedAttribute, isSchemaClass, moduleClassesOf } from './classes';
import { isList, isMapping } from '../../../model/value';
import { isMultiClass, type CompanionFact, type ModuleClass, type ModuleFact } from '../facts';
import { languageOf } from '../layout';

/** What stage 4 makes of a module file (formats 2.6). */
export type EntryPoint =
  | { readonly status: 'found'; readonly entry: ModuleClass }
  | { readonly status: 'none' }
  | { readonly status: 'ambiguous'; readonly candidates: readonly [ModuleClass, ModuleClass, ...ModuleClass[]] }
  /** The class that the companion names is not in the file. */
  | { readonly status: 'not found'; readonly className: string; readonly companion: CompanionFact }
  | { readonly status: 'cannot tell'; readonly why: string };

export function entryPointOf(module: ModuleFact, companion: CompanionFact | undefined, lookup: Lookup): EntryPoint {
  const named = companion && fieldOf(companion, 'entry_point');
  const classes = moduleClassesOf(module.file.path, lookup).filter(({ name }) => !name.includes('.'));
  if (companion !== undefined && typeof named === 'string' && named !== '')
    return namedClass(named.slice(named.lastIndexOf(':') + 1), classes, module, companion);
  const verdicts = classes.map(each => [each, qualifies(each, lookup)] as const);
  // A default export of TypeScript comes before all others; no class of Python has that name.
  const standard = verdicts.find(([{ name }]) => name === 'default');
  if (standard?.[1] === 'yes') return { status: 'found', entry: standard[0] };
  if (standard?.[1] === 'cannot tell') return { status: 'cannot tell', why: 'the default export is decided by code' };
  const sure = verdicts.filter(([, verdict]) => verdict === 'yes').map(([each]) => each);
  const [only, second, ...others] = sure;
  const maybe = verdicts.find(([, verdict]) => verdict === 'cannot tell');
  if (sure.length > 1 && sure.some(isMultiClass))
    return {
      status: 'cannot tell',
      why: 'exports marked multiClass are registered one by one where code asks for that',
    };
  // Two are too many, whatever else there is.
  if (only !== undefined && second !== undefined) return { status: 'ambiguous', candidates: [only, second, ...others] };
  if (module.dynamic) return { status: 'cannot tell', why: 'classes are made at run time' };
  if (module.file.incomplete) return { status: 'cannot tell', why: 'the file is damaged' };
  if (maybe !== undefined) return { status: 'cannot tell', why: `what '${maybe[0].name}' has is not wholly in sight` };
  return only === undefined ? { status: 'none' } : { status: 'found', entry: only };
}

function namedClass(
  className: string,
  classes: readonly ModuleClass[],
  module: ModuleFact,
  companion: CompanionFact,
): EntryPoint {
  const entry = classes.findLast(({ name }) => name === className);
  if (entry !== undefined) return { status: 'found', entry };
  if (module.dynamic || module.file.incomplete)
    return { status: 'cannot tell', why: `'${className}' may be made at run time` };
  return { status: 'not found', className, companion };
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

export function schemaVerdict(fact: ModuleClass, name: 'input_schema' | 'output_schema', lookup: Lookup): Verdict {
  const found = inheritedAttribute(name, fact, lookup);
  if (found.status === 'missing') return 'no';
  if (found.status === 'cannot tell') return 'cannot tell';
  const { attribute, owner } = found;
  if (attribute.form === 'class')
    return isSchemaClass(defined(attribute.target, 'the class that an attribute names'), owner.file.path, lookup);
  if (attribute.form === 'other') return 'cannot tell';
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

export function executeVerdict(fact: ModuleClass, lookup: Lookup): Verdict {
  const found = inheritedAttribute('execute', fact, lookup);
  if (found.status !== 'found') return found.status === 'missing' ? 'no' : 'cannot tell';
  const { form } = found.attribute;
  if (form === 'method') return 'yes';
  return form === 'literal' ? 'no' : 'cannot tell';
}

/** Whether a class has a description that is a text and not empty, as stage 5 asks for it. */
export function descriptionVerdict(fact: ModuleClass, lookup: Lookup): Verdict {
  const found = inheritedAttribute('description', fact, lookup);
  if (found.status !== 'found') return found.status === 'missing' ? 'no' : 'cannot tell';
  const { form, value } = found.attribute;
  if (form === 'literal') return typeof value === 'string' && value !== '' ? 'yes' : 'no';
  return 'cannot tell';
}

/** What stage 5 finds wrong with a class (formats 2.6). */
export interface Invalid {
  readonly attribute: 'input_schema' | 'output_schema' | 'description' | 'execute';
  /** In the words of the real run time. */
  readonly message: string;
}

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

/** Whether anything about the validity of a class is decided out of sight. */
export function isUncertain(entry: ModuleClass, lookup: Lookup): boolean {
  return [
    schemaVerdict(entry, 'input_schema', lookup),
    schemaVerdict(entry, 'output_schema', lookup),
    descriptionVerdict(entry, lookup),
    executeVerdict(entry, lookup),
  ].includes('cannot tell');
}

/** The first fact of a file that `is` accepts. Goes through the lookup, so that whoever asks runs again when the file changes. */
export function fileFact<F extends Fact>(path: string, is: (fact: Fact) => fact is F, lookup: Lookup): F | undefined {
  return lookup.file(path)?.facts.find(is);
}

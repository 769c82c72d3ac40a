import { isList, isMapping, isUnknown, type Value } from '../../../../model/value';
import { classAttribute } from './attributes';
import { isModel, localAncestors } from './classes';
import { configOf } from './config';
import { CoreSchemas } from './core-schemas';
import { SchemaFailure } from './failures';
import { NO_VARIABLES } from './generics';
import { instanceJson } from './instances';
import { JsonSchemas, type Json } from './json-schema';
import { fieldFailure, moduleFields } from './module-fields';
import type { Modules } from './modules';
import type { At } from './schemas';
import { isLibrary, type PyClass, type PyModule, type PySubscript, type PyValue } from './values';

/** The schemas of a module as its class gives them. */
export interface ModelSchemas {
  readonly input?: Value;
  readonly output?: Value;
  /** Where something cannot be told, and why: `input_schema.properties.user: …`. */
  readonly uncertainties: readonly string[];
  /** Why there is no schema at all, so that nothing of the module can be exported. */
  readonly raises?: string;
  /** What else the class says of the module, where its text is in sight. */
  readonly fields?: ReadonlyMap<string, Value>;
}

type Side = 'input_schema' | 'output_schema';

/**
 * The schemas of the module in the file at `path`, as `model_json_schema()` gives them. Where it is not known which class the module
 * is, it can only be registered if the one class that looks like it is it.
 */
export function moduleSchemas(path: string, className: string | undefined, modules: Modules): ModelSchemas {
  const module = modules.entry(path);
  const entry = module && (className === undefined ? onlyCandidate(module) : classNamed(module, className));
  const fields = entry === undefined ? {} : { fields: moduleFields(entry) };
  const uncertainties: string[] = [];
  const isMadeByCode = entry !== undefined && localAncestors(entry).some(({ names }) => names.has('__new__'));
  const of = (side: Side): Value | undefined => {
    const stated = entry && !isMadeByCode ? classAttribute(entry, side) : undefined;
    if (isLibrary(stated, 'pydantic.BaseModel')) throw new SchemaFailure('other', 'BaseModel itself has no schema');
    const model = modelOf(stated);
    if (model === undefined) {
      uncertainties.push(
        `${side}: ${isMadeByCode ? 'what __new__ makes is decided by code' : 'its class is not in sight'}`,
      );
      return undefined;
    }
    return finished(schemaOf(model, modules), [side], uncertainties);
  };
  try {
    const [input, output] = [of('input_schema'), of('output_schema')];
    const failure = entry && fieldFailure(entry);
    if (failure !== undefined) return { uncertainties: [], raises: failure, ...fields };
    return {
      uncertainties,
      ...fields,
      ...(input === undefined ? {} : { input }),
      ...(output === undefined ? {} : { output }),
    };
  } catch (error) {
    if (!(error instanceof SchemaFailure)) throw error;
    return { uncertainties: [], raises: `pydantic fails to make them: ${error.message}`, ...fields };
  }
}

function classNamed(module: PyModule, dotted: string): PyClass | undefined {
  let found: PyValue | undefined;
  for (const [i, part] of dotted.split('.').entries())
    found = i === 0 ? module.names.get(part) : found?.kind === 'class' ? found.names.get(part) : undefined;
  return found?.kind === 'class' ? found : undefined;
}

/** The only class of a file with schemas and `execute`, as discovery looks for it (formats 2.6). */
function onlyCandidate(module: PyModule): PyClass | undefined {
  const found = new Set<PyClass>();
  for (const value of module.names.values())
    if (
      value.kind === 'class' &&
      value.module === module &&
      modelOf(classAttribute(value, 'input_schema')) !== undefined &&
      modelOf(classAttribute(value, 'output_schema')) !== undefined &&
      classAttribute(value, 'execute') !== undefined
    )
      found.add(value);
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** A model, perhaps with arguments for its type variables. */
function modelOf(value: PyValue | undefined): PyClass | PySubscript | undefined {
  const of = value?.kind === 'subscript' ? value.origin : value;
  if (of?.kind !== 'class' || !isModel(of)) return undefined;
  return value as PyClass | PySubscript;
}

function schemaOf(model: PyClass | PySubscript, modules: Modules): Json {
  const of = (model.kind === 'subscript' ? model.origin : model) as PyClass;
  const schemas = new CoreSchemas();
  const at: At = {
    modules,
    of,
    first: of,
    config: configOf(of),
    variables: NO_VARIABLES,
    ...(of.isRebuilt ? { rebuiltIn: of.module } : {}),
  };
  const schema = schemas.ofType(model, at);
  const ref = schema.type === 'definition-ref' ? schema.to : '';
  const models = {
    at: (name: string) => schemas.models.get(name),
    of: (type: PyClass) => {
      const made = schemas.ofType(type, { ...at, of: type });
      const model = made.type === 'definition-ref' ? schemas.models.get(made.to) : undefined;
      return model?.type === 'model' ? model : undefined;
    },
  };
  return new JsonSchemas(schemas.models, value => instanceJson(value, models)).ofModel(ref);
}

/** The keys whose entries keep their order; other keys are sorted, as pydantic sorts them. */
const IN_ORDER: ReadonlySet<string> = new Set(['properties', 'default']);

/**
 * A JSON Schema as it is exported: keys are sorted, and what cannot be told is left out, with a `$comment` in its place that says so.
 * Where the type of a field cannot be told, there may be definitions besides.
 */
function finished(schema: Json, at: readonly string[], uncertainties: string[]): Value {
  const before = uncertainties.length;
  const made = settled(schema, '', at, uncertainties) as Json;
  if (uncertainties.length === before) return made;
  const definitions = made.get('$defs');
  const comment: [string, Value] = ['$comment', 'cannot tell whether there are more'];
  made.set('$defs', new Map<string, Value>([comment, ...(isMapping(definitions) ? definitions : [])]));
  return made;
}

function settled(value: Value, key: string, at: readonly string[], uncertainties: string[]): Value {
  if (isList(value)) return value.map((each, i) => settled(each, key, [...at, String(i)], uncertainties));
  if (!isMapping(value)) return value;
  const entries = IN_ORDER.has(key) ? [...value] : [...value].sort(([a], [b]) => (a < b ? -1 : 1));
  const found = new Map<string, Value>();
  const untold: string[] = [];
  for (const [name, each] of entries) {
    const reason = unknownIn(each);
    const before = uncertainties.length;
    if (reason === undefined) found.set(name, settled(each, name, [...at, name], uncertainties));
    else untold.push(name === '$comment' ? reason : `${name} (${reason})`);
    if (isList(each) && uncertainties.length > before) untold.push(`all of ${name}`);
  }
  if (untold.length === 0) return found;
  uncertainties.push(`${placeOf(at)}: ${untold.join('; ')}`);
  return new Map<string, Value>([['$comment', `cannot tell: ${untold.join('; ')}`], ...found]);
}

/** `input_schema.name`, or `input_schema.Item.name` of a definition. */
function placeOf(at: readonly string[]): string {
  return at.filter(each => each !== 'properties' && each !== '$defs').join('.');
}

/** Why a value that is no schema itself cannot be told. */
function unknownIn(value: Value): string | undefined {
  if (isUnknown(value)) return value.unknown;
  return isList(value)
    ? value.map(each => (isUnknown(each) ? each.unknown : undefined)).find(each => each !== undefined)
    : undefined;
}

import { ancestorOf, isModel, localAncestors } from './classes';
import { SchemaFailure } from './failures';
import { fieldOfAnnotation, fieldOfAttribute, type FieldInfo } from './field-info';
import { NO_VARIABLES, replaced, variablesOfBase, type TypeVariables } from './generics';
import { resolvedType, type Scope } from './scopes';
import { isLibrary, library, type PyClass, type PyValue } from './values';

/** The fields of a model by name, in pydantic's order (`_fields.collect_model_fields`). */
export type Fields = ReadonlyMap<string, FieldInfo>;

/**
 * The fields of a model with those of its bases. Names come in the order in which the classes annotate them, base classes first; of
 * a name that the class does not annotate itself, the field of the first base that has it is taken over.
 */
export function modelFields(of: PyClass, variables: TypeVariables, scope: Scope): Fields {
  const inherited = inheritedFields(of, variables, scope);
  const fields = new Map<string, FieldInfo>();
  for (const [name, owner] of annotatedNames(of)) {
    if (name.startsWith('_') || name === 'model_config') continue;
    const isOwn = owner === of;
    const before = inherited.get(name);
    const assigned = assignedValue(of, name, before !== undefined);
    if (assigned === undefined && !isOwn && before !== undefined) {
      fields.set(name, before);
      continue;
    }
    // What a model annotates is known by its field, without what stood around the type.
    const isField = !isOwn && before !== undefined && isModel(owner);
    const annotation = isField ? before.type : annotationOf(name, owner, scope);
    if (annotation === undefined || isClassVariable(annotation)) continue;
    const type = replaced(annotation, isOwn ? variables : NO_VARIABLES);
    const field = assigned === undefined ? fieldOfAnnotation(type) : fieldOfAttribute(type, assigned);
    // A final field with a default is a class variable.
    const hasDefault = field.attributes.has('default') || field.attributes.has('default_factory');
    if (assigned !== undefined && hasDefault && isFinal(annotation)) continue;
    fields.set(name, field);
  }
  return fields;
}

/** The fields of the bases that are models, those of the first base over those of the others. */
function inheritedFields(of: PyClass, variables: TypeVariables, scope: Scope): Fields {
  const fields = new Map<string, FieldInfo>();
  for (const base of of.bases.toReversed()) {
    const parent = ancestorOf(base);
    if (parent?.kind !== 'class' || !isModel(parent)) continue;
    const own = modelFields(parent, variablesOfBase(base, variables), { ...scope, of: parent });
    for (const [name, field] of own) fields.set(name, field);
  }
  return fields;
}

/** The names that a class and its ancestors annotate, each with the last class that does, base classes first. */
export function annotatedNames(of: PyClass): ReadonlyMap<string, PyClass> {
  const names = new Map<string, PyClass>();
  for (const each of localAncestors(of).toReversed()) for (const name of each.annotations.keys()) names.set(name, each);
  return names;
}

/** What `getattr(cls, name)` gives: of a model's field nothing, since pydantic takes its value away from the class. */
function assignedValue(of: PyClass, name: string, isInherited: boolean): PyValue | undefined {
  for (const each of localAncestors(of)) {
    const isParentModel = isInherited && each !== of && isModel(each) && each.annotations.has(name);
    const value = isParentModel ? undefined : each.names.get(name);
    if (value !== undefined) return value;
  }
  return isInherited ? undefined : ATTRIBUTES_OF_MODELS.get(name);
}

/** What every model has as a class: from `BaseModel`, or from its metaclass. */
const ATTRIBUTES_OF_MODELS: ReadonlyMap<string, PyValue> = new Map<string, PyValue>([
  ['model_fields', { kind: 'dict', entries: [] }],
  ['model_computed_fields', { kind: 'dict', entries: [] }],
  ['register', library('abc.ABCMeta.register')],
  ['mro', library('type.mro')],
]);

/** The annotation of a name, evaluated if it is text. Returns undefined for a text that says it is a class variable. */
export function annotationOf(name: string, owner: PyClass, scope: Scope): PyValue | undefined {
  const annotation = owner.annotations.get(name);
  if (annotation === undefined) return undefined;
  try {
    return resolvedType(annotation, { ...scope, of: owner });
  } catch (error) {
    if (!(error instanceof SchemaFailure)) throw error;
    if (annotation.kind === 'str' && /^(?:\w+\.)?ClassVar\b/.test(annotation.value)) return undefined;
    throw error;
  }
}

/** Whether an annotation is `ClassVar`, which makes no field. */
export function isClassVariable(annotation: PyValue): boolean {
  return isForm(annotation, 'typing.ClassVar');
}

function isFinal(annotation: PyValue): boolean {
  return isForm(annotation.kind === 'annotated' ? annotation.type : annotation, 'typing.Final');
}

function isForm(annotation: PyValue, name: string): boolean {
  return isLibrary(annotation, name) || (annotation.kind === 'subscript' && isLibrary(annotation.origin, name));
}

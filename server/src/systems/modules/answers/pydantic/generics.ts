import { ancestorOf } from './classes';
import { annotated, unionOf } from './types';
import { isLibrary, type PyClass, type PyTypeVariable, type PyValue } from './values';

/** What type variables stand for. */
export type TypeVariables = ReadonlyMap<PyTypeVariable, PyValue>;

/** The type variables of what is not generic. */
export const NO_VARIABLES: TypeVariables = new Map<PyTypeVariable, PyValue>([]);

/** The type variables of a generic class in their order: those of `Generic[…]`, else those of its bases. */
export function parametersOf(of: PyClass): readonly PyTypeVariable[] {
  const generic = of.bases.find(
    base => base.kind === 'subscript' && isLibrary(base.origin, 'typing.Generic', 'typing.Protocol'),
  );
  const found = new Set<PyTypeVariable>();
  for (const base of generic === undefined ? of.bases : [generic]) collectVariables(base, found, 0);
  return [...found];
}

function collectVariables(type: PyValue, into: Set<PyTypeVariable>, depth: number): void {
  if (depth > 20) return;
  if (type.kind === 'typevar') into.add(type);
  for (const part of partsOf(type)) collectVariables(part, into, depth + 1);
}

function partsOf(type: PyValue): readonly PyValue[] {
  if (type.kind === 'subscript') return type.args;
  if (type.kind === 'union') return type.members;
  return type.kind === 'annotated' ? [type.type] : [];
}

/** What the type variables of a generic class stand for where it is given arguments. */
export function variablesOf(of: PyClass, args: readonly PyValue[]): TypeVariables {
  const found = new Map<PyTypeVariable, PyValue>();
  for (const [i, parameter] of parametersOf(of).entries()) {
    const value = args[i] ?? parameter.default;
    if (value !== undefined) found.set(parameter, value);
  }
  return found;
}

/** What the variables of a base stand for, in a class whose own variables stand for something. */
export function variablesOfBase(base: PyValue, variables: TypeVariables): TypeVariables {
  const of = ancestorOf(base);
  if (base.kind !== 'subscript' || of?.kind !== 'class') return NO_VARIABLES;
  return variablesOf(
    of,
    base.args.map(each => replaced(each, variables)),
  );
}

/** A type with its type variables replaced by what they stand for (`_generics.replace_types`). */
export function replaced(type: PyValue, variables: TypeVariables, depth = 0): PyValue {
  if (variables.size === 0 || depth > 20) return type;
  const inner = (each: PyValue): PyValue => replaced(each, variables, depth + 1);
  if (type.kind === 'typevar') return variables.get(type) ?? type;
  if (type.kind === 'subscript') return { ...type, args: type.args.map(inner) };
  if (type.kind === 'union') return unionOf(type.members.map(inner));
  if (type.kind === 'annotated') return annotated(inner(type.type), type.metadata);
  if (type.kind === 'list') return { kind: 'list', items: type.items.map(inner) };
  return type;
}

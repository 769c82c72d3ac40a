import { builtIn } from './library';
import type { Modules } from './modules';
import { evaluateWith } from './expressions';
import { SchemaFailure } from './failures';
import { annotated, unionOf } from './types';
import { isLibrary, unknown, type PyClass, type PyModule, type PyValue } from './values';

/**
 * Where annotations that are text find names while the schema of a class is made (`_namespace_utils.NsResolver`): the class itself,
 * what its body binds, the class that the schema is made for, the class around it, its module if that is in `sys.modules`.
 */
export interface Scope {
  readonly modules: Modules;
  readonly of: PyClass;
  /** The class whose schema was asked for. */
  readonly first: PyClass;
  /** The module that has rebuilt that class: its names are found, too. */
  readonly rebuiltIn?: PyModule;
}

/** The value of an annotation that is text. Throws `SchemaFailure` for a name that pydantic does not find. */
export function valueOfText(source: string, scope: Scope): PyValue {
  const tree = scope.modules.texts.expression(source);
  if (tree === undefined) return unknown(`${source} is no expression`);
  return evaluateWith(tree, 1, name => {
    const found = nameIn(scope, name);
    if (found === undefined)
      throw new SchemaFailure('undefined', `${scope.of.name} is not fully defined, since ${name} is not`);
    return found;
  });
}

function nameIn({ of, first, rebuiltIn }: Scope, name: string): PyValue | undefined {
  if (name === of.name) return of;
  return (
    of.names.get(name) ??
    (name === first.name ? first : undefined) ??
    of.enclosing?.get(name) ??
    first.enclosing?.get(name) ??
    rebuiltIn?.names.get(name) ??
    (of.module.isImported ? of.module.names.get(name) : undefined) ??
    builtIn(name)
  );
}

/** A type in which the parts that are text are evaluated, as `typing.get_type_hints` does: not those of `Literal` and of metadata. */
export function resolvedType(type: PyValue, scope: Scope, depth = 0): PyValue {
  if (depth > DEEPEST) return type;
  const inner = (each: PyValue): PyValue => resolvedType(each, scope, depth + 1);
  if (type.kind === 'str') return inner(valueOfText(type.value, scope));
  if (type.kind === 'subscript')
    return isLibrary(type.origin, 'typing.Literal') ? type : { ...type, args: type.args.map(inner) };
  if (type.kind === 'union') return unionOf(type.members.map(inner));
  if (type.kind === 'annotated') return annotated(inner(type.type), type.metadata);
  return type;
}

/** Texts within texts that are nested deeper are left as they are. */
const DEEPEST = 20;

import type { ModuleRun } from '../../../syntax/python/evaluate/run';
import { Imports } from '../../../syntax/python/imports';
import { literalValue, nameText } from '../../../syntax/python/literal';
import {
  childOfKind,
  children,
  firstChild,
  Kind,
  NONE,
  spanOf,
  valueOf,
  type PythonTree,
} from '../../../syntax/python/tree';

/** The arguments of `Field` that bound a number. */
const BOUNDS = new Set(['gt', 'ge', 'lt', 'le', 'multiple_of']);

/**
 * Why a class statement of a pydantic model raises an exception though each of its expressions is well: a field of whole numbers
 * has a bound that is none, and pydantic-core builds no validator for it ("'gt' must be coercible to an integer").
 */
export function refusedBound(tree: PythonTree, source: string): ModuleRun['stops'] {
  const imports = new Imports(tree);
  for (const statement of children(tree, 0)) {
    if (tree.kind[statement] !== Kind.Class || !isModel(tree, statement, imports)) continue;
    for (const field of children(tree, childOfKind(tree, statement, Kind.Body))) {
      const bound = fractionOf(tree, field, imports);
      if (bound === undefined) continue;
      const message = `'${bound.name}' of a field of whole numbers must be a whole number`;
      return { exception: 'SchemaError', message, at: { source, span: spanOf(tree, bound.node) } };
    }
  }
  return undefined;
}

function isModel(tree: PythonTree, statement: number, imports: Imports): boolean {
  const bases = childOfKind(tree, statement, Kind.Bases);
  return bases !== NONE && children(tree, bases).some(base => isNamed(tree, base, imports, 'pydantic.BaseModel'));
}

/** The bound with a fraction in `x: int = Field(gt=0.5)`. */
function fractionOf(
  tree: PythonTree,
  assign: number,
  imports: Imports,
): { readonly name: string; readonly node: number } | undefined {
  if (tree.kind[assign] !== Kind.Assign) return undefined;
  const annotation = childOfKind(tree, assign, Kind.Annotation);
  const call = valueOf(tree, assign);
  if (annotation === NONE || call === NONE || tree.kind[call] !== Kind.Call) return undefined;
  const isWhole = nameText(tree, firstChild(tree, annotation)) === 'int';
  if (!isWhole || !isNamed(tree, firstChild(tree, call), imports, 'pydantic.Field')) return undefined;
  for (const argument of children(tree, call)) {
    if (tree.kind[argument] !== Kind.Keyword) continue;
    const name = nameText(tree, firstChild(tree, argument)) ?? '';
    const node = valueOf(tree, argument);
    const value = node === NONE ? undefined : literalValue(tree, node);
    if (BOUNDS.has(name) && typeof value === 'number' && !Number.isInteger(value)) return { name, node };
  }
  return undefined;
}

function isNamed(tree: PythonTree, node: number, imports: Imports, name: string): boolean {
  const written = nameText(tree, node);
  return written !== undefined && imports.resolve(written) === name;
}

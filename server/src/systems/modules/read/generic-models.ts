import type { ModuleRun } from '../../../syntax/python/evaluate/run';
import { Imports } from '../../../syntax/python/imports';
import { nameText } from '../../../syntax/python/literal';
import {
  childOfKind,
  children,
  firstChild,
  Kind,
  NONE,
  spanOf,
  textOf,
  type PythonTree,
} from '../../../syntax/python/tree';
import { isNamed, type ModelText } from './refused-constraints';

/**
 * Where a generic model of the file is given types at its top level, as in `class Order(Page[int])`: pydantic looks up the module of the model in
 * `sys.modules` then, where discovery has not put it (`create_generic_submodel`, the same from pydantic 2.0 to 2.13).
 */
export function unregisteredModel(tree: PythonTree, source: string): ModuleRun['stops'] {
  const text = { tree, imports: new Imports(tree) };
  const models = new Map<string, string>();
  for (const statement of children(tree, 0)) {
    const node = subscriptOf(tree, statement, models);
    if (node !== undefined)
      return {
        exception: 'KeyError',
        message: 'the module is not in sys.modules',
        at: { source, span: spanOf(tree, node) },
      };
    const variables = tree.kind[statement] === Kind.Class ? variablesOf(text, statement) : undefined;
    if (variables !== undefined) models.set(nameOf(tree, statement), variables);
  }
  return undefined;
}

function nameOf(tree: PythonTree, statement: number): string {
  return nameText(tree, childOfKind(tree, statement, Kind.Name)) ?? '';
}

/** What a generic model has in the brackets of `Generic[…]`. */
function variablesOf(text: ModelText, statement: number): string | undefined {
  const { tree } = text;
  const list = childOfKind(tree, statement, Kind.Bases);
  const bases = list === NONE ? [] : children(tree, list);
  if (!bases.some(base => isNamed(text, base, 'pydantic.BaseModel'))) return undefined;
  const generic = bases.find(
    base => tree.kind[base] === Kind.Subscript && isNamed(text, firstChild(tree, base), 'typing.Generic'),
  );
  return generic === undefined ? undefined : indexOf(tree, generic);
}

function indexOf(tree: PythonTree, subscript: number): string {
  const [, index = NONE] = children(tree, subscript);
  return index === NONE ? '' : textOf(tree, index);
}

/** The first subscript of one of these models, with other types than its own variables, that runs at the top level for certain. */
function subscriptOf(tree: PythonTree, statement: number, models: ReadonlyMap<string, string>): number | undefined {
  const kind = tree.kind[statement];
  if (kind === Kind.Class) {
    const bases = childOfKind(tree, statement, Kind.Bases);
    return bases === NONE ? undefined : subscriptIn(tree, bases, models);
  }
  const value = kind === Kind.Assign ? (children(tree, statement).at(-1) ?? NONE) : NONE;
  return value === NONE ? undefined : subscriptIn(tree, value, models);
}

function subscriptIn(tree: PythonTree, part: number, models: ReadonlyMap<string, string>): number | undefined {
  for (let node = part; node < tree.next[part]!; node++) {
    if (!CERTAIN[tree.kind[node]!]) return undefined;
    if (tree.kind[node] !== Kind.Subscript) continue;
    const variables = models.get(nameText(tree, firstChild(tree, node)) ?? '');
    if (variables !== undefined && variables !== indexOf(tree, node)) return node;
  }
  return undefined;
}

/** The kinds of nodes that are evaluated as a whole. */
const CERTAIN: Readonly<Record<number, true>> = Object.fromEntries(
  [Kind.Bases, Kind.Subscript, Kind.Name, Kind.Tuple, Kind.Constant, Kind.Keyword].map(kind => [kind, true] as const),
);

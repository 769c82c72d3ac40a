import { isTypedNone, typedNames } from '../../../syntax/python/typed-names';
import { Imports } from '../../../syntax/python/imports';
import { literalValue, nameText, stringValue } from '../../../syntax/python/literal';
import {
  afterData,
  childOfKind,
  children,
  Clause,
  clauseOf,
  Flag,
  Kind,
  NONE,
  type PythonTree,
} from '../../../syntax/python/tree';
import { isList, isMapping, type Value } from '../../../model/value';
import type { RegistryFact } from '../facts';
import type { ExtensionRoot } from '../settings';
import { API_ATTRIBUTES, API_MAKERS, apiRow, DECORATES, type ApiCall } from './registry-api';

/** A call of the API of the run time. The nodes are those of the tree. */
export interface FoundCall {
  readonly node: number;
  /** The class, or the package, and its method: `Executor.call`. */
  readonly api: string;
  readonly row: ApiCall;
  /** The expression of the id; `NONE` where the call has none. */
  readonly id: number;
  /** The names of the inputs that it gives and their nodes; undefined where the text does not state all of them. */
  readonly inputs: readonly InputKey[] | undefined;
  /** The dict that the inputs are written as, which is a set before its first colon; `NONE` where they are not. */
  readonly inputsNode: number;
  /** It stands in the body of a `try` with a handler. */
  readonly isGuarded: boolean;
}

/** A key of the inputs: a string, and the value behind it (the key itself where there is none yet). */
export interface InputKey {
  readonly name: string;
  readonly key: number;
  readonly value: number;
}

/** The calls of a file that give the id of a module to the run time, on objects that the text shows to be made by its classes. */
export function* apiCalls(tree: PythonTree, types = new ApiTypes(tree)): Iterable<FoundCall> {
  let guardedUntil = 0;
  for (let node = 0; node < tree.count; node = afterData(tree, node)) {
    const kind = tree.kind[node];
    guardedUntil = Math.max(guardedUntil, endOfGuarded(tree, node));
    if (kind === Kind.Decorator && types.methodAt(node + 1) === 'apcore.module') {
      yield { ...bare(node, 'apcore.module'), row: DECORATES };
      continue;
    }
    if (kind !== Kind.Call) continue;
    const api = types.methodAt(node + 1);
    const row = api === undefined ? undefined : apiRow(api);
    if (api === undefined || row === undefined) continue;
    const args = argumentsOf(tree, node);
    const id = args.at(0, row.keyword) ?? NONE;
    const dict = args.at(1, 'inputs');
    const isNone = dict === undefined ? !args.isOpen : isTypedNone(tree, dict);
    const given = isNone ? [] : keysOf(tree, dict ?? NONE);
    yield {
      node,
      api,
      row,
      id,
      inputs: row.runs === true ? given : undefined,
      inputsNode: row.runs === true && dict !== undefined && isBraced(tree, dict) ? dict : NONE,
      isGuarded: node < guardedUntil,
    };
  }
}

function isBraced(tree: PythonTree, node: number): boolean {
  return tree.kind[node] === Kind.Dict || tree.kind[node] === Kind.Set;
}

function bare(node: number, api: string): Omit<FoundCall, 'row'> {
  return { node, api, id: NONE, inputs: undefined, inputsNode: NONE, isGuarded: false };
}

/** What the calls of `Registry` say of where modules are, as far as they state it: a call that code decides a part of says nothing. */
export function* registryCalls(tree: PythonTree, types: ApiTypes): Iterable<RegistryCall> {
  for (let node = 0; node < tree.count; node = afterData(tree, node)) {
    if (tree.kind[node] !== Kind.Call || types.madeAt(node) !== 'Registry') continue;
    const args = argumentsOf(tree, node);
    const stated = (position: number, keyword: string): Value | undefined => {
      const argument = args.at(position, keyword);
      return argument === undefined || isTypedNone(tree, argument) ? undefined : literalValue(tree, argument);
    };
    const idMap = stated(3, 'id_map_path');
    const roots = rootsStated(stated(0, 'config'), stated(1, 'extensions_dir'), stated(2, 'extensions_dirs'));
    if (args.isOpen || roots === undefined) continue;
    if (typeof idMap === 'string') yield { node, roots: roots.length === 0 ? [DEFAULT_ROOT] : roots, idMap };
    else if (idMap === undefined && roots.length > 0) yield { node, roots };
  }
}

/** A call of `Registry`, by its node. */
export interface RegistryCall extends Pick<RegistryFact, 'roots' | 'idMap'> {
  readonly node: number;
}

const DEFAULT_ROOT: ExtensionRoot = { path: './extensions' };

/** The roots that the arguments give; none where these leave the default, undefined where only running tells. */
function rootsStated(config?: Value, one?: Value, several?: Value): readonly ExtensionRoot[] | undefined {
  if (one !== undefined && several !== undefined) return undefined;
  if (typeof one === 'string') return [{ path: one }];
  if (isList(several)) {
    const roots = several.flatMap(each => rootStated(each) ?? []);
    return roots.length === several.length ? roots : undefined;
  }
  return config === undefined && one === undefined && several === undefined ? [] : undefined;
}

/** A root as code gives it: a path, or a dict with one and maybe a namespace. */
function rootStated(value: Value): ExtensionRoot | undefined {
  if (typeof value === 'string') return { path: value };
  const [path, namespace] = isMapping(value) ? [value.get('root'), value.get('namespace')] : [];
  if (typeof path !== 'string' || (namespace !== undefined && typeof namespace !== 'string')) return undefined;
  return namespace === undefined ? { path } : { path, namespace };
}

/** The first node behind the body of a `try` that has a handler; `NONE` of another node. */
function endOfGuarded(tree: PythonTree, node: number): number {
  if (tree.kind[node] !== Kind.Block || clauseOf(tree, node) !== Clause.Try) return NONE;
  const following = tree.next[node]!;
  if (following >= tree.count || tree.kind[following] !== Kind.Block) return NONE;
  const clause = clauseOf(tree, following);
  return clause === Clause.Except || clause === Clause.ExceptGroup ? following : NONE;
}

/** The arguments of a call, by position and by keyword; open if it spreads some. */
function argumentsOf(
  tree: PythonTree,
  call: number,
): { at(position: number, keyword: string): number | undefined; readonly isOpen: boolean } {
  const positional: number[] = [];
  const named = new Map<string, number>();
  let isOpen = false;
  for (const child of children(tree, call).slice(1))
    if (tree.kind[child] === Kind.Spread) isOpen = true;
    else if (tree.kind[child] === Kind.Keyword)
      named.set(nameText(tree, child + 1) ?? '', children(tree, child)[1] ?? NONE);
    else if (!isOpen) positional.push(child);
  return { isOpen, at: (position, keyword) => named.get(keyword) ?? positional[position] };
}

/** The keys of a dict if all of them are written. */
function keysOf(tree: PythonTree, dict: number): InputKey[] | undefined {
  if (dict === NONE || tree.kind[dict] !== Kind.Dict || (tree.flags[dict]! & (Flag.Sparse | Flag.Unclosed)) !== 0)
    return undefined;
  const found: InputKey[] = [];
  for (const pair of children(tree, dict)) {
    const [key = NONE, value = key] = tree.kind[pair] === Kind.Pair ? children(tree, pair) : [];
    const name = key === NONE ? undefined : stringValue(tree, key);
    if (name === undefined) return undefined;
    found.push({ name, key, value });
  }
  return found;
}

/** The classes of the API as a file can name them, and which of its names stand for objects of them. */
export class ApiTypes {
  private readonly tree: PythonTree;
  private readonly imports: Imports;
  private readonly typed: ReadonlyMap<string, string>;
  /** The parameters that the run time gives a context. */
  private readonly contexts: ReadonlySet<number>;

  constructor(tree: PythonTree) {
    this.tree = tree;
    this.imports = new Imports(tree, { inFunctions: true });
    this.contexts = contextsOf(tree);
    this.typed = typedNames(tree, (node, typed) => this.typeAt(node, typed));
  }

  /** The class and method that a callee names, as `Executor.call`; `apcore.call` for a function of the package. */
  methodAt(node: number): string | undefined {
    const { tree } = this;
    if (tree.kind[node] === Kind.Attribute) {
      const [value = NONE, name = NONE] = children(tree, node);
      const [method, ...rest] = (nameText(tree, name) ?? '').split('.').toReversed();
      const type = attributeOf(this.typeAt(value, this.typed), rest.toReversed());
      return type === undefined ? undefined : `${type}.${method ?? ''}`;
    }
    const text = nameText(tree, node);
    if (text === undefined) return undefined;
    const dot = text.lastIndexOf('.');
    const owner = dot < 0 ? undefined : this.typeOfName(text.slice(0, dot), this.typed);
    if (owner !== undefined) return `${owner}.${text.slice(dot + 1)}`;
    const of = PACKAGE_FUNCTION.exec(this.imports.resolve(text));
    return of === null ? undefined : `apcore.${of[1]}`;
  }

  /** The class that a call makes an object of. */
  madeAt(call: number): string | undefined {
    return this.typeOfCall(call + 1);
  }

  private typeAt(node: number, typed: ReadonlyMap<string, string>): string | undefined {
    const { tree } = this;
    if (node === NONE) return undefined;
    switch (tree.kind[node]!) {
      case Kind.Name:
        return this.typeOfName(nameText(tree, node) ?? '', typed);
      case Kind.Call:
        return this.typeOfCall(node + 1);
      case Kind.Attribute: {
        const [value = NONE, name = NONE] = children(tree, node);
        return attributeOf(this.typeAt(value, typed), (nameText(tree, name) ?? '').split('.'));
      }
      case Kind.Boolean: {
        const types = new Set(children(tree, node).map(each => this.typeAt(each, typed)));
        return types.size === 1 ? [...types][0] : undefined;
      }
      case Kind.Parameter:
        return this.contexts.has(node) ? 'Context' : undefined;
      case Kind.Annotation:
        return this.typeOfAnnotation(node + 1);
      default:
        return undefined;
    }
  }

  private typeOfName(text: string, typed: ReadonlyMap<string, string>): string | undefined {
    const own = typed.get(text);
    if (own !== undefined) return own;
    const dot = text.lastIndexOf('.');
    return dot < 0 ? undefined : attributeOf(this.typeOfName(text.slice(0, dot), typed), [text.slice(dot + 1)]);
  }

  private typeOfCall(callee: number): string | undefined {
    const text = nameText(this.tree, callee);
    if (text === undefined) return undefined;
    const resolved = this.imports.resolve(text);
    const made = classOf(resolved);
    if (made !== undefined) return made;
    const dot = resolved.lastIndexOf('.');
    const owner = dot < 0 ? undefined : classOf(resolved.slice(0, dot));
    if (owner !== undefined && API_MAKERS.has(`${owner}.${resolved.slice(dot + 1)}`)) return owner;
    return undefined;
  }

  /** `Registry`, `"Registry"`, `Registry | None`, `Optional[Registry]`. */
  private typeOfAnnotation(node: number): string | undefined {
    const { tree } = this;
    const kind = tree.kind[node];
    const text = nameText(tree, node) ?? stringValue(tree, node);
    if (text !== undefined) return classOf(this.imports.resolve(text));
    if (kind !== Kind.Binary && kind !== Kind.Subscript) return undefined;
    const parts = children(tree, node);
    if (kind === Kind.Subscript && !/(?:^|\.)(?:Optional|Annotated)$/.test(nameText(tree, node + 1) ?? ''))
      return undefined;
    const types = parts.flatMap(each => (isTypedNone(tree, each) ? [] : (this.typeOfAnnotation(each) ?? [])));
    return types[0];
  }
}

/** A class of the API by the dotted name that an import gives it, from whichever module of the package. */
function classOf(dotted: string): string | undefined {
  return /^apcore(?:\.\w+)*\.(Registry|Executor|APCore|Context)$/.exec(dotted)?.[1];
}

/** A function of the package, or the decorator by the module that defines it. */
const PACKAGE_FUNCTION = /^apcore\.(?:decorator\.(?=module$))?([a-z_]+)$/;

/** The type of an attribute of an object, and of one of that, and so on. */
function attributeOf(type: string | undefined, names: readonly string[]): string | undefined {
  let own = type;
  for (const name of names) {
    const attributes = own !== undefined && Object.hasOwn(API_ATTRIBUTES, own) ? API_ATTRIBUTES[own] : undefined;
    own = attributes !== undefined && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  }
  return own;
}

/**
 * The third parameter of each method `execute` of a module, which has no annotation: the run time gives it the context of the call. Other
 * frameworks have a method of that name, but no schema of its inputs.
 */
function contextsOf(tree: PythonTree): Set<number> {
  const found = new Set<number>();
  if (!/\binput_schema\b/.test(tree.text)) return found;
  for (let node = 0; node < tree.count; node = afterData(tree, node)) {
    if (tree.kind[node] !== Kind.Function) continue;
    if (nameText(tree, childOfKind(tree, node, Kind.Name)) !== 'execute') continue;
    const list = childOfKind(tree, node, Kind.Parameters);
    const third = list === NONE ? undefined : children(tree, list)[2];
    if (third !== undefined && childOfKind(tree, third, Kind.Annotation) === NONE) found.add(third);
  }
  return found;
}

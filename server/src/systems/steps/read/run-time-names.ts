import type { Span } from '../../../base/text';
import { Imports } from '../../../syntax/python/imports';
import { nameText, stringValue } from '../../../syntax/python/literal';
import { childOfKind, children, firstChild, Kind, NONE, spanOf, type PythonTree } from '../../../syntax/python/tree';
import type { Source } from '../../system';
import { walk, type Scope } from './syntax-walk';

/** A name that code gives to a module at run time, where no class, import or plain assignment shows it. */
export interface RunTimeName {
  /** `*` if code decides the name, too. */
  readonly name: string;
  readonly at: Span;
}

/**
 * Whether a text may give names at run time; of others, nothing more is read. Nearly all files are asked, so their letters are looked
 * through first: one pattern without boundaries takes a quarter of the time of seven searches.
 */
function mayGiveNames(text: string): boolean {
  return LETTERS.test(text) && USES.test(text);
}

const LETTERS = /globals|vars|locals|exec|__getattr__|modules|[ \t]sys[ \t]/;
const USES =
  /\b(?:(?:globals|vars|locals|exec)[\s\\]*\(|__getattr__\b|modules[\s\\]*(?:\[|\.[\s\\]*get\b)|from[ \t]+sys[ \t]+import\b)/;

/**
 * The names that code gives to a module at run time: what is put into its namespace (`globals()[name] = …`,
 * `setattr(sys.modules[__name__], name, …)`, `exec(…)`), and whatever a `__getattr__` of the module answers (Python's
 * data model, “Customizing module attribute access”). To read the namespace, or to pass it on as in
 * `__import__(name, globals())`, gives no names.
 */
export function runTimeNames(source: Source): RunTimeName[] {
  if (!mayGiveNames(source.text)) return [];
  const tree = source.python('literals');
  const reader: NameReader = { tree, imports: new Imports(tree), namespaces: new Set(), modules: new Set() };
  const found: RunTimeName[] = [];
  walk(tree, (node, scope) => {
    for (const name of namesGivenBy(reader, node, scope)) found.push({ name, at: spanOf(tree, node) });
  });
  return found;
}

interface NameReader {
  readonly tree: PythonTree;
  readonly imports: Imports;
  /** Variables that hold the namespace of the module, such as `scope` after `scope = globals()`. */
  readonly namespaces: Set<string>;
  /** Variables that hold the module itself, such as `module` after `module = sys.modules[__name__]`. */
  readonly modules: Set<string>;
}

function namesGivenBy(reader: NameReader, node: number, scope: Scope): readonly string[] {
  const { tree } = reader;
  const kind = tree.kind[node];
  if (kind === Kind.Assign) noteVariables(reader, node, scope);
  if (kind === Kind.Target) return namesOfTarget(reader, firstChild(tree, node), scope);
  if (kind === Kind.Call) return namesOfCall(reader, node, scope);
  const isHook = kind === Kind.Function && nameText(tree, childOfKind(tree, node, Kind.Name)) === '__getattr__';
  return isHook && isModuleScope(scope) ? ['*'] : [];
}

/** Notes the variables that an assignment makes other names of the namespace, or of the module. */
function noteVariables(reader: NameReader, assign: number, scope: Scope): void {
  const { tree, namespaces, modules } = reader;
  const parts = children(tree, assign);
  const value = parts.at(-1) ?? NONE;
  const kept = isNamespace(reader, value, scope) ? namespaces : isModule(reader, value) ? modules : undefined;
  for (const part of parts) {
    const name = tree.kind[part] === Kind.Target ? nameText(tree, firstChild(tree, part)) : undefined;
    if (name !== undefined) kept?.add(name);
  }
}

/** The names given by assigning to `globals()["X"]`, `sys.modules[__name__].X`, or `sys.modules[__name__]` itself. */
function namesOfTarget(reader: NameReader, target: number, scope: Scope): readonly string[] {
  const { tree } = reader;
  if (tree.kind[target] === Kind.Tuple || tree.kind[target] === Kind.List)
    return children(tree, target).flatMap(each => namesOfTarget(reader, each, scope));
  if (tree.kind[target] === Kind.Subscript) {
    const [value = NONE, key = NONE] = children(tree, target);
    if (isNamespace(reader, value, scope)) return [stringValue(tree, key) ?? '*'];
    return isModule(reader, target) ? ['*'] : [];
  }
  if (nameText(tree, target) === '__getattr__' && isModuleScope(scope)) return ['*'];
  const { isOfModule, attributes } = attributesOf(reader, target);
  return isOfModule ? attributes.slice(0, 1) : [];
}

const METHODS_THAT_ADD = new Set(['update', 'setdefault', '__setitem__', '__ior__']);

/** The names given by a call: `globals().update(…)`, `setattr(module, "X", …)`, or `exec(…)`. */
function namesOfCall(reader: NameReader, call: number, scope: Scope): string[] {
  const { tree } = reader;
  const [callee = NONE, first = NONE, second] = children(tree, call);
  const called = nameText(tree, callee);
  if (called === 'setattr' && isModule(reader, first)) return [stringValue(tree, second ?? NONE) ?? '*'];
  if (called === 'exec')
    return (second === undefined ? isModuleScope(scope) : isNamespace(reader, second, scope)) ? ['*'] : [];
  const { owner, isOfModule, attributes } = attributesOf(reader, callee);
  const method = attributes.at(-1);
  if (method === undefined || !METHODS_THAT_ADD.has(method)) return [];
  const isOfNamespace = isOfModule
    ? attributes.length === 2 && attributes[0] === '__dict__'
    : attributes.length === 1 && isNamespaceExpression(reader, owner, scope);
  return isOfNamespace ? ['*'] : [];
}

/** Whether an expression is the dictionary that holds the names of the module. */
function isNamespace(reader: NameReader, node: number, scope: Scope): boolean {
  const { isOfModule, attributes } = attributesOf(reader, node);
  if (isOfModule) return attributes.length === 1 && attributes[0] === '__dict__';
  return isNamespaceExpression(reader, nameText(reader.tree, node) ?? node, scope);
}

/** Whether a variable, or an expression without attributes, is the namespace of the module. */
function isNamespaceExpression(reader: NameReader, owner: Owner, scope: Scope): boolean {
  if (typeof owner === 'string') return reader.namespaces.has(owner);
  const { tree } = reader;
  if (tree.kind[owner] !== Kind.Call) return false;
  const [callee = NONE, of] = children(tree, owner);
  const called = nameText(tree, callee);
  if (called === 'vars' && of !== undefined) return isModule(reader, of);
  return called === 'globals' || ((called === 'vars' || called === 'locals') && isModuleScope(scope));
}

/** Whether an expression is a module that stands in `sys.modules`, which this one does, too. */
function isModule({ tree, imports, modules }: NameReader, node: number): boolean {
  const name = nameText(tree, node);
  if (name !== undefined) return modules.has(name);
  const isCall = tree.kind[node] === Kind.Call;
  if (!isCall && tree.kind[node] !== Kind.Subscript) return false;
  const value = nameText(tree, firstChild(tree, node));
  return value !== undefined && imports.resolve(value) === (isCall ? 'sys.modules.get' : 'sys.modules');
}

/** A variable, or the node of an expression. */
type Owner = string | number;

/** The attributes that follow a variable or an expression: `__dict__` and `update` of `module.__dict__.update`. */
function attributesOf(
  reader: NameReader,
  node: number,
): { readonly owner: Owner; readonly isOfModule: boolean; readonly attributes: readonly string[] } {
  const { tree, modules } = reader;
  const name = nameText(tree, node);
  if (name !== undefined) {
    const [owner = '', ...attributes] = name.split('.');
    return { owner, isOfModule: modules.has(owner) && attributes.length > 0, attributes };
  }
  if (tree.kind[node] !== Kind.Attribute) return { owner: node, isOfModule: false, attributes: [] };
  const [owner = NONE, attribute = NONE] = children(tree, node);
  const attributes = (nameText(tree, attribute) ?? '').split('.');
  return { owner, isOfModule: isModule(reader, owner), attributes };
}

function isModuleScope({ inFunction, inClass }: Scope): boolean {
  return !inFunction && !inClass;
}

import { defined } from '../../../server/src/base/defined';
import type { Span } from '../../../server/src/base/text';
import { nameText, stringValue } from '../../../server/src/syntax/python/literal';
import { openingAt } from '../../../server/src/syntax/python/string-parts';
import {
  Flag,
  Kind,
  NONE,
  children,
  childOfKind,
  firstChild,
  nextChild,
  spanOf,
  valueOf,
  type PythonTree,
} from '../../../server/src/syntax/python/tree';

/** What a Python text declares and calls, as plain data that outlives its tree. */
export interface ModuleOutline {
  readonly imports: readonly ImportOutline[];
  /** Classes outside of other classes; those inside a function are `local`. */
  readonly classes: readonly ClassOutline[];
  readonly functions: readonly FunctionOutline[];
  readonly assignments: readonly AssignmentOutline[];
  /** Calls that have a string among their arguments, anywhere in the text. */
  readonly calls: readonly CallOutline[];
  /** `NAME["key"]`, anywhere in the text. */
  readonly subscripts: readonly SubscriptOutline[];
  readonly withs: readonly WithOutline[];
}

export interface Named {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
}

/** `import module as alias` (no names), or `from module import names`, with `level` leading dots. */
export interface ImportOutline {
  readonly module: string;
  readonly level: number;
  readonly moduleSpan: Span;
  readonly alias?: string;
  readonly names?: readonly ImportedName[];
  readonly span: Span;
}

export interface ImportedName extends Named {
  readonly alias?: string;
}

export interface ClassOutline extends Named {
  /** Inside a function. */
  readonly local: boolean;
  /** Under an `if`, `try`, loop or `with`. */
  readonly conditional: boolean;
  /** Dotted names; a base that is no name has no `name`. */
  readonly bases: readonly { readonly name: string | undefined; readonly span: Span }[];
  /** `metaclass=…` and the like; the value as written. */
  readonly keywords: readonly { readonly name: string; readonly value: string }[];
  readonly decorators: readonly DecoratorOutline[];
  readonly attributes: readonly AssignmentOutline[];
  readonly methods: readonly FunctionOutline[];
  readonly classes: readonly ClassOutline[];
}

export interface FunctionOutline extends Named {
  readonly conditional: boolean;
  readonly isAsync: boolean;
  readonly decorators: readonly DecoratorOutline[];
}

export interface DecoratorOutline {
  /** The dotted name, of the callee if it is a call. */
  readonly name: string | undefined;
  readonly strings: readonly StringArgument[];
  readonly span: Span;
}

export interface AssignmentOutline extends Named {
  readonly conditional: boolean;
  readonly value: { readonly kind: Kind; readonly span: Span } | undefined;
}

export interface CallOutline {
  /** The dotted name of what is called; absent if it is no name. */
  readonly name: string | undefined;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly strings: readonly StringArgument[];
}

/** A string given to a call, by position (0-based) or by keyword; the span lies inside the quotes. */
export interface StringArgument {
  readonly value: string;
  readonly span: Span;
  readonly position?: number;
  readonly keyword?: string;
}

export interface SubscriptOutline extends Named {
  readonly key: string;
  readonly keySpan: Span;
}

/** A `with` whose items are calls with strings, and what it encloses. */
export interface WithOutline {
  readonly calls: readonly CallOutline[];
  readonly body: Span;
}

/** Takes the outline out of a tree of either depth. Nesting costs no call depth. */
export function outline(tree: PythonTree): ModuleOutline {
  const module = {
    imports: [] as ImportOutline[],
    classes: [] as ClassOutline[],
    functions: [] as FunctionOutline[],
    assignments: [] as AssignmentOutline[],
    calls: [] as CallOutline[],
    subscripts: [] as SubscriptOutline[],
    withs: [] as WithOutline[],
  };
  const scopes: Scope[] = [{ ...module, end: tree.count, conditionalUntil: 0, isLocal: false }];
  for (let node = 1; node < tree.count; node++) {
    const scope = scopeOf(node, scopes);
    switch (tree.kind[node]!) {
      case Kind.Import:
        for (const name of children(tree, node)) module.imports.push(plainImport(tree, node, name));
        break;
      case Kind.ImportFrom:
        module.imports.push(fromImport(tree, node));
        break;
      case Kind.With:
      case Kind.Block:
        scope.conditionalUntil = Math.max(scope.conditionalUntil, tree.next[node]!);
        if (tree.kind[node] === Kind.With) addWith(tree, node, module.withs);
        break;
      case Kind.Class:
        scopes.push(classScope(tree, node, scope, module.classes));
        break;
      case Kind.Function:
        if (!scope.isLocal) addFunction(tree, node, scope);
        scopes.push({ ...module, end: tree.next[node]!, conditionalUntil: 0, isLocal: true });
        break;
      case Kind.Assign:
        if (!scope.isLocal) addAssignments(tree, node, scope);
        break;
      case Kind.Call: {
        const call = callOutline(tree, node);
        if (call.strings.length > 0) module.calls.push(call);
        break;
      }
      case Kind.Subscript:
        addSubscript(tree, node, module.subscripts);
        break;
    }
  }
  return module;
}

/** The innermost scope that `node` lies in; those that end before it are taken off. */
function scopeOf(node: number, scopes: Scope[]): Scope {
  for (;;) {
    const scope = defined(scopes.at(-1), 'the scope of the module');
    if (node < scope.end) return scope;
    scopes.pop();
  }
}

/** Where declarations go while the nodes before `end` are visited. */
interface Scope {
  readonly end: number;
  conditionalUntil: number;
  readonly isLocal: boolean;
  readonly classes: ClassOutline[];
  readonly functions: FunctionOutline[];
  readonly assignments: AssignmentOutline[];
}

function named(tree: PythonTree, node: number, name: number): Named {
  return { name: nameText(tree, name) ?? '', nameSpan: spanOf(tree, name), span: spanOf(tree, node) };
}

function isConditional(scope: Scope, node: number): boolean {
  return node < scope.conditionalUntil;
}

function classScope(tree: PythonTree, node: number, scope: Scope, outermost: ClassOutline[]): Scope {
  const [classes, methods, attributes]: [ClassOutline[], FunctionOutline[], AssignmentOutline[]] = [[], [], []];
  const name = childOfKind(tree, node, Kind.Name);
  if (name !== NONE) {
    const bases = childOfKind(tree, node, Kind.Bases);
    const parents = bases === NONE ? [] : children(tree, bases);
    const isKeyword = (base: number): boolean => tree.kind[base] === Kind.Keyword;
    (scope.isLocal ? outermost : scope.classes).push({
      ...named(tree, node, name),
      local: scope.isLocal,
      conditional: isConditional(scope, node),
      bases: parents
        .filter(base => !isKeyword(base) && !tree.text.startsWith('**', tree.start[base]))
        .map(base => ({ name: nameText(tree, base), span: spanOf(tree, base) })),
      keywords: parents.filter(isKeyword).map(keyword => keywordOutline(tree, keyword)),
      decorators: decorators(tree, node),
      attributes,
      methods,
      classes,
    });
  }
  const end = tree.next[node]!;
  return { end, conditionalUntil: 0, isLocal: false, classes, functions: methods, assignments: attributes };
}

function keywordOutline(tree: PythonTree, keyword: number): { name: string; value: string } {
  const value = valueOf(tree, keyword);
  const written = value === NONE ? '' : tree.text.slice(tree.start[value], tree.end[value]);
  return { name: nameText(tree, keyword + 1) ?? '', value: written };
}

function decorators(tree: PythonTree, node: number): DecoratorOutline[] {
  return children(tree, node)
    .filter(child => tree.kind[child] === Kind.Decorator)
    .map(decorator => {
      const expression = firstChild(tree, decorator);
      const span = spanOf(tree, decorator);
      if (expression === NONE) return { name: undefined, strings: [], span };
      const isCall = tree.kind[expression] === Kind.Call;
      const name = nameText(tree, isCall ? expression + 1 : expression);
      return { name, strings: isCall ? stringArguments(tree, expression) : [], span };
    });
}

function addFunction(tree: PythonTree, node: number, scope: Scope): void {
  const name = childOfKind(tree, node, Kind.Name);
  if (name === NONE) return;
  const isAsync = (tree.flags[node]! & Flag.Async) !== 0;
  const conditional = isConditional(scope, node);
  scope.functions.push({ ...named(tree, node, name), conditional, isAsync, decorators: decorators(tree, node) });
}

function addAssignments(tree: PythonTree, node: number, scope: Scope): void {
  const at = valueOf(tree, node);
  const value = at === NONE ? undefined : { kind: tree.kind[at] as Kind, span: spanOf(tree, at) };
  const conditional = isConditional(scope, node);
  for (const target of children(tree, node)) {
    if (tree.kind[target] !== Kind.Target) continue;
    const isName = tree.kind[target + 1] === Kind.Name;
    if (isName) scope.assignments.push({ ...named(tree, node, target + 1), conditional, value });
  }
}

function plainImport(tree: PythonTree, node: number, imported: number): ImportOutline {
  const { name: module, alias, nameSpan: moduleSpan } = importedName(tree, imported);
  return { module, level: 0, moduleSpan, span: spanOf(tree, node), ...(alias === undefined ? {} : { alias }) };
}

function fromImport(tree: PythonTree, node: number): ImportOutline {
  const name = firstChild(tree, node);
  const written = name === NONE ? '' : (nameText(tree, name) ?? '');
  const module = written.replace(/^\.+/, '');
  const names = children(tree, node).filter(child => tree.kind[child] === Kind.ImportedName);
  return {
    module,
    level: written.length - module.length,
    moduleSpan: spanOf(tree, name === NONE ? node : name),
    names: names.map(child => importedName(tree, child)),
    span: spanOf(tree, node),
  };
}

function importedName(tree: PythonTree, node: number): ImportedName {
  const name = node + 1;
  const alias = nextChild(tree, node, name);
  return { ...named(tree, node, name), ...(alias === NONE ? {} : { alias: nameText(tree, alias) ?? '' }) };
}

function callOutline(tree: PythonTree, node: number): CallOutline {
  const callee = node + 1;
  return {
    name: nameText(tree, callee),
    nameSpan: spanOf(tree, callee),
    span: spanOf(tree, node),
    strings: stringArguments(tree, node),
  };
}

function stringArguments(tree: PythonTree, call: number): StringArgument[] {
  const found: StringArgument[] = [];
  let position = 0;
  for (let child = nextChild(tree, call, call + 1); child !== NONE; child = nextChild(tree, call, child)) {
    const isKeyword = tree.kind[child] === Kind.Keyword;
    const at = isKeyword ? valueOf(tree, child) : child;
    const value = at === NONE ? undefined : stringValue(tree, at);
    if (value !== undefined) {
      const how = isKeyword ? { keyword: nameText(tree, child + 1) ?? '' } : { position };
      found.push({ value, span: contentSpan(tree, at), ...how });
    }
    if (!isKeyword) position++;
  }
  return found;
}

function addSubscript(tree: PythonTree, node: number, subscripts: SubscriptOutline[]): void {
  const index = nextChild(tree, node, node + 1);
  const name = nameText(tree, node + 1);
  const key = index === NONE ? undefined : stringValue(tree, index);
  if (name === undefined || key === undefined) return;
  subscripts.push({ ...named(tree, node, node + 1), key, keySpan: contentSpan(tree, index) });
}

function addWith(tree: PythonTree, node: number, withs: WithOutline[]): void {
  const items = children(tree, node);
  const calls = items.filter(item => tree.kind[item] === Kind.Call).map(item => callOutline(tree, item));
  const body = items.at(-1);
  const withStrings = calls.filter(call => call.strings.length > 0);
  if (withStrings.length > 0 && body !== undefined) withs.push({ calls: withStrings, body: spanOf(tree, body) });
}

/** What stands inside the quotes of a String: of adjacent literals, from the first quote to the last. */
function contentSpan(tree: PythonTree, node: number): Span {
  const { text } = tree;
  const start = tree.start[node]!;
  const end = tree.end[node]!;
  const opening = openingAt(text, start);
  if (tree.kind[node] !== Kind.String || opening === undefined) return { start, end };
  const from = Math.min(opening.from, end);
  if ((tree.flags[node]! & Flag.Unterminated) !== 0) return { start: from, end };
  const last = (tree.flags[node]! & Flag.Parts) === 0 ? opening.quote : lastQuote(text, end);
  return { start: from, end: Math.max(from, end - last.length) };
}

function lastQuote(text: string, end: number): string {
  const triple = text.slice(end - 3, end);
  return triple === '"""' || triple === "'''" ? triple : triple.slice(-1);
}

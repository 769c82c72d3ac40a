import { defined } from '../../base/defined';
import { normalName } from './literal';
import type { Problems } from './problems';
import { childOfKind, children, firstChild, Flag, Kind, NONE, nextChild, type PythonTree } from './tree';

/** What a name is in a scope, as bits. */
const Use = { Read: 1, Bound: 2, Parameter: 4, Global: 8, Nonlocal: 16, Annotated: 32, Imported: 64 } as const;

/** A part of the text with a namespace of its own. */
interface Scope {
  readonly kind: 'module' | 'class' | 'function' | 'lambda' | 'comprehension' | 'type';
  readonly parent: Scope | undefined;
  /** The uses (bits of `Use`) of each name of the scope that some `global` or `nonlocal` declares. */
  names: Map<string, number> | undefined;
  readonly isAsync: boolean;
  /** The names that the `for` clauses of a comprehension bind. */
  readonly iterated: ReadonlySet<string> | undefined;
  /** The node of a comprehension; NONE for other scopes. */
  readonly comprehension: number;
  /** A comprehension that awaits something. */
  awaits: boolean;
  /** The body of a function; NONE for other scopes. */
  readonly body: number;
  /** A function that yields. */
  yields: boolean;
}

/** A scope for the nodes before `end`. */
interface Region {
  readonly scope: Scope;
  readonly end: number;
  /** The nodes are what a comprehension goes over. */
  readonly isIterable: boolean;
}

interface Declared {
  readonly scope: Scope;
  readonly node: number;
  readonly name: string;
}

/** Kinds of which a tree has to have one for `checkScopes` to find anything; also `async for` in comprehensions. */
const SCOPED = [Kind.Global, Kind.Walrus, Kind.Yield, Kind.Await] as const;

/** The nodes of such kinds, in order. */
function scopedNodes({ kind, flags, count }: PythonTree): Int32Array {
  const is = new Uint8Array(64);
  for (const each of SCOPED) is[each] = 1;
  const found: number[] = [];
  for (let node = 0; node < count; node++)
    if (is[kind[node]!] === 1 || (kind[node] === Kind.Target && flags[node] !== 0)) found.push(node);
  return Int32Array.from(found);
}

/** Whether there is anything in a tree that `checkScopes` could refuse; a native search, since most texts have nothing. */
export function hasScopedNodes(kind: Uint8Array): boolean {
  return SCOPED.some(each => kind.includes(each));
}

/**
 * Reports what CPython's symbol table refuses: `global` and `nonlocal` for names that are something else already, and `yield`,
 * `await` and `:=` in scopes that cannot have them. See `Python/symtable.c`; the order of checks is that of the text.
 */
export function checkScopes(tree: PythonTree, problems: Problems): void {
  new Scopes(tree, problems).check();
}

class Scopes {
  private readonly tree: PythonTree;
  private readonly problems: Problems;
  private readonly regions: Region[] = [];
  /** The node at which the innermost region ends. */
  private end = Infinity;
  /** The scope or hole that begins with a node. */
  private readonly pending = new Map<number, Region>();
  /** The names that are declared global or nonlocal somewhere; no others matter. Most texts have none. */
  private readonly declared = new Set<string>();
  /** 1 for what they begin with, to tell most other names at a look. */
  private readonly beginnings = new Uint8Array(128);
  /** Names that are bound, and how; all others are read. */
  private readonly bound = new Map<number, number>();
  /** Names that say nothing about variables. */
  private readonly silent = new Set<number>();
  private readonly nonlocals: Declared[] = [];

  constructor(tree: PythonTree, problems: Problems) {
    this.tree = tree;
    this.problems = problems;
    for (let node = tree.kind.indexOf(Kind.Global); node >= 0; node = tree.kind.indexOf(Kind.Global, node + 1))
      for (const each of children(tree, node)) this.declare(each);
  }

  private declare(node: number): void {
    this.declared.add(this.nameOf(node));
    this.beginnings[this.tree.text.charCodeAt(this.tree.start[node]!) & 127] = 1;
  }

  check(): void {
    const { tree } = this;
    const hasDeclared = this.declared.size > 0;
    const relevant = relevantKinds(hasDeclared);
    const scoped = scopedNodes(tree);
    this.open(newScope('module', undefined), tree.count);
    let next = 0;
    for (let node = 0; node < tree.count;) {
      while (node >= this.end) this.close();
      while (scoped[next]! < node) next++;
      // Most of a text has nothing to do with all this. Names only matter where one is declared, not in functions inside.
      const mayLeaveOut = !hasDeclared || (tree.kind[node] === Kind.Body && this.pending.has(node));
      if (mayLeaveOut && !(scoped[next]! < tree.next[node]!)) {
        this.pending.delete(node);
        node = tree.next[node]!;
        continue;
      }
      if (this.pending.size > 0) this.openPending(node);
      if (relevant[tree.kind[node]!] === 1) this.visit(node);
      node++;
    }
    while (this.regions.length > 0) this.close();
    for (const each of this.nonlocals) this.resolveNonlocal(each);
  }

  private get region(): Region {
    return defined(this.regions.at(-1), 'the scope of a node');
  }

  private get scope(): Scope {
    return this.region.scope;
  }

  private open(scope: Scope, end: number): void {
    this.push({ scope, end, isIterable: false });
  }

  private push(region: Region): void {
    this.regions.push(region);
    this.end = region.end;
  }

  private openPending(node: number): void {
    const region = this.pending.get(node);
    if (region === undefined) return;
    this.pending.delete(node);
    this.push(region);
  }

  private close(): void {
    const region = defined(this.regions.pop(), 'an open scope');
    this.end = this.regions.at(-1)?.end ?? Infinity;
    const { scope } = region;
    if (scope.comprehension !== NONE && region.end === this.tree.next[scope.comprehension])
      this.endComprehension(scope);
    if (scope.isAsync && scope.yields) this.checkReturns(scope.body);
  }

  /** An async function that yields cannot return a value. */
  private checkReturns(body: number): void {
    const { kind, next } = this.tree;
    for (let node = body; node < next[body]!;) {
      if (kind[node] === Kind.Return && firstChild(this.tree, node) !== NONE)
        this.report(node, 'An async function that yields cannot return a value.');
      node = kind[node] === Kind.Function || kind[node] === Kind.Class ? next[node]! : node + 1;
    }
  }

  private report(node: number, message: string): void {
    this.problems.add('syntax', this.tree.start[node]!, this.tree.end[node]!, message);
  }

  private visit(node: number): void {
    switch (this.tree.kind[node]!) {
      case Kind.Function:
        return this.functionNode(node);
      case Kind.Class:
        return this.classNode(node);
      case Kind.Lambda:
        return this.lambda(node);
      case Kind.Comprehension:
        return this.comprehension(node);
      case Kind.TypeAlias:
      case Kind.TypeParameters:
        return this.typeNode(node);
      case Kind.Name:
        return this.name(node);
      case Kind.Keyword:
      case Kind.ImportFrom:
        if (this.tree.kind[node + 1] === Kind.Name) this.silent.add(node + 1);
        return;
      case Kind.ImportedName:
        return this.importedName(node);
      case Kind.Attribute:
        this.silent.add(this.tree.next[node]! - 1);
        return;
      case Kind.Target:
        return this.target(firstChild(this.tree, node));
      case Kind.Delete:
        for (const child of children(this.tree, node)) this.target(child);
        return;
      case Kind.Assign:
        return this.annotated(node);
      case Kind.Global:
        return this.global(node);
      case Kind.Walrus:
        return this.walrus(node);
      case Kind.Yield:
        return this.yielded(node);
      case Kind.Await:
        return this.awaited(node);
    }
  }

  // Scopes.

  private functionNode(node: number): void {
    const { tree } = this;
    const isAsync = (tree.flags[node]! & Flag.Async) !== 0;
    const body = childOfKind(tree, node, Kind.Body);
    const scope = newScope('function', this.scope, { isAsync, body });
    this.bindName(childOfKind(tree, node, Kind.Name));
    this.takeParameters(childOfKind(tree, node, Kind.Parameters), scope);
    this.openLater(body, scope);
  }

  private classNode(node: number): void {
    this.bindName(childOfKind(this.tree, node, Kind.Name));
    this.openLater(childOfKind(this.tree, node, Kind.Body), newScope('class', this.scope));
  }

  private lambda(node: number): void {
    const scope = newScope('lambda', this.scope);
    const parameters = firstChild(this.tree, node);
    this.takeParameters(parameters, scope);
    this.openLater(parameters === NONE ? NONE : nextChild(this.tree, node, parameters), scope);
  }

  private typeNode(node: number): void {
    if (this.tree.kind[node] === Kind.TypeAlias) this.bindName(firstChild(this.tree, node));
    this.open(newScope('type', this.scope), this.tree.next[node]!);
  }

  private openLater(node: number, scope: Scope): void {
    if (node === NONE) return;
    this.pending.set(node, { scope, end: this.tree.next[node]!, isIterable: this.region.isIterable });
  }

  private takeParameters(parameters: number, scope: Scope): void {
    if (parameters === NONE || this.declared.size === 0) return;
    for (const parameter of children(this.tree, parameters)) {
      const name = firstChild(this.tree, parameter);
      if (name === NONE || this.tree.kind[name] !== Kind.Name) continue;
      this.mark(scope, name, Use.Parameter);
      this.silent.add(name);
    }
  }

  /** What a comprehension goes over first belongs to the scope around it. */
  private comprehension(node: number): void {
    const { tree } = this;
    const parts = children(tree, node);
    const targets = parts.filter(part => tree.kind[part] === Kind.Target);
    const iterated = new Set(targets.flatMap(target => this.namesBound(firstChild(tree, target))));
    const scope = newScope('comprehension', this.scope, { iterated, comprehension: node });
    scope.awaits = targets.some(target => (tree.flags[target]! & Flag.Async) !== 0);
    const outer = this.region;
    for (const target of targets) {
      const iterable = parts[parts.indexOf(target) + 1];
      if (iterable === undefined) continue;
      const isFirst = target === targets[0];
      const around = isFirst ? outer.scope : scope;
      this.pending.set(iterable, { scope: around, end: tree.next[iterable]!, isIterable: true });
    }
    this.push({ scope, end: tree.next[node]!, isIterable: outer.isIterable });
  }

  private endComprehension(scope: Scope): void {
    const isGenerator = (this.tree.flags[scope.comprehension]! & Flag.InParens) !== 0;
    if (!scope.awaits || isGenerator || scope.parent === undefined) return;
    if (scope.parent.kind === 'comprehension') scope.parent.awaits = true;
    else if (!scope.parent.isAsync)
      this.report(scope.comprehension, 'Only in an async function can a comprehension be asynchronous.');
  }

  // Names.

  private nameOf(node: number): string {
    const { text, start, end } = this.tree;
    const name = text.slice(start[node], end[node]);
    return normalName(/[.\s\\]/.test(name) ? (/^[^.\s\\#]*/.exec(name)?.[0] ?? name) : name);
  }

  private isDotted(node: number): boolean {
    return this.tree.text.slice(this.tree.start[node], this.tree.end[node]).includes('.');
  }

  private name(node: number): void {
    if (this.mayBeDeclared(node) && !this.silent.has(node))
      this.mark(this.scope, node, this.bound.get(node) ?? Use.Read);
  }

  private mayBeDeclared(node: number): boolean {
    return this.beginnings[this.tree.text.charCodeAt(this.tree.start[node]!) & 127] === 1;
  }

  /** Notes what the name at `node` is in a scope, if it is declared anywhere. */
  private mark(scope: Scope, node: number, use: number): void {
    if (!this.mayBeDeclared(node)) return;
    const name = this.nameOf(node);
    if (!this.declared.has(name)) return;
    scope.names ??= new Map();
    scope.names.set(name, (scope.names.get(name) ?? 0) | use);
  }

  private bindName(node: number, use: number = Use.Bound): void {
    if (node !== NONE && this.mayBeDeclared(node)) this.bound.set(node, use);
  }

  private target(node: number): void {
    if (node !== NONE) for (const name of this.targetNames(node)) this.bindName(name);
  }

  /** The names without dots that a target binds. */
  private targetNames(target: number): readonly number[] {
    const { tree } = this;
    const found: number[] = [];
    for (let node = target; node < tree.next[target]!;) {
      const kind = tree.kind[node];
      if (kind === Kind.Name && !this.isDotted(node)) found.push(node);
      node = kind === Kind.Tuple || kind === Kind.List || kind === Kind.Spread ? node + 1 : tree.next[node]!;
    }
    return found;
  }

  private namesBound(target: number): readonly string[] {
    return target === NONE ? [] : this.targetNames(target).map(node => this.nameOf(node));
  }

  private importedName(node: number): void {
    const [name = NONE, alias = NONE] = children(this.tree, node);
    if (alias !== NONE) this.silent.add(name);
    if (this.tree.text[this.tree.start[name]!] === '*') this.silent.add(name);
    // To CPython, an import may come before `global`.
    this.bindName(alias === NONE ? name : alias, Use.Imported);
  }

  /** An assignment with a type: that of a plain name says that the name belongs to the scope. */
  private annotated(node: number): void {
    const { tree } = this;
    if (childOfKind(tree, node, Kind.Annotation) === NONE) return;
    const target = node + 1;
    const name = target + 1;
    const isPlain = tree.kind[name] === Kind.Name && tree.start[name] === tree.start[target] && !this.isDotted(name);
    if (!isPlain) return;
    const { names, kind } = this.scope;
    const isElsewhere = ((names?.get(this.nameOf(name)) ?? 0) & (Use.Global | Use.Nonlocal)) !== 0;
    if (isElsewhere && kind !== 'module')
      this.report(name, 'A name that is global or nonlocal cannot have a type here.');
    this.mark(this.scope, name, Use.Annotated);
  }

  // Declarations.

  private global(node: number): void {
    const { scope, tree } = this;
    const isNonlocal = (tree.flags[node]! & Flag.Nonlocal) !== 0;
    if (isNonlocal && scope.kind === 'module')
      this.report(node, 'There is nothing around this that `nonlocal` could mean.');
    for (const each of children(tree, node)) {
      const name = this.nameOf(each);
      this.silent.add(each);
      const before = scope.names?.get(name) ?? 0;
      const message = misdeclared(before, isNonlocal);
      if (message !== undefined) this.report(each, message);
      this.mark(scope, each, isNonlocal ? Use.Nonlocal : Use.Global);
      if (isNonlocal && scope.kind !== 'module') this.nonlocals.push({ scope, node: each, name });
    }
  }

  private resolveNonlocal({ scope, node, name }: Declared): void {
    for (let outer = scope.parent; outer !== undefined; outer = outer.parent) {
      if (outer.kind === 'class' && name === '__class__') return;
      if (outer.kind === 'class' || outer.kind === 'module') continue;
      const use = outer.names?.get(name) ?? 0;
      if ((use & Use.Global) !== 0) break;
      if ((use & (Use.Bound | Use.Parameter | Use.Imported)) !== 0 && (use & Use.Nonlocal) === 0) return;
    }
    this.report(node, `No function around this has a variable \`${name}\`.`);
  }

  // Expressions that a scope may refuse.

  private walrus(node: number): void {
    const target = firstChild(this.tree, node);
    if (target === NONE || this.tree.kind[target] !== Kind.Name) return;
    const name = this.nameOf(target);
    this.silent.add(target);
    if (this.region.isIterable) return this.report(node, 'What a comprehension goes over cannot assign with `:=`.');
    let { scope } = this;
    if (scope.kind === 'type') return this.report(node, 'A type cannot assign with `:=`.');
    for (; scope.kind === 'comprehension' && scope.parent !== undefined; scope = scope.parent)
      if (scope.iterated?.has(name) === true)
        return this.report(target, 'The variable of a comprehension cannot be assigned with `:=`.');
    if (scope.kind === 'class' && scope !== this.scope)
      return this.report(node, 'In a class, a comprehension cannot assign with `:=`.');
    this.mark(scope, target, Use.Bound);
  }

  private yielded(node: number): void {
    const { scope } = this;
    if (scope.kind === 'comprehension') return this.report(node, '`yield` cannot stand in a comprehension.');
    if (scope.kind !== 'function' && scope.kind !== 'lambda')
      return this.report(node, '`yield` can only stand in a function.');
    scope.yields = true;
    if (scope.isAsync && (this.tree.flags[node]! & Flag.From) !== 0)
      this.report(node, '`yield from` cannot stand in an async function.');
  }

  private awaited(node: number): void {
    const { scope } = this;
    if (scope.kind === 'comprehension') scope.awaits = true;
    else if (!scope.isAsync) this.report(node, '`await` can only stand in an async function.');
  }
}

/** 1 for the kinds that have to be visited; names matter only where some are declared global or nonlocal. */
function relevantKinds(hasGlobals: boolean): Uint8Array {
  const relevant = new Uint8Array(64);
  for (const kind of SCOPED) relevant[kind] = 1;
  for (const kind of [Kind.Function, Kind.Class, Kind.Lambda, Kind.Comprehension]) relevant[kind] = 1;
  for (const kind of [Kind.TypeAlias, Kind.TypeParameters]) relevant[kind] = 1;
  if (!hasGlobals) return relevant;
  for (const kind of [Kind.Name, Kind.Keyword, Kind.Attribute, Kind.ImportFrom, Kind.ImportedName]) relevant[kind] = 1;
  for (const kind of [Kind.Target, Kind.Delete, Kind.Assign]) relevant[kind] = 1;
  return relevant;
}

function newScope(
  kind: Scope['kind'],
  parent: Scope | undefined,
  { isAsync = false, iterated, comprehension = NONE, body = NONE }: Partial<Scope> = {},
): Scope {
  return {
    kind,
    parent,
    names: undefined,
    isAsync,
    iterated,
    comprehension,
    body,
    awaits: false,
    yields: false,
  };
}

/** Why a name cannot be declared, by what it has been before. */
function misdeclared(before: number, isNonlocal: boolean): string | undefined {
  const word = isNonlocal ? 'nonlocal' : 'global';
  if ((before & Use.Parameter) !== 0) return `A parameter cannot be ${word}.`;
  if ((before & Use.Annotated) !== 0) return `A name that has a type here cannot be ${word}.`;
  if ((before & Use.Bound) !== 0) return `This name is assigned before it is declared ${word}.`;
  if ((before & Use.Read) !== 0) return `This name is used before it is declared ${word}.`;
  if ((before & (isNonlocal ? Use.Global : Use.Nonlocal)) !== 0) return 'A name cannot be both global and nonlocal.';
  return undefined;
}

import { fileName, folderOf, foldersUpwards, joinPath } from '../../../../base/paths';
import { nameText } from '../../../../syntax/python/literal';
import {
  childOfKind,
  children,
  Clause,
  clauseOf,
  Kind,
  NONE,
  operatorOf,
  valueOf,
  type PythonTree,
} from '../../../../syntax/python/tree';
import { canonicalName, isKnownPackage, starNames } from './library';
import { attribute } from './attributes';
import { evaluate, type Frame } from './expressions';
import { binary } from './operators';
import { library, truth, unknown, type PyClass, type PyModule, type PyValue } from './values';
import { annotationValue, runClass } from './class-bodies';

/** The texts of the repository, as trees. */
export interface Texts {
  /** The tree of the file at `path`. Returns undefined if there is no such file, or it cannot be read. */
  tree(path: string): PythonTree | undefined;
  hasFile(path: string): boolean;
  /** The tree of an annotation that is text; undefined if it is no expression. */
  expression(source: string): PythonTree | undefined;
}

/**
 * Follows what the statements of files say about their names, in order and without running anything: imports, assignments,
 * classes. What a loop or an undecided condition binds is unknown.
 */
export class Modules {
  readonly texts: Texts;
  private readonly byPath = new Map<string, PyModule>();

  constructor(texts: Texts) {
    this.texts = texts;
  }

  /** The file of an apcore module, as `_import_module_from_file` loads it: not in `sys.modules`. */
  entry(path: string): PyModule | undefined {
    const stem = fileName(path).replace(/\.py$/, '');
    return this.run(path, `apcore_ext_${stem}`, false);
  }

  private run(path: string, name: string, isImported: boolean): PyModule | undefined {
    const known = isImported ? this.byPath.get(path) : undefined;
    if (known !== undefined) return known;
    const tree = this.texts.tree(path);
    if (tree === undefined) return undefined;
    const module: PyModule = {
      kind: 'module',
      path,
      name,
      isImported,
      names: new Map(),
      hasFutureAnnotations: hasFutureAnnotations(tree),
    };
    if (isImported) this.byPath.set(path, module);
    const run = (of: PythonTree, body: number, frame: Frame): void => this.runStatements(of, body, frame);
    run(tree, 0, { module, names: module.names, run });
    return module;
  }

  /** The statements below a node, one after the other. */
  runStatements(tree: PythonTree, parent: number, frame: Frame): void {
    const nodes = children(tree, parent);
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i] ?? NONE;
      if (tree.kind[node] !== Kind.Block) {
        this.runStatement(tree, node, frame);
        continue;
      }
      const clauses = [node];
      while (isContinued(tree, nodes[i + 1] ?? NONE)) clauses.push(nodes[++i] ?? NONE);
      this.runCompound(tree, clauses, frame);
    }
  }

  private runStatement(tree: PythonTree, node: number, frame: Frame): void {
    switch (tree.kind[node]) {
      case Kind.Import:
        return this.runImport(tree, node, frame);
      case Kind.ImportFrom:
        return this.runImportFrom(tree, node, frame);
      case Kind.Assign:
        return runAssign(tree, node, frame);
      case Kind.AugAssign:
        return runAugmented(tree, node, frame);
      case Kind.Class: {
        const made = runClass(tree, node, frame);
        if (made !== undefined) frame.names.set(made.name, made);
        return;
      }
      case Kind.Function:
        return runFunction(tree, node, frame);
      case Kind.TypeAlias:
        return bind(frame, nameText(tree, node + 1), unknown('a `type` statement needs Python 3.12'));
      case Kind.Delete:
        for (const child of children(tree, node)) frame.names.delete(nameText(tree, child) ?? '');
        return;
      case Kind.Call:
        return runCall(tree, node, frame);
      case Kind.With:
        return forgetBound(tree, node, frame, 'it is bound in a `with` statement');
      case undefined:
    }
  }

  /** One `if`, `try`, loop or `match` with its clauses. */
  private runCompound(tree: PythonTree, clauses: readonly number[], frame: Frame): void {
    const [first = NONE] = clauses;
    const kind = clauseOf(tree, first);
    if (kind === Clause.If) return this.runIf(tree, clauses, frame);
    if (kind === Clause.Try && isImportsOnly(tree, bodyOf(tree, first))) {
      // The names of `except ImportError` stand in for packages that are not there; those of the standard library are.
      this.runStatements(tree, bodyOf(tree, first), frame);
      for (const clause of clauses.slice(1))
        if (clauseOf(tree, clause) === Clause.Else || clauseOf(tree, clause) === Clause.Finally)
          this.runStatements(tree, bodyOf(tree, clause), frame);
      return;
    }
    const what = kind === Clause.Try ? 'a `try` statement' : kind === Clause.Match ? 'a `match` statement' : 'a loop';
    for (const clause of clauses) forgetBound(tree, clause, frame, `it is bound in ${what}`);
  }

  private runIf(tree: PythonTree, clauses: readonly number[], frame: Frame): void {
    for (const [i, clause] of clauses.entries()) {
      const isElse = clauseOf(tree, clause) === Clause.Else;
      const condition = isElse ? true : truth(evaluate(tree, clause + 1, frame));
      if (condition === undefined) {
        for (const open of clauses.slice(i)) forgetBound(tree, open, frame, 'it is bound under a condition');
        return;
      }
      if (condition) return this.runStatements(tree, bodyOf(tree, clause), frame);
    }
  }

  private runImport(tree: PythonTree, node: number, frame: Frame): void {
    for (const child of children(tree, node)) {
      if (tree.kind[child] !== Kind.ImportedName) continue;
      const [name = NONE, alias = NONE] = children(tree, child);
      const module = nameText(tree, name);
      if (module === undefined) continue;
      const as = nameText(tree, alias);
      const first = module.split('.', 1)[0] ?? module;
      bind(frame, as ?? first, this.imported(as === undefined ? first : module, frame.module.path));
      if (as === undefined && module !== first) this.imported(module, frame.module.path);
    }
  }

  private runImportFrom(tree: PythonTree, node: number, frame: Frame): void {
    const module = nameText(tree, childOfKind(tree, node, Kind.Name));
    if (module === undefined || module === '__future__') return;
    const from = this.imported(module, frame.module.path);
    for (const child of children(tree, node)) {
      if (tree.kind[child] !== Kind.ImportedName) continue;
      const [name = NONE, alias = NONE] = children(tree, child);
      const imported = nameText(tree, name);
      if (imported === '*') {
        for (const [each, value] of starBindings(from, module)) bind(frame, each, value);
        continue;
      }
      if (imported === undefined) continue;
      const below = from.kind === 'module' ? from.names.get(imported) : attribute(from, imported);
      const value = below ?? this.imported(`${module}${module.endsWith('.') ? '' : '.'}${imported}`, frame.module.path);
      bind(frame, nameText(tree, alias) ?? imported, value);
    }
  }

  /** What a module name stands for in the file at `from`: a file of the repository, else a package. */
  private imported(module: string, from: string): PyValue {
    const path = this.pathOf(module, from);
    if (path !== undefined) {
      const found = this.run(path, module.replace(/^\.+/, ''), true);
      return found ?? unknown(`${path} cannot be read`);
    }
    if (module.startsWith('.')) return unknown(`the relative import of ${module}`);
    return isKnownPackage(module) ? library(canonicalName(module)) : unknown(`${module} is not part of the repository`);
  }

  /** The nearest file upwards that a dotted module name may be. Packages of the standard library come first where both are. */
  private pathOf(module: string, from: string): string | undefined {
    const dots = module.search(/[^.]|$/);
    const below = module.slice(dots).replaceAll('.', '/');
    const files = (folder: string): string | undefined =>
      [`${below}.py`, `${below}/__init__.py`]
        .map(each => joinPath(folder, each))
        .find(each => this.texts.hasFile(each));
    if (dots === 0) {
      if (isKnownPackage(module)) return undefined;
      for (const folder of foldersUpwards(folderOf(from))) {
        const found = files(folder);
        if (found !== undefined) return found;
      }
      return files('') ?? files('src');
    }
    let folder = folderOf(from);
    for (let i = 1; i < dots; i++) folder = folderOf(folder);
    return files(folder);
  }
}

/** What `from … import *` binds. */
function starBindings(from: PyValue, module: string): readonly (readonly [string, PyValue])[] {
  if (from.kind !== 'module') return starNames(module).map(name => [name, attribute(from, name)]);
  const all = from.names.get('__all__');
  const listed =
    all !== undefined && 'items' in all
      ? all.items.flatMap(each => (each.kind === 'str' ? [each.value] : []))
      : undefined;
  return [...from.names].filter(([name]) => listed?.includes(name) ?? !name.startsWith('_'));
}

function hasFutureAnnotations(tree: PythonTree): boolean {
  return children(tree, 0).some(
    node =>
      tree.kind[node] === Kind.ImportFrom &&
      nameText(tree, childOfKind(tree, node, Kind.Name)) === '__future__' &&
      children(tree, node).some(child => nameText(tree, child + 1) === 'annotations'),
  );
}

/** Whether a node is a clause that belongs to the statement before it. */
function isContinued(tree: PythonTree, node: number): boolean {
  if (node === NONE || tree.kind[node] !== Kind.Block) return false;
  return CONTINUING.has(clauseOf(tree, node));
}

const CONTINUING: ReadonlySet<number> = new Set([
  Clause.Elif,
  Clause.Else,
  Clause.Except,
  Clause.ExceptGroup,
  Clause.Finally,
]);

function bodyOf(tree: PythonTree, block: number): number {
  return childOfKind(tree, block, Kind.Body);
}

/** Whether a body has nothing but imports of packages that are always there, so that no `except` clause is entered. */
function isImportsOnly(tree: PythonTree, body: number): boolean {
  return (
    body !== NONE &&
    children(tree, body).every(node => {
      const kind = tree.kind[node];
      if (kind === Kind.ImportFrom) return isKnownPackage(nameText(tree, childOfKind(tree, node, Kind.Name)) ?? '');
      return (
        kind === Kind.Import && children(tree, node).every(child => isKnownPackage(nameText(tree, child + 1) ?? ''))
      );
    })
  );
}

function bind(frame: Frame, name: string | undefined, value: PyValue): void {
  if (name !== undefined) frame.names.set(name, value);
}

function runAssign(tree: PythonTree, node: number, frame: Frame): void {
  const value = valueOf(tree, node);
  if (value !== NONE) {
    const made = evaluate(tree, value, frame);
    for (const target of children(tree, node))
      if (tree.kind[target] === Kind.Target) assignTo(tree, target + 1, made, frame);
  }
  // CPython looks at the annotation behind the assignment, so that `date: date = None` is annotated with None.
  const annotation = childOfKind(tree, node, Kind.Annotation);
  const name = nameText(tree, childOfKind(tree, node, Kind.Target) + 1);
  if (annotation !== NONE && name !== undefined) frame.annotate?.(name, annotationValue(tree, annotation, frame));
}

/** Binds a target of an assignment; several at once where a tuple of names stands on the left. */
function assignTo(tree: PythonTree, target: number, value: PyValue, frame: Frame): void {
  const kind = tree.kind[target];
  if (kind === Kind.Name) {
    const name = nameText(tree, target) ?? '';
    if (name.includes('.')) setAttribute(name, value, frame);
    else frame.names.set(name, value);
  } else if (kind === Kind.Tuple || kind === Kind.List) {
    const parts = children(tree, target);
    const items = value.kind === 'tuple' || value.kind === 'list' ? value.items : [];
    for (const [i, part] of parts.entries()) {
      const item = items.length === parts.length ? items[i] : undefined;
      assignTo(tree, part, item ?? unknown('it is one of several names that are bound at once'), frame);
    }
  } else if (kind === Kind.Subscript) {
    const name = nameText(tree, target + 1);
    if (name !== undefined && frame.names.has(name)) frame.names.set(name, unknown(`an item of ${name} is set`));
  }
}

/** `Model.__doc__ = …`: an attribute of a class of this file is set after its body. */
function setAttribute(dotted: string, value: PyValue, frame: Frame): void {
  const dot = dotted.lastIndexOf('.');
  const owner = ownerOf(dotted.slice(0, dot), frame);
  if (owner === undefined) return;
  const name = dotted.slice(dot + 1);
  if (name === '__doc__' && (value.kind === 'str' || value.kind === 'none')) {
    if (value.kind === 'str') owner.doc = value.value;
    else delete owner.doc;
  } else if (name === '__name__' || name.startsWith('__pydantic') || name === 'model_config' || name === 'model_fields')
    owner.unclear = `${dotted} is set later`;
  else owner.names.set(name, value);
}

function ownerOf(dotted: string, frame: Frame): PyClass | undefined {
  let found: PyValue | undefined;
  for (const [i, part] of dotted.split('.').entries())
    found = i === 0 ? frame.names.get(part) : found?.kind === 'class' ? found.names.get(part) : undefined;
  return found?.kind === 'class' ? found : undefined;
}

function runAugmented(tree: PythonTree, node: number, frame: Frame): void {
  const name = nameText(tree, node + 2) ?? nameText(tree, node + 1);
  const value = valueOf(tree, node);
  const before = name === undefined ? undefined : frame.names.get(name);
  if (name === undefined || before === undefined || value === NONE) return;
  frame.names.set(name, binary(operatorOf(tree, node), before, evaluate(tree, value, frame)));
}

function runFunction(tree: PythonTree, node: number, frame: Frame): void {
  const name = nameText(tree, childOfKind(tree, node, Kind.Name));
  const decorators = children(tree, node)
    .filter(child => tree.kind[child] === Kind.Decorator)
    .map(child => evaluate(tree, child + 1, frame));
  if (name !== undefined) frame.names.set(name, { kind: 'function', name, decorators });
}

/** A call that is a statement: `Model.model_rebuild()` completes a model, and methods may change what they are called on. */
function runCall(tree: PythonTree, node: number, frame: Frame): void {
  const callee = nameText(tree, node + 1);
  const dot = callee?.lastIndexOf('.') ?? -1;
  if (callee === undefined || dot < 0) return;
  const name = callee.slice(0, dot);
  const method = callee.slice(dot + 1);
  const owner = ownerOf(name, frame);
  if (owner !== undefined && /^(?:model_rebuild|update_forward_refs)$/.test(method)) {
    owner.isRebuilt = true;
    if (tree.next[node + 1] !== tree.next[node]) owner.unclear = `${callee}() is called with arguments`;
  } else if (frame.names.has(name) && isMutable(frame.names.get(name)))
    frame.names.set(name, unknown(`${callee}() is called`));
}

function isMutable(value: PyValue | undefined): boolean {
  return value?.kind === 'list' || value?.kind === 'dict' || value?.kind === 'set' || value?.kind === 'call';
}

/** Makes every name unknown that statements below a node may bind. */
function forgetBound(tree: PythonTree, node: number, frame: Frame, reason: string): void {
  for (const name of boundNames(tree, node)) frame.names.set(name, unknown(reason));
}

/** The names that statements below a node bind, those inside of functions and classes left out. */
function boundNames(tree: PythonTree, from: number): string[] {
  const found: string[] = [];
  for (let node = from + 1; node < (tree.next[from] ?? 0);) {
    const kind = tree.kind[node];
    if (kind === Kind.Target) addNames(tree, node, found);
    if (kind === Kind.ImportedName) {
      const [name = NONE, alias = NONE] = children(tree, node);
      const bound = nameText(tree, alias) ?? nameText(tree, name)?.split('.', 1)[0];
      if (bound !== undefined) found.push(bound);
    }
    if (kind === Kind.Class || kind === Kind.Function) {
      const name = nameText(tree, childOfKind(tree, node, Kind.Name));
      if (name !== undefined) found.push(name);
      node = tree.next[node] ?? tree.count;
    } else node++;
  }
  return found;
}

function addNames(tree: PythonTree, from: number, found: string[]): void {
  for (let node = from; node < (tree.next[from] ?? 0); node++) {
    const name = nameText(tree, node);
    if (name !== undefined) found.push(name.split('.', 1)[0] ?? name);
  }
}

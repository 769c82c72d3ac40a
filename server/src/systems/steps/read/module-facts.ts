import { FactParts } from '../../../model/fact-parts';
import { headOf, holdsStatements } from '../../../syntax/python/compound';
import { importedThings, type ImportedThing } from '../../../syntax/python/import-statements';
import { nameText } from '../../../syntax/python/literal';
import {
  childOfKind,
  children,
  Clause,
  clauseOf,
  firstChild,
  Kind,
  spanOf,
  type PythonTree,
} from '../../../syntax/python/tree';
import type { FactWriter, Source } from '../../system';
import type { ModuleImport, ModuleImportsFact, ModuleNamesFact } from '../facts';
import { workspaceDirectory } from '../layout';
import { standingIn, type ImportStanding } from './import-standing';
import { exportedNames } from './module-exports';
import type { RunTimeName } from './run-time-names';

/**
 * Writes what a Python file is to the other files of its package: the names that it may have once it has been run (too many rather
 * than too few), `given` by code among them, and its imports that may lead to files of the package.
 */
export function writeModuleFacts(
  { file, text }: Source,
  tree: PythonTree,
  given: readonly RunTimeName[],
  out: FactWriter,
): void {
  const module = readModule(tree, ownPackages(file.path));
  const { own, imported, stars, imports, parts } = module;
  // The outline leaves out what conditions assign.
  if (text.includes(':=')) for (const [, name] of text.matchAll(WALRUS)) if (name !== undefined) own.add(name);
  for (const { name } of given) own.add(name);
  const made = modulesMade(text);
  const exported = exportedNames(tree);
  const names: ModuleNamesFact = {
    kind: 'module-names',
    name: '',
    file,
    own: [...own].join(' '),
    imported: [...imported].join(' '),
    stars: [...stars],
    ...(own.has('*') ? { open: true } : {}),
    ...(made.length > 0 ? { made } : {}),
    ...(file.path.endsWith('/__init__.py') && text.includes('__path__') ? { ownPath: true } : {}),
    ...(exported.length > 0 ? { exported: exported.map(({ name }) => name) } : {}),
  };
  const places = new FactParts({ start: 0, end: 0 });
  for (const each of exported) places.field(each);
  out.fact(names, places);
  if (imports.length === 0) return;
  const fact: ModuleImportsFact = { kind: 'module-imports', name: '', file, imports };
  out.fact(fact, parts);
}

const WALRUS = /(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]*)[ \t]*:=/gu;

/** Whether an absolute module name may be one of the package that a file is in: by the folders of its path. */
function ownPackages(path: string): (module: string) => boolean {
  const folders = new Set(path.split('/').slice(0, -1));
  const isWorkspace = workspaceDirectory(path) !== undefined;
  return module => isWorkspace || folders.has(module.split('.', 1)[0] ?? '');
}

interface Module {
  /** Names that the file defines, and those that it imports. */
  readonly own: Set<string>;
  readonly imported: Set<string>;
  /** The modules that everything is imported from, as written. */
  readonly stars: Set<string>;
  readonly imports: ModuleImport[];
  readonly parts: FactParts;
}

interface Enclosing extends ImportStanding {
  /** The first node after the enclosing statement. */
  readonly end: number;
  /** Whether what is bound in it is a name of the module. */
  readonly isModule: boolean;
}

function readModule(tree: PythonTree, isOwn: (module: string) => boolean): Module {
  const module: Module = {
    own: new Set(),
    imported: new Set(),
    stars: new Set(),
    imports: [],
    parts: new FactParts({ start: 0, end: 0 }),
  };
  const enclosing: Enclosing[] = [];
  let outer: Enclosing = { run: 'import', end: tree.count, isModule: true };
  for (let node = 0; node < tree.count;) {
    while (node >= outer.end) outer = enclosing.pop() ?? outer;
    const kind = tree.kind[node]!;
    if (kind === Kind.Import || kind === Kind.ImportFrom) {
      const things = importedThings(tree, node);
      if (outer.isModule) addImported(things, module);
      addImports(things, tree, outer, isOwn, module);
    } else if (outer.isModule) addBound(tree, node, module.own);
    else if (kind === Kind.Global) for (const name of children(tree, node)) addName(tree, name, module.own);
    if (!leadsOn(kind) || (kind === Kind.Function && !saysAnything(tree, node))) {
      node = tree.next[node]!;
      continue;
    }
    const inner = enclosed(tree, node, outer);
    if (inner !== undefined) {
      enclosing.push(outer);
      outer = inner;
    }
    node++;
  }
  return module;
}

/** Whether a node may hold statements, or what is assigned to. */
function leadsOn(kind: number): boolean {
  return kind === Kind.Assign || kind === Kind.AugAssign || holdsStatements(kind);
}

/** Whether a function imports something, or gives the module names: few do, and most of a text is in functions. */
function saysAnything({ kind, next }: PythonTree, node: number): boolean {
  for (let inner = node + 1; inner < next[node]!; inner++) {
    const of = kind[inner];
    if (of === Kind.Import || of === Kind.ImportFrom || of === Kind.Global) return true;
  }
  return false;
}

/** What is around the statements in a node, where that is other than what is around the node. */
function enclosed(tree: PythonTree, node: number, outer: Enclosing): Enclosing | undefined {
  const kind = tree.kind[node];
  const isScope = kind === Kind.Function || kind === Kind.Class;
  if (!isScope && kind !== Kind.Block && kind !== Kind.With) return undefined;
  const standing = standingIn(tree, node, outer);
  if (standing === undefined && (!isScope || !outer.isModule)) return undefined;
  return { ...(standing ?? outer), end: tree.next[node]!, isModule: outer.isModule && !isScope };
}

/** Adds the names that a statement of the module binds itself: what is in it comes later. */
function addBound(tree: PythonTree, node: number, names: Set<string>): void {
  const kind = tree.kind[node];
  if (kind === Kind.Function || kind === Kind.Class) addName(tree, childOfKind(tree, node, Kind.Name), names);
  else if (kind === Kind.Target) addTargets(tree, node, names);
  else if (kind === Kind.TypeAlias) addName(tree, firstChild(tree, node), names);
  // The outline leaves out what patterns bind.
  else if (kind === Kind.Block && clauseOf(tree, node) === Clause.Case)
    for (const word of headOf(tree, node).match(WORD) ?? []) names.add(word);
}

const WORD = /[\p{L}_][\p{L}\p{N}_]*/gu;

function addName(tree: PythonTree, node: number, names: Set<string>): void {
  const name = nameText(tree, node);
  if (name !== undefined && !name.includes('.')) names.add(name);
}

/** The names that an assignment, a loop, a `with` or an `except` binds; what it sets of other things is passed over. */
function addTargets(tree: PythonTree, target: number, names: Set<string>): void {
  for (let node = target; node < tree.next[target]!;) {
    addName(tree, node, names);
    const kind = tree.kind[node];
    const isOther = kind === Kind.Subscript || kind === Kind.Attribute || kind === Kind.Call;
    node = isOther ? tree.next[node]! : node + 1;
  }
}

function addImported(things: readonly ImportedThing[], { imported, stars }: Module): void {
  for (const { module, level, name, bound } of things)
    if (name === '*') stars.add('.'.repeat(level) + module);
    else imported.add(bound);
}

/** Adds what a statement imports, module by module: `import a, b` asks for two, `from a import b, c` for one. */
function addImports(
  things: readonly ImportedThing[],
  tree: PythonTree,
  { run, guard }: ImportStanding,
  isOwn: (module: string) => boolean,
  { imports, parts }: Module,
): void {
  const standing = { run, ...(guard === undefined ? {} : { guard }) };
  const [first] = things;
  if (first === undefined || (first.level === 0 && !things.some(({ module }) => isOwn(module)))) return;
  if (first.name !== undefined) {
    const names = things.flatMap(({ name }) => name ?? []);
    imports.push({ module: '.'.repeat(first.level) + first.module, names, ...standing });
    for (const { nameAt, moduleAt } of things) parts.field(spanOf(tree, nameAt), spanOf(tree, moduleAt));
    return;
  }
  for (const { module, moduleAt } of things) {
    imports.push({ module, names: [], ...standing });
    parts.field(spanOf(tree, moduleAt));
  }
}

/** The last parts of the names of modules that a text may put into `sys.modules`, as far as it writes them. */
function modulesMade(text: string): string[] {
  if (!text.includes('sys.modules') || !PUTS_MODULES.test(text)) return [];
  const made = new Set<string>();
  for (const [, name] of text.matchAll(DOTTED_STRING)) if (name !== undefined) made.add(name);
  return [...made];
}

const PUTS_MODULES = /\bsys\.modules(?:\.(?:setdefault|update|__setitem__)|[ \t]*\[[^\]\n]{0,99}\][ \t]*=)/;
const DOTTED_STRING = /\.([A-Za-z_]\w*)["']/g;

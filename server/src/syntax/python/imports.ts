import { folderOf, isBelow, joinPath } from '../../base/paths';
import { nameText } from './literal';
import { afterData, childOfKind, children, Kind, NONE, type PythonTree } from './tree';

/** What the names that a file imports stand for. Read from the tree when first asked: most files never ask. */
export class Imports {
  private readonly tree: PythonTree;
  private readonly inFunctions: boolean;
  private names: ReadonlyMap<string, string> | undefined;

  /** Imports inside of functions count only with `inFunctions`: nobody else sees them. */
  constructor(tree: PythonTree, { inFunctions = false } = {}) {
    this.tree = tree;
    this.inFunctions = inFunctions;
  }

  /** A dotted name with the module that its first part is imported from; relative modules keep their dots. */
  resolve(name: string): string {
    const dot = name.indexOf('.');
    const first = dot < 0 ? name : name.slice(0, dot);
    const from = (this.names ??= namesOf(this.tree, this.inFunctions)).get(first);
    return from === undefined ? name : from + name.slice(first.length);
  }
}

/** Imports at the top of the file and in blocks such as `try`, and perhaps those inside of functions. */
function namesOf(tree: PythonTree, inFunctions: boolean): Map<string, string> {
  const names = new Map<string, string>();
  for (let node = 0; node < tree.count;) {
    if (tree.kind[node] === Kind.ImportFrom) addFrom(tree, node, names);
    else if (tree.kind[node] === Kind.Import) addModules(tree, node, names);
    node = tree.kind[node] === Kind.Function && !inFunctions ? tree.next[node]! : afterData(tree, node);
  }
  return names;
}

function addFrom(tree: PythonTree, statement: number, names: Map<string, string>): void {
  const module = nameText(tree, childOfKind(tree, statement, Kind.Name));
  if (module === undefined) return;
  const prefix = module.endsWith('.') ? module : `${module}.`;
  for (const child of children(tree, statement)) {
    const [name, alias] = importedName(tree, child);
    if (name !== undefined) names.set(alias ?? name, prefix + name);
  }
}

/** `import a.b` makes `a` known by its own name; only with an alias is there something to resolve. */
function addModules(tree: PythonTree, statement: number, names: Map<string, string>): void {
  for (const child of children(tree, statement)) {
    const [module, alias] = importedName(tree, child);
    if (module !== undefined && alias !== undefined) names.set(alias, module);
  }
}

function importedName(tree: PythonTree, node: number): [name?: string | undefined, alias?: string | undefined] {
  if (tree.kind[node] !== Kind.ImportedName) return [];
  const [name = NONE, alias = NONE] = children(tree, node);
  return [nameText(tree, name), nameText(tree, alias)];
}

/** Whether the file at `path` may be what `module` (which ends in a dot) stands for in the file at `from`: a module, or a package. */
export function isModulePath(module: string, path: string, from: string): boolean {
  const dots = module.search(/[^.]|$/);
  const parts = module.slice(dots, -1).replaceAll('.', '/');
  if (dots === 0) return `/${path}`.endsWith(`/${parts}.py`) || `/${path}`.includes(`/${parts}/`);
  let folder = folderOf(from);
  for (let i = 1; i < dots; i++) folder = folderOf(folder);
  const at = joinPath(folder, parts);
  return path === `${at}.py` || isBelow(path, at);
}

import { nameText } from './literal';
import { firstChild, Kind, nextChild, NONE, type PythonTree } from './tree';

/** One thing that an import statement asks for: a module (`import a.b`), or a name of one (`from .a import b`). */
export interface ImportedThing {
  /** Without the leading dots; empty in `from . import b`. */
  readonly module: string;
  /** How many dots lead the module; 0 for an absolute import. */
  readonly level: number;
  /** The node that the module stands in. */
  readonly moduleAt: number;
  /** What is asked for of the module, `*` for everything. Absent in `import a.b`. */
  readonly name?: string;
  /** The node of the name; of the module in `import a.b`. */
  readonly nameAt: number;
  /** The node that holds the name and its alias. */
  readonly at: number;
  /** The name that the file knows it by: the alias, or what is bound without one. */
  readonly bound: string;
}

/** What an Import or ImportFrom asks for, in its order; what is half typed is left out. */
export function importedThings(tree: PythonTree, statement: number): ImportedThing[] {
  const things: ImportedThing[] = [];
  const first = firstChild(tree, statement);
  const isFrom = tree.kind[statement] === Kind.ImportFrom;
  const written = isFrom ? nameText(tree, first) : '';
  if (written === undefined) return things;
  const module = written.slice(dotsBefore(written));
  const level = written.length - module.length;
  for (let at = isFrom ? nextChild(tree, statement, first) : first; at !== NONE; at = nextChild(tree, statement, at)) {
    if (tree.kind[at] !== Kind.ImportedName) continue;
    const nameAt = at + 1;
    const name = nameText(tree, nameAt);
    if (name === undefined) continue;
    const aliasAt = nextChild(tree, at, nameAt);
    const alias = aliasAt === NONE ? undefined : nameText(tree, aliasAt);
    if (isFrom) things.push({ module, level, moduleAt: first, name, nameAt, at, bound: alias ?? name });
    else
      things.push({
        module: name,
        level: 0,
        moduleAt: nameAt,
        nameAt,
        at,
        bound: alias ?? name.split('.', 1)[0] ?? name,
      });
  }
  return things;
}

/** How many dots lead a module name as it is written. */
export function dotsBefore(module: string): number {
  let count = 0;
  while (module[count] === '.') count++;
  return count;
}

import { nameText } from '../../../syntax/python/literal';
import { afterData, children, Kind, NONE, type PythonTree } from '../../../syntax/python/tree';
import { isComponentPath, isRegistryPath } from '../layout';
import { API_CLASSES, API_FUNCTIONS } from './registry-api';

/** The names of modules of the registry: `cursus.registry.step_names`, `...registry.builder_registry`. */
const REGISTRY_MODULE = /(^|\.)(cursus\w*|registry|builder_registry|step_names\w*|step_catalog)(\.|$)/;
/** The class of DAGs, as the modules of its package import it: `....api.dag.base_dag.PipelineDAG`. */
const DAG_CLASS = /\.api\.dag\.(?:\w+\.)?PipelineDAG$/;

/**
 * Knows which names in a file stand for functions and dictionaries of the registry API. Imports are read on first use.
 */
export class RegistryNames {
  private readonly tree: PythonTree;
  private readonly path: string;
  private imported: ReadonlyMap<string, string> | undefined;
  private made: ReadonlyMap<string, string> | undefined;

  constructor(tree: PythonTree, path: string) {
    this.tree = tree;
    this.path = path;
  }

  /**
   * The name in the registry API that a callee or a mapping stands for; undefined if it belongs to other code. Of a method whose name
   * is nobody else's only the name is known, so it counts in any file that imports from a registry; in the code of the registry
   * itself and in components, every such name counts. Other methods count on objects of the classes that have them.
   */
  nameAt(node: number): string | undefined {
    const text = calledText(this.tree, node);
    if (text === undefined) return undefined;
    const last = text.slice(text.lastIndexOf('.') + 1);
    const imported = (this.imported ??= importedNames(this.tree, this.path));
    const classes = API_FUNCTIONS.get(last)?.on;
    if (last !== text && classes !== undefined)
      return this.isOf(text.slice(0, -last.length - 1), classes) ? last : undefined;
    if (classes === undefined && (isRegistryPath(this.path) || isComponentPath(this.path)))
      return imported.get(text) ?? last;
    if (last !== text) return imported.size > 0 ? last : undefined;
    return imported.get(text) ?? (imported.has('*') ? text : undefined);
  }

  /** Whether what stands before a dot is a module of the registry, one of some classes, or an object made by one. */
  private isOf(owner: string, classes: readonly string[]): boolean {
    const imported = (this.imported ??= importedNames(this.tree, this.path));
    const name = imported.get(owner);
    if (name !== undefined && !API_CLASSES.has(name)) return classes.length === 0;
    const made = (this.made ??= madeObjects(this.tree, imported));
    const its = name ?? made.get(owner);
    return its !== undefined && classes.includes(its);
  }
}

/** The dotted name at a node; of a method of what a call returns, such as `Manager().get_step`, the name of its callee and its own. */
function calledText(tree: PythonTree, node: number): string | undefined {
  if (tree.kind[node] !== Kind.Attribute) return nameText(tree, node);
  const [value = NONE, name = NONE] = children(tree, node);
  const method = nameText(tree, name);
  if (method === undefined) return undefined;
  const maker = tree.kind[value] === Kind.Call ? nameText(tree, value + 1) : undefined;
  return `${maker ?? '?'}().${method}`;
}

/**
 * Names in the file that stand for objects of the API's classes, by those names: what is assigned from a call of the class, what is
 * annotated with it, and the call itself (`Manager()`).
 */
function madeObjects(tree: PythonTree, imported: ReadonlyMap<string, string>): Map<string, string> {
  const made = new Map<string, string>();
  for (const [name, of] of imported) if (API_CLASSES.has(of)) made.set(`${name}()`, of);
  if (made.size === 0) return made;
  for (let node = 0; node < tree.count; node = afterData(tree, node)) {
    const kind = tree.kind[node];
    if (kind !== Kind.Assign && kind !== Kind.Parameter) continue;
    const parts = [...children(tree, node)];
    const its = parts.flatMap(part => classOf(tree, part, imported) ?? [])[0];
    if (its === undefined) continue;
    for (const part of parts) {
      const name = nameText(tree, tree.kind[part] === Kind.Target ? part + 1 : part);
      if (name !== undefined) made.set(name, its);
    }
  }
  return made;
}

/** The class of the API that an annotation names, or that an expression calls. */
function classOf(tree: PythonTree, node: number, imported: ReadonlyMap<string, string>): string | undefined {
  const isTyped = tree.kind[node] === Kind.Annotation || tree.kind[node] === Kind.Call;
  const name = isTyped ? imported.get(nameText(tree, node + 1) ?? '') : undefined;
  return name !== undefined && API_CLASSES.has(name) ? name : undefined;
}

/**
 * The names that a file imports from modules of the registry, and the modules themselves, by their names in the file.
 */
function importedNames(tree: PythonTree, path: string): Map<string, string> {
  const names = new Map<string, string>();
  for (let node = 0; node < tree.count; node = afterData(tree, node)) {
    const kind = tree.kind[node];
    if (kind !== Kind.ImportFrom && kind !== Kind.Import) continue;
    let from = '';
    for (const child of children(tree, node)) {
      if (tree.kind[child] === Kind.Name) from = `${nameText(tree, child) ?? ''}.`;
      const [name, alias = name] = tree.kind[child] === Kind.ImportedName ? children(tree, child) : [];
      const text = nameText(tree, name ?? NONE);
      if (text !== undefined && isRegistryModule(kind === Kind.Import ? text : from + text, path))
        names.set(nameText(tree, alias ?? NONE) ?? text, text);
    }
  }
  return names;
}

/**
 * Whether a module is one of the registry. A module in the folder of the file is one only if the file is in a registry.
 */
function isRegistryModule(module: string, path: string): boolean {
  if (DAG_CLASS.test(module)) return true;
  return REGISTRY_MODULE.test(module) && (!/^\.\w/.test(module) || isRegistryPath(path));
}

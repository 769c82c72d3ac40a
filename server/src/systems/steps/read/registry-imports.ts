import { nameText } from '../../../syntax/python/literal';
import { afterData, children, Kind, NONE, type PythonTree } from '../../../syntax/python/tree';
import { isComponentPath, isRegistryPath } from '../layout';

/** The names of modules of the registry: `cursus.registry.step_names`, `...registry.builder_registry`. */
const REGISTRY_MODULE = /(^|\.)(cursus\w*|registry|builder_registry|step_names\w*|step_catalog)(\.|$)/;

/**
 * Knows which names in a file stand for functions and dictionaries of the registry API. Imports are read on first use.
 */
export class RegistryNames {
  private readonly tree: PythonTree;
  private readonly path: string;
  private imported: ReadonlyMap<string, string> | undefined;

  constructor(tree: PythonTree, path: string) {
    this.tree = tree;
    this.path = path;
  }

  /**
   * The name in the registry API that a dotted name in the text stands for; undefined if it belongs to other code. Of a
   * method only its name is known, so it counts in any file that imports from a registry. In the code of the registry
   * itself and in components, every name counts.
   */
  nameOf(text: string | undefined): string | undefined {
    if (text === undefined) return undefined;
    const last = text.slice(text.lastIndexOf('.') + 1);
    const imported = (this.imported ??= importedNames(this.tree, this.path));
    if (isRegistryPath(this.path) || isComponentPath(this.path)) return imported.get(text) ?? last;
    if (last !== text) return imported.size > 0 ? last : undefined;
    return imported.get(text) ?? (imported.has('*') ? text : undefined);
  }
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
  return REGISTRY_MODULE.test(module) && (!/^\.\w/.test(module) || isRegistryPath(path));
}

import { nameText } from '../../../syntax/python/literal';
import { afterData, children, Kind, NONE, type PythonTree } from '../../../syntax/python/tree';
import { isComponentPath, isRegistryPath } from '../layout';

/** Modules of the registry, by any of their names: `cursus.registry.step_names`, `...registry.builder_registry`. */
const REGISTRY_MODULE = /(^|\.)(cursus\w*|registry|builder_registry|step_names\w*|step_catalog)(\.|$)/;

/** Which names in a file stand for something of the registry API. Read from the imports when first asked. */
export class RegistryNames {
  private readonly tree: PythonTree;
  private readonly path: string;
  private imported: ReadonlyMap<string, string> | undefined;

  constructor(tree: PythonTree, path: string) {
    this.tree = tree;
    this.path = path;
  }

  /**
   * The API's own name for a dotted name in the text; nothing where it is somebody else's. Of methods only the name is
   * known, so they count in any file that imports from a registry; in the registry's own code every name counts.
   */
  nameOf(text: string | undefined): string | undefined {
    if (text === undefined) return undefined;
    const last = text.slice(text.lastIndexOf('.') + 1);
    if (isRegistryPath(this.path) || isComponentPath(this.path)) return last;
    const imported = (this.imported ??= importedNames(this.tree, this.path));
    if (last !== text) return imported.size > 0 ? last : undefined;
    return imported.get(text) ?? (imported.has('*') ? text : undefined);
  }
}

/** What is imported from modules of the registry, by its name here; also the modules themselves. */
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

/** A module beside the file is the registry's only where the file is. */
function isRegistryModule(module: string, path: string): boolean {
  return REGISTRY_MODULE.test(module) && (!/^\.\w/.test(module) || isRegistryPath(path));
}

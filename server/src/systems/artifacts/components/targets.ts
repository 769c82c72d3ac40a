import { folderOf, joinPath } from '../../../base/paths';
import { classKey } from '../../../model/class-outline';
import { Part, type Fact, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { unseenAnywhere, unseenAt } from '../../../model/unseen';
import { textOf, type MetadataFact, type PluginFact } from '../facts';
import { normalizedPath } from '../layout';

/** A file or class that metadata names. */
export interface Target {
  readonly kind: 'entry point' | 'contract' | 'component' | 'adapter';
  /** What is looked for: a path, or a class. */
  readonly name: string;
  readonly at: Place;
  readonly isFolder?: boolean;
  /** Of an adapter: the module that the class is in. */
  readonly module?: string;
}

/**
 * What metadata names that can be told from the text. `default`, bare words and schemes without a file cannot
 * (rules.md, artifact/entry-point-missing).
 */
export function targetsOf(metadata: MetadataFact): Target[] {
  const targets: Target[] = [];
  for (const [index, { name, value }] of metadata.fields.entries()) {
    const kind = kindOf(name);
    const file = typeof value === 'string' ? fileIn(value) : undefined;
    if (kind !== undefined && file !== undefined)
      targets.push({
        kind,
        name: file,
        at: { fact: metadata, part: Part.fieldValue(index) },
        isFolder: typeof value === 'string' && value.endsWith('/'),
      });
  }
  const adapter = textOf(metadata, 'cli_adapter.class');
  if (adapter === undefined) return targets;
  const index = metadata.fields.findIndex(({ name }) => name === 'cli_adapter.class');
  const module = textOf(metadata, 'cli_adapter.module');
  return [
    ...targets,
    {
      kind: 'adapter',
      name: adapter,
      at: { fact: metadata, part: Part.fieldValue(index) },
      ...(module === undefined ? {} : { module }),
    },
  ];
}

function kindOf(field: string): Target['kind'] | undefined {
  if (field === 'entrypoint' || field === 'entrypoint.target' || /^commands\.\d+\.entrypoint$/.test(field))
    return 'entry point';
  if (field === 'state_contract') return 'contract';
  return /^components\.\d+\.path$/.test(field) ? 'component' : undefined;
}

/** The path in `src/main.py`, `python@main.py`, `state_contract://x.yaml`; nothing in what names no file. */
function fileIn(value: string): string | undefined {
  if (/[\s<>{}*?]|TEMPLATE|REPLACE/.test(value) || value.length > 300) return undefined;
  const path = value.replace(/^\w+:\/\/|^\w+@/, '');
  const isFile = /\.(?:py|ya?ml|json|toml|sh|js|ts|md)$/.test(path);
  return isFile || (path.includes('/') && !value.includes('://')) ? normalizedPath(path) : undefined;
}

/** Whether a target is there, or may be: beside the metadata, or from the root of the repository. Classes are looked for anywhere. */
export function targetExists({ kind, name, module }: Target, folder: string, lookup: Lookup): boolean {
  if (kind === 'adapter') return isClassThere(name, module, lookup);
  const paths = [joinPath(folder, name), name];
  return paths.some(path => lookup.hasFile(path) || lookup.hasFolder(path) || unseenAt(path, lookup) !== undefined);
}

/** The class of an adapter to show: that of its module, or else one that is called so. */
export function classOf(target: Target, lookup: Lookup): Fact | undefined {
  return classInModule(target, lookup) ?? lookup.providers(classKey(target.name))[0];
}

/** The class that the module of an adapter itself defines; nothing where it takes the class from elsewhere, or is not in sight. */
export function classInModule({ name, module }: Target, lookup: Lookup): Fact | undefined {
  const file = module === undefined ? undefined : fileOfModule(module, lookup);
  return lookup.providers(classKey(name)).find(fact => fact.file.path === file);
}

function fileOfModule(module: string, lookup: Lookup): string | undefined {
  const path = module.replaceAll('.', '/');
  const files = ['', 'src/'].flatMap(prefix => [`${prefix}${path}.py`, `${prefix}${path}/__init__.py`]);
  return files.find(each => lookup.hasFile(each));
}

/** A class of a module that is not in sight may be installed elsewhere. */
function isClassThere(name: string, module: string | undefined, lookup: Lookup): boolean {
  if (unseenAnywhere(lookup) !== undefined) return true;
  const classes = lookup.providers(classKey(name));
  if (module === undefined) return classes.length > 0;
  const file = fileOfModule(module, lookup);
  if (file === undefined) return classes.length > 0 || !isPackageInSight(module, lookup);
  // A package may take the class over from one of its modules.
  return (
    classes.some(fact => fact.file.path === file || file.endsWith('__init__.py')) ||
    lookup.file(file)?.incomplete === true
  );
}

/**
 * The first part of the module of a `node_registry` entry point that its package lacks, as a dotted name: `acme.registry`. Undefined if all
 * is there, and where the package is none of this repository: it may be installed, or made by a build.
 */
export function missingModuleOf({ file, target }: PluginFact, lookup: Lookup): string | undefined {
  const home = folderOf(file.path);
  const names = target.replace(/:.*/s, '').trim().split('.');
  const [top = ''] = names;
  if (names.some(name => !/^\w+$/.test(name)) || unseenAnywhere(lookup) !== undefined) return undefined;
  const roots = [home, joinPath(home, 'src')].filter(root => isRegularPackage(joinPath(root, top), lookup));
  const [root] = roots;
  // Of two packages of one name it cannot be told which is built.
  if (root === undefined || roots.length > 1) return undefined;
  for (let length = 2; length <= names.length; length++) {
    const path = joinPath(root, names.slice(0, length).join('/'));
    if (isRegularPackage(path, lookup)) continue;
    const inside = lookup.entries(folderOf(path));
    // A folder without __init__.py is a package as well, and so may be what a compiler makes: module.pyx, module.cpython-312.so.
    if (inside.some(each => each.startsWith(`${names[length - 1]}.`) || each === `${names[length - 1]}/`))
      return undefined;
    return names.slice(0, length).join('.');
  }
  return undefined;
}

function isRegularPackage(folder: string, lookup: Lookup): boolean {
  return lookup.hasFile(`${folder}/__init__.py`);
}

function isPackageInSight(module: string, lookup: Lookup): boolean {
  const [first = module] = module.split('.', 1);
  return lookup.hasFolder(first) || lookup.hasFolder(`src/${first}`);
}

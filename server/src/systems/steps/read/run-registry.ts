import { type ModuleRun, runModule } from '../../../syntax/python/evaluate/run';
import type { ImportAnswer, ImportRequest } from '../../../syntax/python/evaluate/frames';
import { builtinClass } from '../../../syntax/python/evaluate/builtin-classes';
import type { Outside, PyDict, PyModule, PyValue } from '../../../syntax/python/evaluate/values';
import type { PythonTree } from '../../../syntax/python/tree';
import type { Source } from '../../system';
import { LOADED_FIELDS } from '../vocabulary';

/**
 * Runs the text of a workspace registry as the registry manager does: by its path, as a module called `registry` that
 * belongs to no package, so that relative imports fail (`load_registry_module`, formats 1.5).
 */
export function runWorkspaceRegistry({ file }: Source, tree: PythonTree): ModuleRun {
  const given = new Map<string, PyValue>([
    ['__name__', 'registry'],
    ['__package__', ''],
  ]);
  const modules = coreModules(file.path);
  return runModule(tree, { source: file.path, imports: request => importInWorkspace(request, modules), given });
}

/** Runs the text of a registry that is a module of a package. What it imports is there, and not known. */
export function runPackageRegistry({ file }: Source, tree: PythonTree): ModuleRun {
  return runModule(tree, { source: file.path, imports: ({ level }) => (level > 0 ? { exists: true } : undefined) });
}

function importInWorkspace(
  { module, level, name }: ImportRequest,
  modules: ReadonlyMap<string, PyModule>,
): ImportAnswer | undefined {
  if (level > 0) return { raises: 'ImportError', message: 'attempted relative import with no known parent package' };
  const known = modules.get(module);
  if (known === undefined) return undefined;
  if (name === undefined) return { value: known };
  const value = known.names.content?.entries.get(`s:${name}`)?.value;
  if (value !== undefined) return { value };
  // These modules run while the manager is built, and have no such name yet, or not that of the core table.
  if (name === 'STEP_NAMES') return { doubt: `${module} may have no STEP_NAMES yet while workspaces are loaded` };
  return { exists: true };
}

/** Modules that the registry manager has imported itself before it looks at a workspace, by their full names. */
function coreModules(source: string): ReadonlyMap<string, PyModule> {
  const original = moduleWith(CORE_MODULE, 'STEP_NAMES', coreTable(source), source);
  const registry = moduleWith('cursus.registry', 'step_names_original', original, source);
  const all = [original, registry, moduleWith('cursus', 'registry', registry, source)];
  return new Map(all.map(module => [module.name, module]));
}

/** The module of which the registry manager takes the rows of core (formats 1.5). */
const CORE_MODULE = 'cursus.registry.step_names_original';

/** A module of which one name is known. */
function moduleWith(module: string, name: string, value: PyValue, source: string): PyModule {
  const at = placeIn(source);
  const open = { kind: 'unknown', reason: `${module} is imported`, at } as const;
  const entries = new Map([[`s:${name}`, { key: name, value, keyAt: at, valueAt: at, certain: true }]]);
  const names: PyDict = { kind: 'dict', content: { entries, open }, epoch: 0 };
  return { kind: 'module', name: module, names };
}

/**
 * The table of core steps: a dict whose rows stand in another file. The manager has taken its rows from there before, and accepted
 * them: their texts are texts.
 */
function coreTable(source: string): PyDict {
  const inside: Outside['inside'] = ({ length, [1]: field = '' }) => {
    if (length < 2) return 'mapping';
    return length === 2 && LOADED_FIELDS.get(field) === 'text' ? builtinClass('str') : 'value';
  };
  const reason = 'the core registry is imported';
  const outside: Outside = { keys: [], inside, reason, at: placeIn(source) };
  const open = { kind: 'unknown', reason, at: outside.at } as const;
  return { kind: 'dict', content: { entries: new Map(), open, outside }, epoch: 0 };
}

function placeIn(source: string): Outside['at'] {
  return { source, span: { start: 0, end: 0 } };
}

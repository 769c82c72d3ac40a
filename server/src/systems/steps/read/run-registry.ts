import { type ModuleRun, runModule } from '../../../syntax/python/evaluate/run';
import type { ImportAnswer, ImportRequest } from '../../../syntax/python/evaluate/frames';
import { builtinClass } from '../../../syntax/python/evaluate/builtin-classes';
import type { Place, PyValue } from '../../../syntax/python/evaluate/values';
import type { PythonTree } from '../../../syntax/python/tree';
import type { Source } from '../../system';

/**
 * Runs the text of a workspace registry as the registry manager does: by its path, as a module called `registry` that
 * belongs to no package, so that relative imports fail (`load_registry_module`, formats 1.5).
 */
export function runWorkspaceRegistry({ file }: Source, tree: PythonTree): ModuleRun {
  const given = new Map<string, PyValue>([
    ['__name__', 'registry'],
    ['__package__', ''],
  ]);
  return runModule(tree, { source: file.path, imports: request => importInWorkspace(request, file.path), given });
}

/** Runs the text of a registry that is a module of a package. What it imports is there, and not known. */
export function runPackageRegistry({ file }: Source, tree: PythonTree): ModuleRun {
  return runModule(tree, { source: file.path, imports: ({ level }) => (level > 0 ? { exists: true } : undefined) });
}

function importInWorkspace({ module, level, name }: ImportRequest, source: string): ImportAnswer | undefined {
  if (level > 0) return { raises: 'ImportError', message: 'attempted relative import with no known parent package' };
  if (!CORE_MODULES.has(module)) return undefined;
  return name === 'STEP_NAMES' ? { value: coreTable(source) } : { exists: true };
}

/** Modules that the registry manager has imported itself before it looks at a workspace. */
const CORE_MODULES = new Set(['cursus', 'cursus.registry', 'cursus.registry.step_names_original']);

/** The table of core steps: a dict whose rows stand in another file. */
function coreTable(source: string): PyValue {
  const at: Place = { source, span: { start: 0, end: 0 } };
  return { kind: 'unknown', reason: 'the core registry is imported', at, class: builtinClass('dict') };
}

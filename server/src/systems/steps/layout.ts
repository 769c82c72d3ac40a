import { isTestPath } from '../../base/test-paths';
import { fileName, folderOf } from '../../base/paths';

/*
 * What a path alone tells about a file (formats 1.1, 1.3, 1.7). A developer workspace is recognised by the package that
 * it holds, `<workspaces root>/<directory>/src/cursus_dev/`, wherever the workspaces root is; the default root
 * `developer_workspaces/developers` is also recognised by its own name. If only the folder of one workspace is open,
 * the name of its directory is not known and is the empty string.
 */

const PACKAGE = 'src/cursus_dev/';
const ROOT = 'developer_workspaces/';
const DEVELOPERS = 'developers/';
const REGISTRY = `${PACKAGE}registry/workspace_registry.py`;

/** Where the registry manager looks for developer workspaces, unless it is told otherwise (formats 1.3). */
export const WORKSPACES_ROOT = 'developer_workspaces/developers';

/** The directory name of the workspace that a path lies in: `alice`, `shared`; undefined outside of workspaces. */
export function workspaceDirectory(path: string): string | undefined {
  return workspaceMatch(path)?.directory;
}

/** The folder of the workspace that a path lies in: `developer_workspaces/developers/alice`. */
export function workspaceFolder(path: string): string | undefined {
  return workspaceMatch(path)?.folder;
}

/** The workspace directory that holds components for all other workspaces. No loader reads a registry in it. */
export const SHARED = 'shared';

/**
 * Whether a path is that of a registry which the registry manager may load: the exact file, in a developer workspace of
 * whatever name, even `tests` or `shared`.
 */
export function isWorkspaceRegistry(path: string): boolean {
  const folder = workspaceFolder(path);
  if (folder === undefined) return false;
  const inner = folder === '' ? REGISTRY : `${folder}/${REGISTRY}`;
  return path === inner && !`${folder}/`.endsWith(`${ROOT}${SHARED}/`) && !isTestPath(`${folderOf(folder)}/`);
}

/** The package folder above `steps/` or `registry/`: `src/cursus`, `…/alice/src/cursus_dev`. */
export function packageOf(path: string): string | undefined {
  return /^(.*?)\/(?:steps|registry)\//.exec(path)?.[1];
}

/** Whether a path is that of a DAG of the pipeline catalogue: elsewhere, nodes are those of an example or a test. */
export function isCataloguePath(path: string): boolean {
  return /(?:^|\/)(?:pipeline_catalog|shared_dags|pipelines|dags)\//.test(path) && !isTestPath(path);
}

/** Whether a path belongs to the code of the registry itself: `registry/`, and `step_catalog/` of later versions. */
export function isRegistryPath(path: string): boolean {
  return /(^|\/)(registry|step_catalog)\//.test(path);
}

/** Whether a path lies below a folder of components, be it of a package (`steps`) or a step pack (`step_pack`). */
export function isComponentPath(path: string): boolean {
  return /(^|\/)(steps|step_pack)\//.test(path);
}

/** Whether a path is that of a module of hyperparameter classes, by naming convention: `hyperparameters_xgboost.py`. */
export function isHyperparameterPath(path: string): boolean {
  const at = path.lastIndexOf('hyperparam');
  return at >= 0 && path.endsWith('.py') && path.slice(at).split('/').length <= 2;
}

/** The file name without its last extension. */
export function stem(path: string): string {
  return fileName(path).replace(/\.[^.]*$/, '');
}

/** Called for every class and row of a repository, so it takes the path apart without a regular expression. */
function workspaceMatch(path: string): { directory: string; folder: string } | undefined {
  const inner = lastFolder(path, PACKAGE, path.length);
  if (inner >= 0) return workspaceAt(path.slice(0, Math.max(0, inner - 1)));
  for (let at = lastFolder(path, ROOT, path.length); at >= 0; at = lastFolder(path, ROOT, at - 1)) {
    const from = at + ROOT.length;
    if (path.startsWith(`${SHARED}/`, from)) return workspaceAt(path.slice(0, from + SHARED.length));
    const end = path.startsWith(DEVELOPERS, from) ? path.indexOf('/', from + DEVELOPERS.length) : -1;
    if (end > from + DEVELOPERS.length) return workspaceAt(path.slice(0, end));
  }
  return undefined;
}

function workspaceAt(folder: string): { directory: string; folder: string } {
  return { directory: fileName(folder), folder };
}

/**
 * The index of the last folder called `name` (with a final `/`) that begins at `from` or before; -1 if there is none.
 */
function lastFolder(path: string, name: string, from: number): number {
  let at = from < 0 ? -1 : path.lastIndexOf(name, from);
  while (at > 0 && path[at - 1] !== '/') at = path.lastIndexOf(name, at - 1);
  return at;
}

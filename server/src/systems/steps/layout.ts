/**
 * What a path says, without reading anything (formats 1.1, 1.3, 1.7). A developer workspace is recognised by the package
 * that it holds, `<workspaces root>/<directory>/src/cursus_dev/`, wherever the workspaces root is; the default root
 * `developer_workspaces/developers` is recognised by its own name too. Where only the workspace's own folder is open, its
 * name is not known: it is the empty string.
 */

const BY_PACKAGE = /^(?:(?:.*\/)?([^/]+)\/)?src\/cursus_dev\//;
const BY_ROOT = /^(?:.*\/)?developer_workspaces\/(?:developers\/([^/]+)|(shared))\//;

/** The directory name of the workspace that a path lies in: `alice`, `shared`; nothing outside of workspaces. */
export function workspaceDirectory(path: string): string | undefined {
  return workspaceMatch(path)?.directory;
}

/** The folder of the workspace that a path lies in: `developer_workspaces/developers/alice`. */
export function workspaceFolder(path: string): string | undefined {
  return workspaceMatch(path)?.folder;
}

/** The workspace directory that only holds components for all others, and whose registry nothing loads. */
export const SHARED = 'shared';

/** The package folder above `steps/` or `registry/`: `src/cursus`, `…/alice/src/cursus_dev`. */
export function packageOf(path: string): string | undefined {
  return /^(.*?)\/(?:steps|registry)\//.exec(path)?.[1];
}

/** Files of tests and mocks: nothing in them registers a step or builds one. */
export function isTestPath(path: string): boolean {
  return /(^|\/)(tests?|testing|mocks?|fixtures?)\/|(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/.test(path);
}

/** The code of registries itself: `registry/`, and `step_catalog/` of later versions. */
export function isRegistryPath(path: string): boolean {
  return /(^|\/)(registry|step_catalog)\//.test(path);
}

/** Anything below the folders that components stand in. */
export function isComponentPath(path: string): boolean {
  return /(^|\/)steps\//.test(path);
}

/** Modules that hold hyperparameter classes, by the convention of their names: `hyperparameters_xgboost.py`. */
export function isHyperparameterPath(path: string): boolean {
  return /hyperparam[^/]*(\/[^/]*)?\.py$/.test(path);
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The file name without its last extension. */
export function stem(path: string): string {
  return fileName(path).replace(/\.[^.]*$/, '');
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function workspaceMatch(path: string): { directory: string; folder: string } | undefined {
  const byPackage = BY_PACKAGE.exec(path);
  if (byPackage !== null)
    return { directory: byPackage[1] ?? '', folder: byPackage[0].replace(/\/?src\/cursus_dev\/$/, '') };
  const byRoot = BY_ROOT.exec(path);
  return byRoot === null ? undefined : { directory: (byRoot[1] ?? byRoot[2])!, folder: byRoot[0].slice(0, -1) };
}

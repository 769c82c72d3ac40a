import * as vscode from 'vscode';

/**
 * Tells whether a folder holds registries. The server starts only if it does, so in other repositories only this file
 * runs: a few stats, at most two searches by name that stop early, and a look into a few small files.
 */

const PROJECT_FILE = 'registry-intelligence.yaml';

/** Paths whose existence is enough; a stat tells. */
const CERTAIN_PATHS = [PROJECT_FILE, 'src/cursus/registry', 'developer_workspaces/developers', '.onextree'];

/** A file of such a name is enough. */
const CERTAIN_FILES =
  '**/{workspace_registry.py,registry/step_names*.py,step_names.yaml,*.step.yaml,*.onex.yaml,.onextree}';

/** Files with names that other tools use, too: they count if their text confirms that they are registries. */
const LIKELY_FILES = '**/{registry.yaml,apcore.yaml,*_meta.yaml,extensions/**/*.py}';

/** Folders with thousands of files that come and go and are never registries. */
export const IRRELEVANT_FOLDERS =
  /\/(?:\.git|\.hg|\.venv|\.tox|\.mypy_cache|\.pytest_cache|node_modules|site-packages|__pycache__)\//;

const EXCLUDED = '**/{.git,.hg,.venv,venv,node_modules,site-packages,__pycache__,.tox,build,dist}/**';

const CONFIRMATIONS: readonly (readonly [name: RegExp, text: RegExp])[] = [
  [
    /(?:^|\/)registry\.yaml$/,
    /^(?:registry_schema_version|artifact_summary|nodes|cli_tools|runtimes|adapters|contracts|packages)\s*:/m,
  ],
  [/(?:^|\/)apcore\.yaml$/, /^extensions\s*:/m],
  [/_meta\.yaml$/, /^(?:entry_point|dependencies|annotations|tags|version|description)\s*:/m],
  [/\.py$(?<=\/extensions\/.*)/, /\binput_schema\b/],
];

const MAX_LIKELY = 32;
const MAX_FOLDERS = 500;
const MAX_BYTES = 256 * 1024;
const MAX_ANCESTORS = 32;
const SEARCH_TIMEOUT = 30_000;

/** Whether the path alone tells that the file belongs to a registry. */
export function isRegistryPath(uri: vscode.Uri): boolean {
  return /\/(?:registry-intelligence\.yaml|workspace_registry\.py|registry\/step_names[^/]*\.py|step_names\.yaml|[^/]*\.(?:step|onex)\.yaml|\.onextree)$/.test(
    uri.path,
  );
}

/**
 * True when a new or saved path is worth another probe: a name that others use too, or a folder (which arrives as one
 * event, whatever is in it).
 */
export function mayHoldRegistries(uri: vscode.Uri): boolean {
  return (
    !IRRELEVANT_FOLDERS.test(uri.path) && (looksLikeFolder(uri) || CONFIRMATIONS.some(([name]) => name.test(uri.path)))
  );
}

/** By its name: asking the disk about every new file would cost more than a wrong guess. */
export function looksLikeFolder(uri: vscode.Uri): boolean {
  const { path } = uri;
  return path.lastIndexOf('.') <= path.lastIndexOf('/') + 1;
}

/**
 * The repository that a folder belongs to: the nearest directory at or above it with a project file, else with `.git`,
 * else undefined.
 */
export async function repositoryRoot(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const ancestors = [folder];
  for (let at = folder; ancestors.length < MAX_ANCESTORS;) {
    const parent = vscode.Uri.joinPath(at, '..');
    if (parent.path === at.path) break;
    ancestors.push(parent);
    at = parent;
  }
  for (const marker of [PROJECT_FILE, '.git']) {
    for (const ancestor of ancestors) if (await exists(vscode.Uri.joinPath(ancestor, marker))) return ancestor;
  }
  return undefined;
}

/** True when something of ours lies in `root` or below. Never throws; what cannot be read does not count. */
export async function holdsRegistries(root: vscode.Uri): Promise<boolean> {
  for (const path of CERTAIN_PATHS) if (await exists(vscode.Uri.joinPath(root, path))) return true;
  const { isCertain, likely } = await (root.scheme === 'file' ? candidatesBySearch(root) : candidatesByListing(root));
  if (isCertain) return true;
  for (const candidate of likely) if (await isConfirmed(candidate)) return true;
  return false;
}

interface Candidates {
  readonly isCertain: boolean;
  readonly likely: readonly vscode.Uri[];
}

async function candidatesBySearch(root: vscode.Uri): Promise<Candidates> {
  const isCertain = (await search(root, CERTAIN_FILES, 1)).length > 0;
  return { isCertain, likely: isCertain ? [] : await search(root, LIKELY_FILES, MAX_LIKELY) };
}

/** Few virtual file systems can be searched, so their folders are listed, the shallowest first. */
async function candidatesByListing(root: vscode.Uri): Promise<Candidates> {
  const folders = [root];
  const likely: vscode.Uri[] = [];
  for (const [i, folder] of folders.entries()) {
    if (i === MAX_FOLDERS) break;
    for (const [name, type] of await entriesOf(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (IRRELEVANT_FOLDERS.test(`${uri.path}/`)) continue;
      if ((type & vscode.FileType.Directory) !== 0) folders.push(uri);
      else if (isRegistryPath(uri)) return { isCertain: true, likely: [] };
      else if (likely.length < MAX_LIKELY && CONFIRMATIONS.some(([sign]) => sign.test(uri.path))) likely.push(uri);
    }
  }
  return { isCertain: false, likely };
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function search(root: vscode.Uri, pattern: string, limit: number): Promise<readonly vscode.Uri[]> {
  const source = new vscode.CancellationTokenSource();
  const timer = setTimeout(() => source.cancel(), SEARCH_TIMEOUT);
  try {
    return await vscode.workspace.findFiles(new vscode.RelativePattern(root, pattern), EXCLUDED, limit, source.token);
  } catch {
    return [];
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}

async function isConfirmed(uri: vscode.Uri): Promise<boolean> {
  const sign = CONFIRMATIONS.find(([name]) => name.test(uri.path))?.[1];
  if (!sign) return false;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MAX_BYTES) return false;
    return sign.test(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    return false;
  }
}

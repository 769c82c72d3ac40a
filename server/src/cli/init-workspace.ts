import path from 'node:path';
import { compareStrings } from '../base/collections';
import type { FileChange } from '../host/write';
import { writeEdits, type EditOptions } from './edit';
import { openRepository, type Repository } from './repository';
import type { Terminal } from './terminal';
import { unknownName, WrongUse } from './wrong-use';

export interface InitOptions extends EditOptions {
  readonly template: keyof typeof TEMPLATES;
  readonly workspacePath?: string;
  readonly copyFrom?: string;
}

/** Makes the folders, the registry and a README of a new developer workspace (document 002). Nothing is overwritten. */
export async function initWorkspace(id: string, options: InitOptions, terminal: Terminal): Promise<number> {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) throw new WrongUse('An id has letters, digits, _ and - only.');
  const { workspacePath, copyFrom, template } = options;
  const repository = await openRepository([], options, terminal, { check: false });
  const { root, workspace, pathOf } = repository;
  const folder = workspacePath ?? `${workspacesFolder(repository)}/${id}`;
  const steps = path.posix.normalize(folder.split(path.sep).join('/')).replace(/\/$/, '');
  if (path.isAbsolute(folder) || steps === '..' || steps.startsWith('../'))
    throw new WrongUse('--workspace-path is a folder below the root.');
  if (workspace.answers.some(each => each.workspaces(workspace.lookup).some(known => known.id === id)))
    throw new WrongUse(`There is a workspace '${id}' already.`);
  const registry = copyFrom === undefined ? TEMPLATES[template](id) : copied(repository, copyFrom, id);
  const files: [string, string][] = [
    [`${steps}/README.md`, readme(id)],
    [`${steps}/src/cursus_dev/__init__.py`, ''],
    [`${steps}/src/cursus_dev/registry/__init__.py`, ''],
    [`${steps}/src/cursus_dev/registry/workspace_registry.py`, registry],
    ...FOLDERS.map((each): [string, string] => [`${steps}/src/cursus_dev/steps/${each}/__init__.py`, '']),
    [`${steps}/test/__init__.py`, ''],
  ];
  const changes = files
    .map(([at, text]): FileChange => ({ path: at, text }))
    .sort((a, b) => compareStrings(a.path, b.path));
  writeEdits(root, changes, options.dryRun === true, terminal, pathOf);
  return 0;
}

const FOLDERS = ['builders', 'configs', 'contracts', 'scripts', 'specs'];
const USUAL = 'developer_workspaces/developers';

/** Beside the workspaces that there are. */
function workspacesFolder({ workspace }: Repository): string {
  const [first] = workspace.answers.flatMap(each => each.workspaces(workspace.lookup));
  return first === undefined ? USUAL : path.posix.dirname(first.folder);
}

/** The registry of another developer, with the id put in its place. */
function copied({ workspace }: Repository, from: string, id: string): string {
  const all = workspace.answers.flatMap(each => each.workspaces(workspace.lookup));
  const found = all.find(each => each.id === from);
  const file = found?.place?.fact.file.path;
  const text = file === undefined ? undefined : workspace.text(file);
  if (text === undefined)
    throw new WrongUse(
      unknownName(
        'workspace',
        from,
        all.map(each => each.id),
      ),
    );
  return text.replace(/(["']developer_id["']\s*:\s*)(["'])[^"'\n]*\2/, `$1$2${id}$2`);
}

const TEMPLATES = {
  minimal: (id: string): string => `LOCAL_STEPS = {}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "${id}",
    "version": "1.0.0",
}
`,
  standard: (id: string): string => `"""Registry of workspace ${id}."""

# Steps that only this workspace has: "Name": {"config_class": "NameConfig", ...}
LOCAL_STEPS = {}

# Rows that replace those of core in this workspace.
STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "${id}",
    "version": "1.0.0",
    "description": "Workspace of ${id}",
}
`,
  advanced: (id: string): string => `"""Registry of workspace ${id}."""

# Steps that only this workspace has: "Name": {"config_class": "NameConfig", ...}
LOCAL_STEPS = {}

# Rows that replace those of core in this workspace.
STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "${id}",
    "version": "1.0.0",
    "description": "Workspace of ${id}",
    "dependencies": [],
    "default_resolution_strategy": "workspace_priority",
    "preferred_frameworks": [],
    "environment_preferences": ["development"],
    "conflict_tolerance": "medium",
}
`,
} as const;

function readme(id: string): string {
  return `# Workspace ${id}

- Steps: \`src/cursus_dev/registry/workspace_registry.py\`
- Their builders, configs, contracts, scripts and specs: \`src/cursus_dev/steps/\`

\`\`\`sh
registry-intel lint --workspace ${id}
registry-intel list steps --workspace ${id}
registry-intel explain <step> --workspace ${id}
\`\`\`
`;
}

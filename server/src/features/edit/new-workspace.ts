import { compareStrings } from '../../base/collections';
import { truncateName } from '../../base/message-text';
import type { Refused } from '../../systems/system';
import type { Workspace } from '../../workspace';

/** How much the registry of a new workspace begins with. */
export type WorkspaceTemplate = keyof typeof TEMPLATES;

/** What a new workspace is made from. */
export interface NewWorkspace {
  readonly template: WorkspaceTemplate;
  /** Relative to the root. By default it is beside the existing workspaces. */
  readonly folder?: string | undefined;
  /** The workspace whose registry is copied; the template is then not used. */
  readonly copyFrom?: string | undefined;
}

/** New files, sorted by path. None of them may exist yet. */
export interface NewFiles {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** The registry among them. */
  readonly registry: string;
}

/** The folders, the registry and a README of a new developer workspace (document 002). */
export function newWorkspace(
  workspace: Workspace,
  id: string,
  { template, folder, copyFrom }: NewWorkspace,
): NewFiles | Refused {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) return { refused: 'An id has letters, digits, _ and - only.' };
  const known = workspace.workspaces;
  if (known.some(each => each.id === id)) return { refused: `There is a workspace '${id}' already.` };
  const text = copyFrom === undefined ? TEMPLATES[template](id) : copiedRegistry(workspace, copyFrom, id);
  if (text === undefined)
    return { refused: `There is no workspace '${truncateName(copyFrom ?? '')}' with a registry that can be read.` };
  const home = folder ?? `${parentOf(known[0]?.folder) ?? DEFAULT_PARENT}/${id}`;
  const registry = `${home}/src/cursus_dev/registry/workspace_registry.py`;
  const files = [
    { path: `${home}/README.md`, text: readme(id) },
    { path: `${home}/src/cursus_dev/__init__.py`, text: '' },
    { path: `${home}/src/cursus_dev/registry/__init__.py`, text: '' },
    { path: registry, text },
    ...FOLDERS.map(each => ({ path: `${home}/src/cursus_dev/steps/${each}/__init__.py`, text: '' })),
    { path: `${home}/test/__init__.py`, text: '' },
  ];
  return { files: files.sort((a, b) => compareStrings(a.path, b.path)), registry };
}

const FOLDERS = ['builders', 'configs', 'contracts', 'scripts', 'specs'];
const DEFAULT_PARENT = 'developer_workspaces/developers';

function parentOf(folder: string | undefined): string | undefined {
  return folder === undefined ? undefined : (/^(.*)\/[^/]*$/.exec(folder)?.[1] ?? '.');
}

/** The registry of another developer, with the id put in its place. */
function copiedRegistry(workspace: Workspace, from: string, id: string): string | undefined {
  const file = workspace.workspaces.find(each => each.id === from)?.place?.fact.file.path;
  const text = file === undefined ? undefined : workspace.text(file);
  return text?.replace(/(["']developer_id["']\s*:\s*)(["'])[^"'\n]*\2/, `$1$2${id}$2`);
}

const TEMPLATES = {
  minimal: (id: string): string => `LOCAL_STEPS = {}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "${id}",
    "version": "1.0.0",
}
`,
  standard: (id: string): string => commented(id, ''),
  advanced: (id: string): string =>
    commented(
      id,
      `    "dependencies": [],
    "default_resolution_strategy": "workspace_priority",
    "preferred_frameworks": [],
    "environment_preferences": ["development"],
    "conflict_tolerance": "medium",
`,
    ),
} as const;

/** A registry with a comment above each table. `metadata` are further lines of `WORKSPACE_METADATA`, each with its line end. */
function commented(id: string, metadata: string): string {
  return `"""Registry of workspace ${id}."""

# Steps that only this workspace has: "Name": {"config_class": "NameConfig", ...}
LOCAL_STEPS = {}

# Rows that replace those of core in this workspace.
STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "${id}",
    "version": "1.0.0",
    "description": "Workspace of ${id}",
${metadata}}
`;
}

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

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
  standard: (id: string): string => commented(id, { locals: exampleRow(id, []), overrides: '', metadata: '' }),
  advanced: (id: string): string =>
    commented(id, {
      locals: exampleRow(id, DECIDING),
      overrides: exampleOverride(id),
      metadata: `    "dependencies": [],
    "default_resolution_strategy": "workspace_priority",
    "preferred_frameworks": [],
    "environment_preferences": ["development"],
    "conflict_tolerance": "medium",
`,
    }),
} as const;

/** The fields that decide between definitions of several workspaces (document 002), with their usual values. */
const DECIDING = [
  '"priority": 90,  # the lower number wins; 100 unless it says otherwise',
  '"framework": "pytorch",',
  '"environment_tags": ["development"],',
  '"conflict_resolution_strategy": "workspace_priority",',
];

/** A row to begin with, as a comment: a workspace that was just made has no step that anybody would resolve. */
function exampleRow(id: string, more: readonly string[]): string {
  const fields = [
    '"config_class": "CustomProcessingConfig",',
    '"builder_step_name": "CustomProcessingStepBuilder",',
    '"spec_type": "CustomProcessing",',
    '"sagemaker_step_type": "Processing",',
    `"description": "What it does for ${id}",`,
    ...more,
  ];
  return ['    # "CustomProcessing": {', ...fields.map(each => `    #     ${each}`), '    # },'].join('\n');
}

/** A row that replaces one of core, as a comment. */
function exampleOverride(id: string): string {
  return `
    # "XGBoostTraining": {
    #     "config_class": "XGBoostTrainingConfig",
    #     "builder_step_name": "XGBoostTrainingStepBuilder",
    #     "spec_type": "XGBoostTraining",
    #     "sagemaker_step_type": "Training",
    #     "description": "XGBoost training as ${id} needs it",
    #     "priority": 80,
    # },
`;
}

/** What the templates with comments differ in: rows of both tables, and further lines of `WORKSPACE_METADATA`, each with its line end. */
interface Examples {
  readonly locals: string;
  readonly overrides: string;
  readonly metadata: string;
}

/** A registry with a comment above each table. */
function commented(id: string, { locals, overrides, metadata }: Examples): string {
  return `"""Registry of workspace ${id}."""

# Steps that only this workspace has.
LOCAL_STEPS = {
${locals}
}

# Rows that replace those of core in this workspace; they have the names of core's.
STEP_OVERRIDES = {${overrides}}

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

In Python, the registry answers for this workspace while it is the context:

\`\`\`python
from cursus.registry import get_step_names, set_workspace_context, workspace_context

set_workspace_context("${id}")            # from here on, or:
with workspace_context("${id}"):          # in this block only
    names = get_step_names()
\`\`\`

Unless the environment says \`CURSUS_HYBRID_REGISTRY=true\`, \`STEP_NAMES\` is that of core whatever the context.
`;
}

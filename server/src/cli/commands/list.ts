import { compareStrings } from '../../base/collections';
import { counted, cut } from '../../base/terminal-columns';
import { visible } from '../../base/escape-invisible';
import { aborts } from '../../features/overviews/aborts';
import { conflicts, type Definition } from '../../features/overviews/conflicts';
import { row, setRows, type Row } from '../../features/text/text-rows';
import { RULES } from '../../rules';
import { writeJson } from '../output/json';
import { conflictsText } from '../output/conflicts-text';
import { VERSION } from '../../features/text/json';
import { abortJson, conflictJson, definitionJson, moduleJson, ownerOf, pointOf } from '../output/lint-json';
import {
  checkWorkspace,
  isInScope,
  openRepository,
  type Repository,
  type RepositoryOptions,
} from '../environment/repository';
import type { Terminal } from '../environment/terminal';

export interface ListOptions extends RepositoryOptions {
  readonly format: 'text' | 'json';
  readonly workspace?: string;
  readonly includeSource?: boolean;
  readonly conflictsOnly?: boolean;
  readonly type?: string;
}

/** What can be listed. */
export const LISTS = ['steps', 'modules', 'artifacts', 'workspaces', 'conflicts', 'rules'] as const;
export type Listed = (typeof LISTS)[number];

/** Lists what a repository holds. Always exit code 0. */
export async function list(
  what: Listed,
  paths: readonly string[],
  options: ListOptions,
  terminal: Terminal,
): Promise<number> {
  if (what === 'rules') listRules(options, terminal);
  else {
    const repository = await openRepository(paths, options, terminal, { check: false });
    checkWorkspace(repository.workspace, options.workspace);
    LISTERS[what](repository, options, terminal);
  }
  return 0;
}

type Lister = (repository: Repository, options: ListOptions, terminal: Terminal) => void;

const LISTERS: Readonly<Record<Exclude<Listed, 'rules'>, Lister>> = {
  steps: listSteps,
  artifacts: listArtifacts,
  modules: listModules,
  workspaces: listWorkspaces,
  conflicts: listConflicts,
};

function listSteps(repository: Repository, options: ListOptions, terminal: Terminal): void {
  const { workspace } = repository;
  const steps = stepsOf(repository, options);
  if (options.format === 'json') {
    writeJson({ version: VERSION, steps: steps.map(item => definitionJson(workspace, item)) }, terminal);
    return;
  }
  const rows = steps.map(item => stepRow(repository, item, options, terminal.width));
  const style = { ...terminal, pathOf: repository.pathOf };
  const view = options.workspace === undefined ? '' : ` in force in workspace ${visible(options.workspace)}`;
  terminal.write([...setRows(rows, style), '', `${counted(steps.length, 'step', 'steps')}${view}`, ''].join('\n'));
}

/** Sorted by name, then core first. */
function stepsOf({ workspace, scope }: Repository, { workspace: id, conflictsOnly, type }: ListOptions): Definition[] {
  const clashing = conflictsOnly === true ? new Set(conflicts(workspace, id).map(({ name }) => name)) : undefined;
  return workspace.answers
    .filter(answers => answers.kind === 'step')
    .flatMap(answers => answers.list(id, workspace.lookup))
    .filter(({ name, place, fields }) => {
      if (clashing?.has(name) === false || !(id !== undefined || isInScope(place.fact.file.path, scope))) return false;
      return type === undefined || String(fields['sagemaker_step_type']).toLowerCase() === type.toLowerCase();
    })
    .sort((a, b) => compareStrings(a.name, b.name) || compareStrings(a.workspace ?? '', b.workspace ?? ''));
}

function stepRow({ workspace, pathOf }: Repository, item: Definition, options: ListOptions, width: number): Row {
  const { path, line } = pointOf(workspace, item);
  const source = options.includeSource === true ? [`${pathOf(path)}:${line}`] : [];
  const { sagemaker_step_type: type, description } = item.fields;
  const about = typeof description === 'string' ? description : '';
  const note = item.loaded ? cut(visible(about), Math.max(20, width / 2)) : `not loaded: ${item.reason ?? ''}`;
  return row(
    item.loaded ? '·' : '✘',
    [item.name, ownerOf(item), typeof type === 'string' ? type : '', ...source],
    note,
  );
}

/** Sorted by name, then version. */
function listArtifacts(repository: Repository, { format, type, includeSource }: ListOptions, terminal: Terminal): void {
  const { workspace, scope, pathOf } = repository;
  const artifacts = workspace.answers
    .filter(answers => answers.kind === 'artifact')
    .flatMap(answers => answers.list(undefined, workspace.lookup))
    .filter(
      ({ place, fields }) => isInScope(place.fact.file.path, scope) && (type === undefined || fields['type'] === type),
    );
  if (format === 'json') {
    const plain = artifacts.map(item => {
      const { line, column } = pointOf(workspace, item);
      return { name: item.name, ...item.fields, scope: item.scope, line, column };
    });
    writeJson({ version: VERSION, artifacts: plain }, terminal);
    return;
  }
  const rows = artifacts.map(item => {
    const { path, line } = pointOf(workspace, item);
    const { type: kind, version, status } = item.fields;
    const source = includeSource === true ? [`${pathOf(path)}:${line}`] : [];
    const cells = [item.name, String(version), String(kind), item.scope, String(status), ...source];
    return row(item.loaded ? '·' : status === 'wip' ? '–' : '✘', cells, item.reason ?? '');
  });
  const lines = setRows(rows, { ...terminal, pathOf });
  const counts = ['valid', 'invalid', 'wip'].map(
    status => `${artifacts.filter(({ fields }) => fields['status'] === status).length} ${status}`,
  );
  const total = counted(artifacts.length, 'version', 'versions');
  terminal.write([...lines, '', `${total}: ${counts.join(', ')}`, ''].join('\n'));
}

/** In the order of registration where there is one; else by name. */
function listModules(repository: Repository, options: ListOptions, terminal: Terminal): void {
  const { workspace, scope, pathOf } = repository;
  const modules = workspace.answers
    .filter(answers => answers.kind === 'module')
    .flatMap(answers => answers.list(undefined, workspace.lookup))
    .filter(({ place }) => isInScope(place.fact.file.path, scope));
  const [aborted] = aborts(workspace);
  if (options.format === 'json') {
    const json = { aborted: aborted === undefined ? null : abortJson(aborted), modules: modules.map(moduleJson) };
    writeJson({ version: VERSION, ...json }, terminal);
    return;
  }
  const orderOf = ({ fields }: Definition): number => (fields['order'] as number | null) ?? Number.MAX_SAFE_INTEGER;
  const rows = [...modules]
    .sort((a, b) => orderOf(a) - orderOf(b))
    .map(({ name, place, fields, loaded, reason }) => {
      const order = typeof fields['order'] === 'number' ? String(fields['order']) : '';
      const version = typeof fields['version'] === 'string' ? fields['version'] : '';
      const path = pathOf(place.fact.file.path);
      const isLost = fields['outcome'] === 'skipped';
      return row(loaded ? '·' : '✘', [order, name, version, path], isLost ? `skipped: ${reason ?? ''}` : '');
    });
  const abort = aborted === undefined ? [] : ['', visible(`Discovery aborts: ${aborted.message}`)];
  const registered = modules.filter(({ loaded }) => loaded).length;
  const total = `${counted(modules.length, 'module', 'modules')}, ${registered} registered`;
  terminal.write([...setRows(rows, { ...terminal, pathOf }), ...abort, '', total, ''].join('\n'));
}

function listWorkspaces(repository: Repository, options: ListOptions, terminal: Terminal): void {
  const { workspace, pathOf } = repository;
  const { lookup } = workspace;
  const all = workspace.answers.flatMap(answers => {
    const items = answers.list(undefined, lookup);
    return answers.workspaces(lookup).map(({ id, folder, place }) => {
      const own = items.filter(
        item => item.workspace === id && item.loaded && isInScope(item.place.fact.file.path, [folder]),
      );
      const overrides = own.filter(item => item.scope === 'override').length;
      return { id, path: folder, registry: place?.fact.file.path ?? null, steps: own.length - overrides, overrides };
    });
  });
  const shown = all
    .filter(({ id }) => options.workspace === undefined || id === options.workspace)
    .sort((a, b) => compareStrings(a.id, b.id) || compareStrings(a.path, b.path));
  if (options.format === 'json') {
    writeJson({ version: VERSION, workspaces: shown }, terminal);
    return;
  }
  const rows = shown.map(({ id, path, steps, overrides }) =>
    row('·', [id, counted(steps, 'step', 'steps'), counted(overrides, 'override', 'overrides'), pathOf(path)], ''),
  );
  const lines = setRows(rows, { ...terminal, pathOf });
  terminal.write([...lines, '', counted(shown.length, 'workspace', 'workspaces'), ''].join('\n'));
}

function listConflicts(repository: Repository, options: ListOptions, terminal: Terminal): void {
  const { workspace } = repository;
  const all = conflicts(workspace, options.workspace);
  if (options.format === 'json')
    writeJson({ version: VERSION, conflicts: all.map(each => conflictJson(workspace, each)) }, terminal);
  else terminal.write(conflictsText(repository, all, terminal));
}

function listRules(options: ListOptions, terminal: Terminal): void {
  const rules = [...RULES].sort((a, b) => compareStrings(a.code, b.code));
  if (options.format === 'json') {
    const plain = rules.map(({ code, severity, summary }) => ({ code, severity, summary }));
    writeJson({ version: VERSION, rules: plain }, terminal);
    return;
  }
  const rows = rules.map(({ code, severity, summary }) => row('·', [code, severity], summary));
  const lines = setRows(rows, { ...terminal, pathOf: path => path });
  terminal.write(
    [...lines, '', `${counted(rules.length, 'rule', 'rules')}; registry-intel rules <code> says more`, ''].join('\n'),
  );
}

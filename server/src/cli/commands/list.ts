import { compareStrings } from '../../base/collections';
import { pluralize, truncateToWidth } from '../../base/terminal-columns';
import { escapeInvisible } from '../../base/message-text';
import {
  hiddenDefinitions,
  possibleConflicts,
  undecidedInWords,
  undecidedOf,
  type Definition,
} from '../../features/overviews/conflicts';
import { row, alignedRows, type Row } from '../../features/text/text-rows';
import type { OpenPart } from '../../features/overviews/registries';
import { RULES } from '../../rules';
import { conflictsText, hiddenText } from '../output/conflicts-text';
import { JSON_VERSION, jsonText } from '../../features/text/json';
import {
  abortJson,
  conflictJson,
  definitionJson,
  hiddenJson,
  lossInWords,
  openPartJson,
  ownerInWords,
  reasonPlaceJson,
  startOf,
} from '../output/lint-json';
import {
  checkWorkspace,
  isInScope,
  openRepository,
  type Repository,
  type RepositoryOptions,
} from '../environment/repository';
import type { Workspace } from '../../workspace';
import type { Terminal } from '../environment/terminal';
import { WrongUse } from '../environment/wrong-use';

/** The options of `list`. */
export interface ListOptions extends RepositoryOptions {
  /** `table` is what the documents call text. */
  readonly format: 'text' | 'json' | 'table';
  readonly workspace?: string;
  readonly includeSource?: boolean;
  readonly conflictsOnly?: boolean;
  readonly type?: string;
  readonly tag?: readonly string[];
  readonly prefix?: string;
  readonly own?: boolean;
}

/** Lists what a repository holds. Always exit code 0. */
export async function list(
  what: string,
  paths: readonly string[],
  options: ListOptions,
  terminal: Terminal,
): Promise<number> {
  if (what === 'rules') listRules(options, terminal);
  else {
    const repository = await openRepository(paths, options, terminal, { check: false });
    checkWorkspace(repository.workspace, options.workspace);
    if (what === 'workspaces') listWorkspaces(repository, options, terminal);
    else if (what === 'conflicts') listConflicts(repository, options, terminal);
    else listDefinitions(answersFor(what, repository), repository, options, terminal);
  }
  return 0;
}

type Answers = Workspace['answers'][number];

function answersFor(what: string, { workspace: { answers } }: Repository): Answers {
  const found = answers.find(each => each.plural === what);
  if (found === undefined) throw new WrongUse(`Say what to list: ${answers.map(({ plural }) => plural).join(', ')}, …`);
  return found;
}

/** The definitions of one system, as it shows them. */
function listDefinitions(answers: Answers, repository: Repository, options: ListOptions, terminal: Terminal): void {
  const { workspace } = repository;
  const { plural, listing } = answers;
  const items = definitionsOf(answers, repository, options);
  const [aborted] = answers.aborts?.(workspace.lookup) ?? [];
  const open = answers.openParts?.(viewOf(answers, options), workspace.lookup) ?? [];
  if (options.format === 'json') {
    const json = items.map(item => {
      const { line, column } = startOf(workspace, item);
      const own = listing?.json?.(item, { line, column });
      return own === undefined ? definitionJson(workspace, item) : { ...own, ...reasonPlaceJson(workspace, item) };
    });
    const parts = open.length === 0 ? {} : { open: open.map(part => openPartJson(workspace, part)) };
    const ends = answers.aborts && { aborted: aborted === undefined ? null : abortJson(aborted) };
    terminal.write(jsonText({ version: JSON_VERSION, ...ends, [plural]: json, ...parts }));
    return;
  }
  const { rows, total } = listing?.table?.(items) ?? tableOf(items, open, answers);
  const lines = alignedRows(
    [
      ...rows.map(each => rowOf(each, repository, options, terminal.width)),
      ...open.map(part => row('?', [`more in ${part.name}`, part.workspace ?? 'core'], part.reason)),
    ],
    terminal,
  );
  const verb = aborted?.certain === false ? 'may abort' : 'aborts';
  const aside = aborted?.unknown === undefined ? '' : ` (${aborted.unknown})`;
  const abort = aborted === undefined ? [] : ['', escapeInvisible(`Discovery ${verb}: ${aborted.message}${aside}`)];
  const view = viewOf(answers, options);
  const where = view === undefined ? '' : ` in force in workspace ${escapeInvisible(view)}`;
  terminal.write([...lines, ...abort, '', `${total}${where}`, ''].join('\n'));
}

/** Sorted by name, then core first; else as their system has them. */
function definitionsOf(answers: Answers, { workspace, scope }: Repository, options: ListOptions): Definition[] {
  const { type, conflictsOnly, tag = [], prefix = '', own } = options;
  const { kind, listing } = answers;
  const view = viewOf(answers, options);
  const clashing =
    conflictsOnly === true && answers.workspaces !== undefined
      ? new Set(possibleConflicts(workspace, view).flatMap(each => (each.kind === kind ? each.name : [])))
      : undefined;
  return answers
    .list(view, workspace.lookup)
    .filter(item => {
      if (clashing?.has(item.name) === false || !item.name.startsWith(prefix)) return false;
      if (own === true && item.workspace !== options.workspace) return false;
      if (!tag.every(each => item.tags?.includes(each) === true)) return false;
      if (view === undefined && !isInScope(item.place.fact.file.path, scope)) return false;
      return type === undefined || listing?.isOfType?.(item, type) !== false;
    })
    .sort((a, b) => compareStrings(a.name, b.name) || compareStrings(a.workspace ?? '', b.workspace ?? ''));
}

/** The workspace whose view is listed, where a system has such views; with `--own` none is, but the workspace's own rows. */
function viewOf(answers: Answers, { workspace, own }: ListOptions): string | undefined {
  return answers.workspaces === undefined || own === true ? undefined : workspace;
}

type Table = ReturnType<NonNullable<NonNullable<Answers['listing']>['table']>>;

/** How definitions are shown of which a system says nothing else: name, owner, type and description. */
function tableOf(items: readonly Definition[], open: readonly OpenPart[], answers: Answers): Table {
  const rows = items.map(item => {
    const { description } = item.fields;
    const about = typeof description === 'string' ? description : '';
    const note = item.loaded === true ? about : lossInWords(item);
    return { item, cells: [item.name, ownerInWords(item), answers.typeOf?.(item) ?? ''], note };
  });
  return {
    rows,
    total: `${pluralize(items.length, answers.kind, answers.plural)}${undecidedInWords(undecidedOf(items, open), open.length)}`,
  };
}

/**
 * The row of a definition. The note of a loaded one may be cut; the reason why one is not loaded is shown completely.
 */
function rowOf(
  { item, mark, cells, hasPath, note }: Table['rows'][number],
  { workspace, pathOf }: Repository,
  { includeSource }: ListOptions,
  width: number,
): Row {
  const { path, line } = startOf(workspace, item);
  const source = hasPath === true ? [pathOf(path)] : includeSource === true ? [`${pathOf(path)}:${line}`] : [];
  const text = item.loaded === true ? truncateToWidth(escapeInvisible(note), Math.max(20, width / 2)) : note;
  return row(mark ?? markOf(item), [...cells, ...source], text);
}

function markOf({ loaded }: Pick<Definition, 'loaded'>): string {
  return loaded === null ? '?' : loaded ? '·' : '✘';
}

function listWorkspaces(repository: Repository, options: ListOptions, terminal: Terminal): void {
  const { workspace, pathOf } = repository;
  const { lookup } = workspace;
  const all = workspace.answers.flatMap(answers => {
    const { kind, plural } = answers;
    const items = answers.workspaces === undefined ? [] : answers.list(undefined, lookup);
    const openParts = answers.openParts?.(undefined, lookup) ?? [];
    return (answers.workspaces?.(lookup) ?? []).map(({ id, folder, place, loaded, reason }) => {
      const isOf = (each: Pick<Definition, 'workspace' | 'place'>): boolean =>
        each.workspace === id && isInScope(each.place.fact.file.path, [folder]);
      const written = items.filter(isOf);
      const own = written.filter(item => item.loaded === true);
      const overrides = own.filter(item => item.scope === 'override').length;
      return {
        id,
        folder,
        registry: place?.fact.file.path ?? null,
        kind,
        plural,
        locals: own.length - overrides,
        overrides,
        undecided: undecidedOf(written, openParts.filter(isOf)),
        loaded,
        ...(reason === undefined ? {} : { reason }),
      };
    });
  });
  const asked = all
    .filter(({ id }) => options.workspace === undefined || id === options.workspace)
    .sort((a, b) => compareStrings(a.id, b.id) || compareStrings(a.folder, b.folder));
  const [lost, shown] = [asked.filter(each => each.loaded === false), asked.filter(each => each.loaded !== false)];
  if (options.format === 'json') {
    const json = shown.map(({ id, folder, registry, plural, locals, overrides, undecided, loaded, reason }) => {
      return { id, path: folder, registry, [plural]: locals, overrides, undecided, loaded, ...(reason && { reason }) };
    });
    const unloaded = lost.map(({ id, folder, registry, reason }) => ({ id, path: folder, registry, reason }));
    terminal.write(jsonText({ version: JSON_VERSION, workspaces: json, not_loaded: unloaded }));
    return;
  }
  const rows = asked.map(each => {
    const { id, folder, kind, plural, locals, overrides, undecided, loaded } = each;
    const cells = [id, pluralize(locals, kind, plural), pluralize(overrides, 'override', 'overrides'), pathOf(folder)];
    if (loaded !== true) return row(markOf(each), cells, lossInWords(each));
    return row(
      undecided === 0 ? markOf(each) : '?',
      cells,
      undecided === 0 ? '' : `and ${undecided} that cannot be told`,
    );
  });
  const lines = alignedRows(rows, terminal);
  const count = new Set(shown.map(({ id }) => id)).size;
  const where = count === shown.length ? '' : ` in ${shown.length} directories`;
  terminal.write([...lines, '', `${pluralize(count, 'workspace', 'workspaces')}${where}`, ''].join('\n'));
}

function listConflicts(repository: Repository, options: ListOptions, terminal: Terminal): void {
  const { workspace } = repository;
  const all = possibleConflicts(workspace, options.workspace);
  const hidden = options.workspace === undefined ? hiddenDefinitions(workspace) : [];
  if (options.format === 'json') {
    const json = hidden.length === 0 ? {} : { hidden: hidden.map(each => hiddenJson(workspace, each)) };
    const conflicts = all.map(each => conflictJson(workspace, each));
    terminal.write(jsonText({ version: JSON_VERSION, conflicts, ...json }));
  } else terminal.write(conflictsText(repository, all, terminal) + hiddenText(repository, hidden, terminal));
}

function listRules(options: ListOptions, terminal: Terminal): void {
  const rules = [...RULES].sort((a, b) => compareStrings(a.code, b.code));
  if (options.format === 'json') {
    const plain = rules.map(({ code, severity, summary }) => ({ code, severity, summary }));
    terminal.write(jsonText({ version: JSON_VERSION, rules: plain }));
    return;
  }
  const rows = rules.map(({ code, severity, summary }) => row('·', [code, severity], summary));
  const lines = alignedRows(rows, terminal);
  terminal.write(
    [...lines, '', `${pluralize(rules.length, 'rule', 'rules')}; registry-intel rules <code> says more`, ''].join('\n'),
  );
}

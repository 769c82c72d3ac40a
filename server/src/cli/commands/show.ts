import { compareStrings } from '../../base/collections';
import { escapeInvisible } from '../../base/message-text';
import { padToWidth } from '../../base/terminal-columns';
import type { Definition } from '../../features/overviews/conflicts';
import { contextOf } from '../../features/context';
import type { Context } from '../../model/explanation';
import { explainJson } from '../../features/explain/json';
import { componentsText } from '../../features/explain/text';
import { askedOf, explainableNames } from '../../features/explain/explain';
import { meant } from '../../features/explain/meant';
import { JSON_VERSION, jsonText } from '../../features/text/json';
import { definitionJson, lossInWords, ownerInWords, startOf } from '../output/lint-json';
import {
  asPath,
  checkWorkspace,
  kindsOf,
  openRepository,
  workspaceAt,
  type Repository,
  type RepositoryOptions,
} from '../environment/repository';
import type { Terminal } from '../environment/terminal';
import { unknownName } from '../environment/wrong-use';

/** The options of `show`. */
export interface ShowOptions extends RepositoryOptions {
  readonly format: 'text' | 'json';
  readonly workspace?: string;
  readonly kind?: string;
}

/** Shows every definition of a name, and what the one in force runs with. Exit code 1 when nothing has the name. */
export async function show(
  name: string,
  paths: readonly string[],
  options: ShowOptions,
  terminal: Terminal,
): Promise<number> {
  const repository = await openRepository(paths, options, terminal, { check: false });
  const { workspace } = repository;
  checkWorkspace(workspace, options.workspace);
  const context = contextOf(workspace, undefined, { requested: requestedWorkspace(repository, options) });
  const { name: shown, definitions } = shownFor(asPath(repository, name) ?? name, repository, options, context);
  if (definitions.length === 0) {
    terminal.note(`${unknownName(kindsOf(workspace, options.kind), name, explainableNames(workspace))}\n`);
    if (options.format === 'json')
      terminal.write(jsonText({ version: JSON_VERSION, name, definitions: [], components: [] }));
    return 1;
  }
  const explanations = workspace.answers
    .filter(({ kind }) => definitions.some(item => item.kind === kind))
    .map(answers => answers.explain(shown, context, workspace.lookup));
  if (options.format === 'json') {
    const components = explanations.flatMap(each => explainJson(workspace, each).components);
    const all = definitions.map(item => ({ kind: item.kind, ...definitionJson(workspace, item) }));
    terminal.write(jsonText({ version: JSON_VERSION, name: shown, definitions: all, components }));
    return 0;
  }
  const style = { ...terminal, pathOf: repository.pathOf };
  const parts = [
    ...definitions.map(item => definitionText(repository, item, terminal)),
    ...explanations.map(each => componentsText(workspace, each, style)),
  ];
  terminal.write(`${parts.filter(part => part !== '').join('\n\n')}\n`);
  return 0;
}

interface Shown {
  readonly name: string;
  readonly definitions: readonly Definition[];
}

/** The definitions of a name or, where a text is none, of what it means: a class, a file, a line. */
function shownFor(text: string, repository: Repository, options: ShowOptions, context: Context): Shown {
  const definitions = definitionsOf(text, repository, options, context);
  if (definitions.length > 0) return { name: text, definitions };
  const { workspace } = repository;
  const [found] = meant(workspace, text, context, askedOf(workspace, options.kind));
  if (found?.name === undefined) return { name: text, definitions };
  const { kind } = found.answers;
  return { name: found.name, definitions: definitionsOf(found.name, repository, { ...options, kind }, context) };
}

/** The definitions with this name; if there are none, those that the name stands for, such as a version or an alias. */
function definitionsOf(
  name: string,
  { workspace: { answers: all, lookup } }: Repository,
  { workspace: id, kind }: ShowOptions,
  context: Context,
): Definition[] {
  return all
    .filter(answers => kind === undefined || answers.kind === kind)
    .flatMap(answers => {
      const items = answers.list(id, lookup);
      const own = items.filter(item => item.name === name);
      if (own.length > 0) return own;
      const { trace } = answers.explain(name, context, lookup);
      const meant = new Set(trace.flatMap(({ verdict, at }) => (verdict === 'excluded' ? [] : (at?.fact ?? []))));
      return items.filter(({ place }) => meant.has(place.fact));
    })
    .sort((a, b) => compareStrings(a.workspace ?? '', b.workspace ?? ''));
}

function requestedWorkspace(repository: Repository, { workspace }: ShowOptions): { workspace?: string } {
  const id = workspace ?? workspaceAt(repository);
  return id === undefined ? {} : { workspace: id };
}

function definitionText({ workspace, pathOf }: Repository, item: Definition, { paint }: Terminal): string {
  const { path, line } = startOf(workspace, item);
  const lost = item.loaded === true ? '' : paint.red(`  ${escapeInvisible(lossInWords(item))}`);
  const head = `${paint.bold(escapeInvisible(item.name))}   ${escapeInvisible(ownerInWords(item))}   ${escapeInvisible(pathOf(path))}:${line}${lost}`;
  const fields = Object.entries(item.fields);
  const width = Math.max(0, ...fields.map(([name]) => name.length));
  const lines = fields.map(
    ([name, value]) =>
      `    ${paint.dim(padToWidth(escapeInvisible(name), width))}   ${escapeInvisible(inWords(value))}`,
  );
  return [head, ...lines].join('\n');
}

function inWords(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every(each => typeof each === 'string')
    ? value.join(', ')
    : JSON.stringify(value);
}

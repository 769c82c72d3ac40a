import { contextOf } from '../../features/context';
import { explain, explainableNames } from '../../features/explain/explain';
import { explainJson } from '../../features/explain/json';
import { explainMarkdown } from '../../features/explain/markdown';
import { explainText } from '../../features/explain/text';
import { uriPath } from '../../features/text/locations';
import type { Context, Explanation } from '../../model/explanation';
import type { Mode, Profile } from '../../model/settings';
import { JSON_VERSION, jsonText } from '../../features/text/json';
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

/** The options of `explain`. */
export interface ExplainOptions extends RepositoryOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly workspace?: string;
  readonly framework?: string;
  readonly environment?: readonly string[];
  readonly mode?: Mode;
  readonly profile?: Profile;
  readonly kind?: string;
}

/** Explains what a name means and why. Exit code 1 when it is not resolved. */
export async function explainCommand(
  name: string,
  paths: readonly string[],
  options: ExplainOptions,
  terminal: Terminal,
): Promise<number> {
  const repository = await openRepository(paths, options, terminal, { check: false });
  const { workspace, pathOf } = repository;
  checkWorkspace(workspace, options.workspace);
  const text = asPath(repository, name) ?? name;
  const context = contextFor(repository, options);
  const first = explain(workspace, text, context, options.kind);
  const chosen = options.format === 'text' ? await choiceFor(first, terminal) : undefined;
  const found = chosen === undefined ? first : explain(workspace, text, { ...context, chosen }, options.kind);
  const known = explainableNames(workspace);
  const isUnknown = !known.includes(name) && found.every(saysNothing);
  if (isUnknown) terminal.note(`${unknownName(kindsOf(workspace, options.kind), name, known)}\n`);
  if (isUnknown && options.format !== 'json') return 1;
  if (options.format === 'json') {
    const [first, ...also] = found.map(each => explainJson(workspace, each));
    terminal.write(jsonText({ version: JSON_VERSION, ...first, ...(also.length === 0 ? {} : { also }) }));
  } else if (options.format === 'markdown') {
    const linkTo = (path: string, line: number): string => `${uriPath(pathOf(path))}#L${line}`;
    terminal.write(found.map(each => explainMarkdown(workspace, each, linkTo)).join('\n'));
  } else terminal.write(found.map(each => explainText(workspace, each, { ...terminal, pathOf })).join('\n'));
  return found.some(each => each.outcome.resolved) ? 0 : 1;
}

/** What the person at the terminal chooses where the mode `interactive` leaves it open; undefined for nothing, and where nobody is there. */
async function choiceFor(found: readonly Explanation[], { ask }: Terminal): Promise<Context['chosen']> {
  const open = found.find(({ outcome }) => outcome.choices !== undefined);
  const choices = open?.outcome.choices;
  if (ask === undefined || open === undefined || choices === undefined) return undefined;
  const chosen = choices[(await ask(`Which definition of ${open.subject} is meant?`, choices)) ?? -1];
  return chosen === undefined ? undefined : new Map([[open.subject, chosen]]);
}

/** Whether an explanation has no more to say than that there is no such name. */
function saysNothing({ outcome, recommendations, trace }: Explanation): boolean {
  const isNowhere = trace.every(({ verdict }) => verdict === 'absent');
  return outcome.resolved === false && recommendations.length === 0 && isNowhere;
}

/** What the caller says, else the workspace the caller stands in, else the environment's, else core. */
function contextFor(repository: Repository, options: ExplainOptions): Context {
  const { workspace, framework, environment, mode, profile } = options;
  const preferences = {
    requested: { workspace, framework, environment, mode, profile },
    environmentWorkspace: process.env['CURSUS_WORKSPACE_ID'],
  };
  return contextOf(repository.workspace, undefined, preferences, workspaceAt(repository));
}

import type { Context, TraceItem } from '../../model/explanation';
import type { Answers } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { explainableAround } from './explainable';

/** The name of a thing that a system can explain, and how a text led to it. */
export interface Meant {
  readonly answers: Answers;
  /** The name; absent where nothing was found. */
  readonly name?: string;
  /** What was tried on the way; empty where the text itself is the name. */
  readonly tried: readonly TraceItem[];
}

/**
 * What a text means that somebody has in hand: the name of a thing, in every system that knows it; else a path with a line
 * (`steps.py:41`), the path of a file that holds one thing, or whatever one of the systems takes it for.
 */
export function meant(
  workspace: Workspace,
  text: string,
  context: Context,
  asked: readonly Answers[],
): readonly Meant[] {
  const knowing = asked.filter(answers => answers.names(workspace.lookup).includes(text));
  if (knowing.length > 0) return knowing.map(answers => ({ answers, name: text, tried: [] }));
  const placed = atLine(workspace, text, context, asked) ?? inFile(workspace, text, asked);
  if (placed !== undefined) return [placed];
  const tries = asked.map(answers => triedBy(answers, text, context, workspace));
  const found = tries.find(({ name }) => name !== undefined);
  return found === undefined ? tries : [found];
}

function triedBy(answers: Answers, text: string, context: Context, { lookup }: Workspace): Meant {
  return { answers, ...(answers.meaning?.(text, context, lookup) ?? { tried: [] }) };
}

/** What the first word on a line of a file means that means something, as to somebody whose caret stands there. */
function atLine(workspace: Workspace, text: string, context: Context, asked: readonly Answers[]): Meant | undefined {
  const [, path = '', number = ''] = /^(.+?):(\d+)(?::\d+)?$/.exec(text) ?? [];
  const content = path === '' || workspace.file(path) === undefined ? undefined : workspace.text(path);
  const lines = content?.split(/(?<=\n)/);
  const line = lines?.[Number(number) - 1];
  if (lines === undefined || line === undefined) return undefined;
  const start = lines.slice(0, Number(number) - 1).join('').length;
  for (const { index } of line.matchAll(/\S/g)) {
    const found = around(workspace, path, start + index, context, asked);
    if (found !== undefined) return { ...found, tried: [here(`line ${number} of ${path}`, found)] };
  }
  return undefined;
}

function around(
  workspace: Workspace,
  path: string,
  offset: number,
  context: Context,
  asked: readonly Answers[],
): Meant | undefined {
  const found = explainableAround(workspace, path, offset, { requested: context });
  const answers = asked.find(({ kind }) => kind === found?.kind);
  return found === undefined || answers === undefined ? undefined : { answers, name: found.name, tried: [] };
}

/** The one thing that a file holds; of several none is meant more than the others. */
function inFile(workspace: Workspace, path: string, asked: readonly Answers[]): Meant | undefined {
  if (workspace.file(path) === undefined) return undefined;
  const found = asked.flatMap(answers =>
    answers
      .list(undefined, workspace.lookup)
      .filter(({ place }) => place.fact.file.path === path)
      .map(({ name }) => ({ answers, name, tried: [] })),
  );
  const [only, other] = found;
  return only === undefined || other !== undefined ? undefined : { ...only, tried: [here(path, only)] };
}

function here(source: string, { name }: Meant): TraceItem {
  return { source, verdict: 'selected', why: `'${name ?? ''}' is meant` };
}

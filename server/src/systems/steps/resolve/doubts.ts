import { memoizePerObject } from '../../../base/memoize-per-object';
import { Part, type Fact, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { unseenAnywhere, unseenInWords } from '../../../model/unseen';
import { openPart } from '../components/open-part';
import { coreOf } from '../define/core';
import { runOf } from '../define/core-rows';
import type { Definition } from '../define/definitions';
import { loadingPoints, stepsTable } from '../define/steps-table';
import { type Verdict } from '../define/verdict';
import { workspacesOf, type WorkspaceInfo } from '../define/workspaces';
import { isVariable, type VariableFact } from '../facts';
import type { Decision } from './decide';
import type { EffectiveContext } from './effective-context';

/** A definition that may exist: a row of which it cannot be told whether it is loaded, or any row of a table that code fills. */
export interface Doubt {
  readonly scope: Definition['scope'];
  readonly workspace: string | undefined;
  /** Why it cannot be told; begins with `cannot tell: `. */
  readonly reason: string;
  readonly at: Place;
}

/** What may define a name beside the definitions that are loaded for certain. */
export function doubtsAbout(
  definitions: readonly Definition[],
  { profile, info }: EffectiveContext,
  lookup: Lookup,
): Doubt[] {
  const rows = definitions.flatMap(({ loaded, entry, scope, workspace, reason = '', reasonAt }) =>
    loaded === null ? [{ scope, workspace, reason, at: reasonAt ?? { fact: entry, part: Part.name } }] : [],
  );
  const known = new Set(definitions.map(({ scope, workspace }) => `${scope} ${workspace ?? ''}`));
  const consulted = profile !== 'isolated' ? workspacesOf(lookup) : info === undefined ? [] : [info];
  const tables = consulted.flatMap(each => openTables(each, lookup));
  const core = coreDoubt(lookup);
  const open = [...(core === undefined ? [] : [core]), ...tables];
  return [...rows, ...open.filter(table => !known.has(`${table.scope} ${table.workspace ?? ''}`))];
}

/** What core may hold beside the rows in sight; undefined if it is known as a whole. */
export function coreDoubt(lookup: Lookup): Doubt | undefined {
  const core = coreOf(lookup);
  if (core?.open !== true) return undefined;
  return lookup.remember('core doubt:', inner => {
    const header = core.headers.find(each => each.open || each.file.incomplete) ?? core.headers[0];
    if (header === undefined) return undefined;
    const { open, file } = header;
    const whole = { fact: header, part: Part.whole };
    if (!open && file.incomplete)
      return doubtOfCore(`the core registry (${file.path}) cannot be read as a whole`, whole);
    const unseen = open ? undefined : unseenAnywhere(inner);
    if (unseen !== undefined)
      return doubtOfCore(`core may have it elsewhere, since ${unseenInWords(unseen, inner)}`, whole);
    return doubtOfCore(`code decides part of the core registry (${file.path})`, openPart(header, inner));
  });
}

function doubtOfCore(reason: string, at: Place): Doubt {
  return { scope: 'core', workspace: undefined, reason: `cannot tell: ${reason}`, at };
}

/** The tables of a workspace that may hold rows which its text does not name. */
export function openTables({ id, header }: WorkspaceInfo, lookup: Lookup): Doubt[] {
  const run = runOf(header, lookup);
  if (run !== undefined && run.outcome !== 'cannot tell') return [];
  const steps = stepsTable(lookup);
  const { stopsAt } = loadingPoints(header, lookup);
  return openVariables(lookup.contents(header.file).facts).flatMap((fact): Doubt[] => {
    const scope = fact.name === steps ? 'workspace' : fact.name === 'STEP_OVERRIDES' ? 'override' : undefined;
    if (scope === undefined || (stopsAt?.table === steps && scope === 'override')) return [];
    const reason = `cannot tell: ${fact.unknown[0] ?? ''} decides part of ${fact.name} of '${id}' at run time`;
    return [{ scope, workspace: id, reason, at: { fact, part: Part.fieldValue(1) } }];
  });
}

const openVariables = memoizePerObject((facts: readonly Fact[]): readonly VariableFact[] =>
  facts.filter(isVariable).filter(({ unknown, replaced }) => unknown.length > 0 && replaced !== true),
);

/** The first doubt that decides who wins; undefined if the decision holds whatever comes of the doubts. */
export function decisiveDoubt(
  doubts: readonly Doubt[],
  { winner, strategy }: Decision,
  { profile, workspace }: EffectiveContext,
): Doubt | undefined {
  const isOwn = (each: { readonly workspace: string | undefined }): boolean => each.workspace === workspace;
  if (profile === 'intelligent') {
    if (winner === undefined || strategy !== 'workspace_priority') return doubts[0];
    return doubts.find(doubt => isOwn(doubt) && doubt.scope === 'override' && winner.scope === 'workspace');
  }
  const first = profile === 'isolated' ? 'override' : 'workspace';
  const rank = (each: Pick<Doubt, 'scope' | 'workspace'>): number => {
    if (each.scope === 'core') return 4;
    return (isOwn(each) ? 0 : 2) + (each.scope === first ? 0 : 1);
  };
  const consulted = profile === 'isolated' ? doubts.filter(each => isOwn(each) || each.scope === 'core') : doubts;
  // Among other workspaces the order of directories decides, which is not known: any of them may be the first.
  return consulted.find(
    doubt =>
      winner === undefined ||
      rank(doubt) < rank(winner) ||
      (rank(doubt) > 1 && rank(winner) > 1 && winner.scope !== 'core' && doubt.scope !== 'core'),
  );
}

/** A decision that depends on a doubt: nobody can be said to win. */
export function withDoubt(decision: Decision, { reason, at }: Pick<Doubt, 'reason' | 'at'>): Decision {
  return { ...decision, winner: undefined, strategy: undefined, reason, tied: [], ambiguous: false, undecided: { at } };
}

/** The verdict about a row that a doubtful one may replace. */
export function doubtfulVerdict({ reason, at }: Pick<Doubt, 'reason' | 'at'>): Verdict {
  return { loaded: null, reason, reasonAt: at };
}

import { compareStrings, groupBy } from '../../base/collections';
import type { Context, Outcome } from '../../model/explanation';
import type { OpenPart } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { contextOf } from '../context';

/** One name that two or more developer workspaces define. */
export interface Conflict {
  readonly kind: string;
  readonly name: string;
  /** Whether two workspaces have it for certain; else code decides whether one of the definitions is loaded. */
  readonly certain: boolean;
  /** Every definition that is loaded or may be, core's too; by workspace, core first. */
  readonly definitions: readonly Definition[];
  /** The strategy that decides outside of all workspaces; undefined if none does. */
  readonly strategy: string | undefined;
  /** Who wins outside of all workspaces, then who wins in each workspace that defines the name. */
  readonly winners: readonly { readonly workspace: string | undefined; readonly outcome: Outcome }[];
}

/** One definition, as its system lists it. */
export type Definition = ReturnType<Workspace['answers'][number]['list']>[number];

/** What code decides at run time: definitions of which it cannot be told whether they are loaded, and tables that may hold more of them. */
export function undecidedOf(definitions: readonly Definition[], open: readonly OpenPart[]): number {
  return definitions.filter(({ loaded }) => loaded === null).length + open.length;
}

/** The remark behind a count of things, `undecided` of which cannot be told, tables that may hold more of them included; empty where all are decided. */
export function undecidedInWords(undecided: number, openTables = 0): string {
  const count = undecided - openTables;
  const among = count === 0 ? '' : `, ${count} of which cannot be told`;
  return openTables === 0 ? among : `${among}, and what code adds`;
}

/** The owner of a definition: a workspace, an extension root or a registry; empty for core. */
export function ownerOf({ workspace, container }: Pick<Definition, 'workspace' | 'container'>): string {
  return workspace ?? container ?? '';
}

/** The conflicts between developer workspaces that there are for certain, sorted by name. */
export function conflicts(workspace: Workspace): Conflict[] {
  return possibleConflicts(workspace).filter(({ certain }) => certain);
}

/**
 * The conflicts between developer workspaces, those that cannot be told included, sorted by name; with `within`, only those that
 * involve this workspace.
 */
export function possibleConflicts(workspace: Workspace, within?: string): Conflict[] {
  return workspace.answers
    .flatMap(answers => {
      const held = answers.list(undefined, workspace.lookup).filter(item => item.loaded !== false);
      return [...groupBy(held, item => item.name)].flatMap(([name, definitions]) => {
        const owners = ownersOf(definitions);
        if (owners.length < 2 || (within !== undefined && !owners.includes(within))) return [];
        return conflict(workspace, answers, name, definitions);
      });
    })
    .sort((a, b) => compareStrings(a.name, b.name));
}

function conflict(
  workspace: Workspace,
  answers: Workspace['answers'][number],
  name: string,
  definitions: readonly Definition[],
): Conflict {
  const { lookup } = workspace;
  const outcome = (asked: Partial<Context>): Outcome => {
    const context = contextOf(workspace, undefined, { requested: asked });
    return answers.outcome?.(name, context, lookup) ?? answers.explain(name, context, lookup).outcome;
  };
  const outside = outcome({});
  const sorted = [...definitions].sort(
    (a, b) => compareStrings(a.workspace ?? '', b.workspace ?? '') || compareStrings(a.scope, b.scope),
  );
  return {
    kind: answers.kind,
    name,
    certain: ownersOf(definitions.filter(({ loaded }) => loaded === true)).length > 1,
    definitions: sorted,
    strategy: outside.strategy,
    winners: [
      { workspace: undefined, outcome: outside },
      ...ownersOf(sorted).map(owner => ({ workspace: owner, outcome: outcome({ workspace: owner }) })),
    ],
  };
}

/** A definition that another one hides, as its system says it, with the kind of both. */
export type Hidden = { readonly kind: string } & ReturnType<
  NonNullable<Workspace['answers'][number]['hidden']>
>[number];

/** The definitions that a registry asked earlier hides. They fail no run: the order of registries is meant to decide. */
export function hiddenDefinitions({ answers, lookup }: Workspace): Hidden[] {
  return answers.flatMap(each => each.hidden?.(lookup).map(item => ({ ...item, kind: each.kind })) ?? []);
}

/** The workspaces that definitions belong to, each once. */
export function ownersOf(definitions: readonly Definition[]): string[] {
  return [...new Set(definitions.flatMap(({ workspace }) => workspace ?? []))];
}

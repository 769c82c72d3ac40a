import type { Workspace } from '../../workspace';
import { conflicts, undecidedOf } from './conflicts';
import type { Severity } from '../../model/finding';
import { countsBySeverity } from './summed-up';

/** Figures of a repository. */
export interface Statistics {
  readonly files: { readonly known: number; readonly read: number };
  readonly findings: Readonly<Record<Severity, number>>;
  readonly kinds: readonly KindStatistics[];
  readonly conflicts: {
    readonly total: number;
    /** How many have a winner in each workspace that is involved, without a person being asked. */
    readonly resolved: number;
    /** `resolved` divided by `total`; 1 if there is no conflict. */
    readonly rate: number;
  };
}

/**
 * Figures of one kind of things: steps, modules or artifacts. `definitions` and `names` (different ones) count what is
 * not loaded as well; all others count loaded definitions only, `core` those of no workspace.
 */
export interface KindStatistics {
  readonly kind: string;
  readonly definitions: number;
  readonly loaded: number;
  /**
   * Those of which only running the code decides whether they are loaded; they count nowhere else but among `definitions` and `names`.
   * So do tables that may hold more of them, which count nowhere else.
   */
  readonly undecided: number;
  readonly names: number;
  readonly core: number;
  readonly workspaces: readonly { readonly id: string; readonly locals: number; readonly overrides: number }[];
  /** How many loaded definitions there are of each type, most first. */
  readonly types: readonly { readonly type: string; readonly count: number }[];
}

/**
 * Counts what a repository holds. `files.known` are all files that were listed, `files.read` those of them whose text
 * says something here.
 */
export function statistics(workspace: Workspace): Statistics {
  const all = conflicts(workspace);
  const resolved = all.filter(({ winners }) => winners.every(({ outcome }) => outcome.winner !== undefined)).length;
  const paths = [...workspace.paths()];
  return {
    files: { known: [...workspace.allPaths()].length, read: paths.length },
    findings: countsBySeverity(paths.flatMap(path => workspace.findings(path))),
    kinds: workspace.answers.map(answers => kindStatistics(workspace, answers)),
    conflicts: { total: all.length, resolved, rate: all.length === 0 ? 1 : resolved / all.length },
  };
}

function kindStatistics(workspace: Workspace, answers: Workspace['answers'][number]): KindStatistics {
  const items = answers.list(undefined, workspace.lookup);
  const loaded = items.filter(item => item.loaded);
  const types = new Map<string, number>();
  for (const item of loaded) {
    const type = answers.typeOf?.(item);
    if (type !== undefined) types.set(type, (types.get(type) ?? 0) + 1);
  }
  const ids = [...new Set(answers.workspaces?.(workspace.lookup).map(({ id }) => id))].sort();
  return {
    kind: answers.kind,
    definitions: items.length,
    loaded: loaded.length,
    undecided: undecidedOf(items, answers.openParts?.(undefined, workspace.lookup) ?? []),
    names: new Set(items.map(({ name }) => name)).size,
    core: loaded.filter(item => item.workspace === undefined).length,
    workspaces: ids.map(id => {
      const own = loaded.filter(item => item.workspace === id);
      const overrides = own.filter(({ scope }) => scope === 'override').length;
      return { id, locals: own.length - overrides, overrides };
    }),
    types: [...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([type, count]) => ({ type, count })),
  };
}

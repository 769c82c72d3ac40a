import type { Checkpoint } from '../../base/cancellation';
import { compareStrings, groupBy } from '../../base/collections';
import type { Place } from '../../model/fact';
import { SEVERITIES, type PlacedFinding, type Severity } from '../../model/finding';
import type { Workspace } from '../../workspace';
import { conflicts, type Conflict, type Definition } from './conflicts';
import { conflictsOf, figuresOf, registriesOf, sharedOut, type Figures, type Registry } from './registries';
import { countsBySeverity } from './summed-up';

/** The health of a whole repository, as the dashboard page shows it. Each of its numbers is the length of a list that `counted` gives. */
export interface Dashboard {
  readonly figures: Figures;
  readonly findings: SeverityCounts;
  /** In the order of `registriesOf`. */
  readonly registries: readonly RegistryHealth[];
  /** The findings in files of no registry. */
  readonly elsewhere: SeverityCounts;
  readonly conflicts: readonly Conflict[];
  /** The rules that have findings, sorted by severity, then by count. */
  readonly rules: readonly RuleCount[];
}

/** How many findings there are of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** What may be counted of the definitions of a registry; tables that may hold more of them count among what is undecided. */
export const DEFINITION_FIGURES = {
  definitions: (): boolean => true,
  overrides: ({ scope }: Definition): boolean => scope === 'override',
  lost: ({ loaded }: Definition): boolean => loaded === false,
  undecided: ({ loaded }: Definition): boolean => loaded === null,
};

/** What the dashboard counts of one registry. `place` is where a click on it leads. */
export interface RegistryHealth extends Readonly<Record<keyof typeof DEFINITION_FIGURES, number>> {
  readonly kind: string;
  readonly owner: string;
  /** How many conflicts it is involved in. */
  readonly conflicts: number;
  readonly findings: SeverityCounts;
  readonly place: Place | undefined;
}

/** How many findings a rule has. */
export interface RuleCount {
  readonly code: string;
  /** The most severe of its findings. */
  readonly severity: Severity;
  readonly count: number;
}

/** The figures of the dashboard. Slow: meant for a page that a person has opened; gives way at the checkpoint. */
export async function dashboard(workspace: Workspace, checkpoint: Checkpoint): Promise<Dashboard> {
  const findings = await allFindings(workspace, checkpoint);
  const registries = registriesOf(workspace);
  const inConflict = conflicts(workspace);
  const { of, elsewhere } = sharedOut(findings, registries, workspace);
  return {
    figures: figuresOf(workspace, registries),
    findings: countsBySeverity(findings),
    registries: registries.map(each => healthOf(each, of.get(each) ?? [], inConflict)),
    elsewhere: countsBySeverity(elsewhere),
    conflicts: inConflict,
    rules: rulesOf(findings),
  };
}

/** By path and position. */
export async function allFindings(workspace: Workspace, checkpoint: Checkpoint): Promise<PlacedFinding[]> {
  const findings: PlacedFinding[] = [];
  for (const path of [...workspace.paths()].sort(compareStrings)) {
    await checkpoint.pass();
    findings.push(...workspace.findings(path));
  }
  return findings;
}

function healthOf(
  registry: Registry,
  findings: readonly PlacedFinding[],
  inConflict: readonly Conflict[],
): RegistryHealth {
  const { kind, owner, definitions, open, place } = registry;
  const count = (figure: keyof typeof DEFINITION_FIGURES): number =>
    definitions.filter(DEFINITION_FIGURES[figure]).length;
  return {
    kind,
    owner,
    definitions: count('definitions'),
    overrides: count('overrides'),
    lost: count('lost'),
    undecided: count('undecided') + open.length,
    conflicts: conflictsOf(registry, inConflict).length,
    findings: countsBySeverity(findings),
    place,
  };
}

function rulesOf(findings: readonly PlacedFinding[]): RuleCount[] {
  const rank = ({ severity }: { readonly severity: Severity }): number => SEVERITIES.indexOf(severity);
  return [...groupBy(findings, ({ code }) => code)]
    .map(([code, group]) => {
      const worst = group.reduce((a, b) => (rank(b) < rank(a) ? b : a));
      return { code, severity: worst.severity, count: group.length };
    })
    .sort((a, b) => rank(a) - rank(b) || b.count - a.count || compareStrings(a.code, b.code));
}

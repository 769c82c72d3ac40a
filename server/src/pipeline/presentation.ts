import { defined } from '../base/defined';
import { addAll, compareStrings, groupBy } from '../base/collections';
import { matchesGlob } from '../base/glob';
import { truncateName as shownText } from '../base/message-text';
import { lineAt, type Span } from '../base/text';
import type { Fact, Place } from '../model/fact';
import { isPlace, type At, type Finding, type PlacedFinding, type Related } from '../model/finding';
import type { RuleInForce } from '../model/policy';
import type { RuleSetting } from '../model/settings';
import { silences, type Suppression } from '../model/suppression';
import type { SuppressionRule } from '../rules/rule';
import { stateOf, type FileState, type RelatedPlaces } from './files';

/** What decides how findings of a file are shown, beside the findings themselves. */
export interface Presentation {
  /** What sets severities; the last that fits wins. */
  readonly rules: readonly RuleInForce[];
  /** Codes of rules whose related places are the steps of a path, which nothing may be put into. */
  readonly pathCodes: ReadonlySet<string>;
  /** The workspace that the file belongs to, if any. */
  readonly workspace: string | undefined;
  /** Whether a rule finds nothing more in what cannot be read of damaged files. */
  readonly isCertain: (code: string) => boolean;
  readonly suppressionRules: readonly SuppressionRule[];
  /** Everything has been checked, so a suppression that silenced nothing is unused. */
  readonly isComplete: boolean;
}

/** The findings of a file, those that are shown and those that are not. */
export interface PresentedFindings {
  readonly findings: PlacedFinding[];
  /** What comments in the file silence. */
  readonly suppressed: PlacedFinding[];
}

/** The findings of a file with offsets, severities as set; by position, then code. */
export function present(state: FileState, how: Presentation): PresentedFindings {
  const places = new SpanFinder(state);
  const setting = settingsFor(state.path, how);
  const used = new Set<Suppression['codes'][number]>();
  const inForce = new SuppressionsByLine(state.suppressions);
  const shown: PlacedFinding[] = [];
  const suppressed: PlacedFinding[] = [];
  for (const found of state.findings?.values() ?? [])
    for (const finding of found) {
      const set = setting(finding.code);
      const severity = set?.severity ?? finding.severity;
      if (severity === 'off') continue;
      const span = spanOf(finding.at, places);
      if (span === undefined) continue;
      const by = how.pathCodes.has(finding.code) ? undefined : set?.by;
      const placed = placeFinding(finding, {
        path: state.path,
        span,
        severity,
        related: withPack(places.related(finding), by),
      });
      (suppress(placed, state, inForce, used) ? suppressed : shown).push(placed);
    }
  places.keepRelated();
  if (how.isComplete) addAll(shown, unusedSuppressions(state, { used, setting, how }));
  return { findings: shown.sort(byPosition), suppressed: suppressed.sort(byPosition) };
}

function byPosition(a: PlacedFinding, b: PlacedFinding): number {
  return (
    a.span.start - b.span.start ||
    compareStrings(a.code, b.code) ||
    a.span.end - b.span.end ||
    compareStrings(a.message, b.message)
  );
}

/** Finds the spans of what is shown about a file. */
class SpanFinder {
  private rows: Map<Fact, number> | undefined;
  private readonly state: FileState;
  /** What the findings of a file in an editor name besides their own places, kept since hundreds may be asked for at every keystroke. */
  private readonly placed: Map<Finding, RelatedPlaces> | undefined;

  constructor(state: FileState) {
    this.state = state;
    this.placed = state.openText === undefined ? undefined : new Map<Finding, RelatedPlaces>();
  }

  /** Where a part of a fact stands; nothing for a fact that the text does not show at present (see `damage.ts`). */
  span(fact: Fact, part: number): Span | undefined {
    const row = (this.rows ??= rowsOf(this.state.facts)).get(fact);
    return row === undefined ? undefined : this.state.positions.span(row, part);
  }

  /** What a finding names, in any file. It is one and the same list for as long as those files are: positions of closed files are packed. */
  related(finding: Finding): PlacedFinding['related'] {
    if (finding.related === undefined || finding.related.length === 0) return NONE;
    const known = this.state.relatedPlaces?.get(finding);
    const named = known?.files.every(isUnchanged) === true ? known : relatedPlacesOf(finding.related);
    this.placed?.set(finding, named);
    return named.related;
  }

  /** Keeps the places that findings have named. The caller does so when every finding has been placed. */
  keepRelated(): void {
    this.state.relatedPlaces = this.placed;
  }
}

function isUnchanged({ file, facts, positions }: RelatedPlaces['files'][number]): boolean {
  return file.facts === facts && file.positions === positions;
}

function relatedPlacesOf(places: readonly Related[]): RelatedPlaces {
  const related: PlacedFinding['related'][number][] = [];
  for (const { at, message } of places) {
    const file = stateOf(at.fact);
    const span = spanOfPlace(file, at);
    if (span !== undefined) related.push({ path: file.path, span, message });
  }
  const files = places.map(({ at }) => stateOf(at.fact));
  return { files: files.map(file => ({ file, facts: file.facts, positions: file.positions })), related };
}

function rowsOf(facts: readonly Fact[]): Map<Fact, number> {
  const rows = new Map<Fact, number>();
  for (const [row, fact] of facts.entries()) rows.set(fact, row);
  return rows;
}

/** The span of a single place: a look through the file's facts is cheaper than their table. */
export function spanOfPlace(state: FileState, { fact, part }: Place): Span | undefined {
  const row = state.facts.indexOf(fact);
  return row < 0 ? undefined : state.positions.span(row, part);
}

/** There may be a thousand, at every keystroke: each is one object, and its fields are named one by one. */
function placeFinding(
  finding: Finding,
  where: Pick<PlacedFinding, 'path' | 'span' | 'severity' | 'related'>,
): PlacedFinding {
  const placed: PlacedFinding = {
    code: finding.code,
    severity: where.severity,
    path: where.path,
    span: where.span,
    message: finding.message,
    key: finding.key,
    related: where.related,
    fixes: finding.fixes ?? NONE,
  };
  return finding.tag === undefined ? placed : { ...placed, tag: finding.tag };
}

const NONE: readonly never[] = [];

function spanOf(at: At, places: SpanFinder): Span | undefined {
  return isPlace(at) ? places.span(at.fact, at.part) : at.span;
}

/** Gives what sets the severity of a rule in a file: the last of those that fit. There may be thousands, as there may be findings. */
function settingsFor(path: string, { rules, workspace }: Presentation): (code: string) => RuleInForce | undefined {
  let here: readonly RuleInForce[] | undefined;
  const known = new Map<string, RuleInForce | undefined>();
  return code => {
    if (known.has(code)) return known.get(code);
    here ??= rules.filter(rule => appliesTo(rule, path, workspace));
    const last = here.findLast(rule => silences(rule.code, code));
    known.set(code, last);
    return last;
  };
}

/** Where a policy pack has set the severity comes last; three places are the most. */
function withPack(related: PlacedFinding['related'], by: Place | undefined): PlacedFinding['related'] {
  if (by === undefined) return related;
  const state = stateOf(by.fact);
  const span = spanOfPlace(state, by);
  if (span === undefined) return related;
  const message = `pack '${shownText(by.fact.name)}' sets the severity`;
  return [...related.slice(0, 2), { path: state.path, span, message }];
}

function appliesTo(setting: RuleSetting, path: string, workspace: string | undefined): boolean {
  return (
    (setting.paths === undefined || setting.paths.some(glob => matchesGlob(glob, path))) &&
    (setting.workspaces === undefined || (workspace !== undefined && setting.workspaces.includes(workspace)))
  );
}

/** The suppressions of a file by what they are in force for. */
class SuppressionsByLine {
  private readonly wholeFile: readonly Suppression[];
  private readonly byLine: ReadonlyMap<number, readonly Suppression[]>;

  constructor(all: readonly Suppression[]) {
    this.wholeFile = all.filter(({ wholeFile }) => wholeFile);
    this.byLine = groupBy(
      all.filter(({ wholeFile }) => !wholeFile),
      ({ line }) => line,
    );
  }

  at(line: number): readonly Suppression[] {
    const own = this.byLine.get(line) ?? [];
    return this.wholeFile.length === 0 ? own : [...this.wholeFile, ...own];
  }
}

function suppress(finding: PlacedFinding, state: FileState, inForce: SuppressionsByLine, used: Set<object>): boolean {
  if (state.suppressions.length === 0) return false;
  const line = lineAt(state.positions.table().lineStarts, finding.span.start);
  let silenced = false;
  for (const suppression of inForce.at(line))
    for (const item of suppression.codes)
      if (silences(item.code, finding.code)) {
        used.add(item);
        silenced = true;
      }
  return silenced;
}

function unusedSuppressions(
  state: FileState,
  { used, setting, how }: { used: ReadonlySet<object>; setting: ReturnType<typeof settingsFor>; how: Presentation },
): PlacedFinding[] {
  const findings: PlacedFinding[] = [];
  for (const suppression of state.suppressions) {
    const idle = suppression.codes.filter(item => !used.has(item) && how.isCertain(item.code));
    if (idle.length === 0 && suppression.codes.length > 0) continue;
    for (const rule of how.suppressionRules) {
      const set = setting(rule.code);
      const severity = set?.severity ?? rule.severity;
      if (severity === 'off') continue;
      for (const report of rule.check({ ...suppression, codes: idle }, state)) {
        const span = defined(spanOf(report.at, new SpanFinder(state)), 'the span of a suppression');
        const base = {
          code: rule.code,
          path: state.path,
          span,
          key: `file:${state.path}`,
          related: withPack(NONE, set?.by),
        };
        findings.push({ ...base, severity, message: report.message, fixes: report.fixes ?? [], tag: 'unnecessary' });
      }
    }
  }
  return findings;
}

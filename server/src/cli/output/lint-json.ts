import type { Conflict, Definition, Hidden } from '../../features/overviews/conflicts';
import { placeOfBlindSpot } from '../../features/overviews/blind-spots';
import type { OpenPart } from '../../features/overviews/registries';
import { winOf } from '../../features/states/registry-state';
import { JSON_VERSION } from '../../features/text/json';
import { locate, rangeOf, type Location } from '../../features/text/locations';
import type { BlindSpot } from '../../model/blind-spot';
import type { PlacedFinding } from '../../model/finding';
import type { Workspace } from '../../workspace';
import type { LintResult } from './lint-result';

type AbortItem = ReturnType<NonNullable<Workspace['answers'][number]['aborts']>>[number];

/** The JSON of `lint` (cli.md). */
export function lintJson(workspace: Workspace, { findings, counts, files, baseline, blindSpots }: LintResult): object {
  return {
    version: JSON_VERSION,
    summary: { ...counts, files: files.length },
    findings: findings.map(finding => findingJson(workspace, finding)),
    ...(baseline === undefined
      ? {}
      : {
          baseline: {
            known: baseline.known.length,
            absent: baseline.absent.map(({ code, path, message }) => ({ code, path, message })),
          },
        }),
    blindSpots: blindSpots.map(spot => blindSpotJson(workspace, spot)),
  };
}

/** Something that keeps rules from being certain, in the JSON of `lint` and `health`. */
export function blindSpotJson(workspace: Workspace, spot: BlindSpot): object {
  const place = placeOfBlindSpot(workspace, spot);
  return {
    rules: spot.rules,
    scope: spot.scope ?? null,
    reason: spot.reason,
    path: place?.path ?? null,
    range: place?.range ?? null,
  };
}

/** One finding, in the JSON of `lint`. */
export function findingJson(workspace: Workspace, finding: PlacedFinding): object {
  const { code, severity, path, span, message, key, related, fixes } = finding;
  return {
    code,
    severity,
    path,
    range: rangeOf(workspace, path, span),
    message,
    key,
    related: related.map(each => ({
      path: each.path,
      range: rangeOf(workspace, each.path, each.span),
      message: each.message,
    })),
    fixes: fixes.map(({ title, safe }) => ({ title, safe })),
  };
}

/** One definition, in the JSON of `list` and `show`. */
export function definitionJson(workspace: Workspace, item: Definition): object {
  const { name, scope, fields, loaded, reason } = item;
  return {
    name,
    scope,
    workspace: item.workspace ?? null,
    ...startOf(workspace, item),
    fields,
    loaded,
    ...(reason === undefined ? {} : { reason }),
    ...reasonPlaceJson(workspace, item),
  };
}

/** A table that may hold more definitions than texts name, in the JSON of `list`. */
export function openPartJson(workspace: Workspace, { name, workspace: owner, reason, place }: OpenPart): object {
  return { name, workspace: owner ?? null, reason, reason_at: locate(workspace, place) ?? null };
}

/** The place that decides whether a definition is loaded, where that is not the definition itself. */
export function reasonPlaceJson(workspace: Workspace, { reasonAt }: Definition): object {
  return reasonAt === undefined ? {} : { reason_at: locate(workspace, reasonAt) ?? null };
}

/** The reason why nothing of a system is loaded. */
export function abortJson({ place, ...said }: AbortItem): object {
  return { ...said, path: place.fact.file.path };
}

/** One conflict, in the JSON of `list conflicts`. */
export function conflictJson(workspace: Workspace, conflict: Conflict): object {
  const { name, kind, certain, definitions, strategy, winners } = conflict;
  return {
    name,
    kind,
    type: 'name_conflict',
    ...(certain ? {} : { certain }),
    strategy: strategy ?? null,
    definitions: definitions.map(item => {
      const { path, line } = startOf(workspace, item);
      const { scope, loaded, reason } = item;
      return { workspace: item.workspace ?? null, scope, path, line, ...(loaded === null ? { loaded, reason } : {}) };
    }),
    winners: winners.map(({ workspace: id, outcome }) => ({ workspace: id ?? null, ...winOf(outcome) })),
  };
}

/** A definition that another one hides, in the JSON of `list conflicts`. */
export function hiddenJson(workspace: Workspace, { kind, name, place, container, winner }: Hidden): object {
  const by = { winner: winner.name, path: winner.container, line: startOf(workspace, winner).line };
  return { name, kind, type: 'hidden_by_precedence', path: container, line: startOf(workspace, { place }).line, by };
}

/** The owner of a definition in words: `core`, `local of alice`, `override of alice`. */
export function ownerInWords({ scope, workspace }: Definition): string {
  return workspace === undefined ? scope : `${scope === 'workspace' ? 'local' : scope} of ${workspace}`;
}

/** Why a definition is not loaded, or why that cannot be told; for people. */
export function lossInWords({ loaded, reason = '' }: Pick<Definition, 'loaded' | 'reason'>): string {
  return loaded === null ? reason : `not loaded: ${reason}`;
}

/** Where a definition begins. */
export function startOf(
  workspace: Workspace,
  { place }: Pick<Definition, 'place'>,
): { path: string; line: number; column: number } {
  const location: Location | undefined = locate(workspace, place);
  const { line, column } = location?.range.start ?? { line: 1, column: 1 };
  return { path: place.fact.file.path, line, column };
}

import { inWords } from '../../base/in-words';
import { compareStrings } from '../../base/collections';
import { damageOf, type BlindSpot } from '../../model/blind-spot';
import type { FactFile } from '../../model/fact';
import { fileOf, isPlace } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import { damagedSettings } from '../../model/settings';
import { unseenCode, unseenInWords } from '../../model/unseen';
import { RULES } from '../../rules';
import type { Workspace } from '../../workspace';
import { locate, rangeOf, type Location } from '../text/locations';

/**
 * What keeps rules from being certain, by path; first what is not in sight. Empty where no registry is. This is the one place
 * that says which checks are off, for whoever would take silence for health.
 */
export function blindSpots({ answers, lookup }: Workspace): BlindSpot[] {
  const ofSystems = answers.flatMap(each => each.blindSpots?.(lookup) ?? []);
  if (ofSystems.length === 0 && answers.every(each => each.names(lookup).length === 0)) return [];
  const settings = damagedSettings(lookup);
  const spots = [
    ...unseenCode(lookup).map((unseen): BlindSpot => ({ rules: [], reason: unseenInWords(unseen, lookup) })),
    ...(settings === undefined ? [] : [ofSettings(settings, lookup)]),
    ...ofSystems,
  ];
  return spots.sort((a, b) => compareStrings(pathOf(a), pathOf(b)));
}

function ofSettings(file: FactFile, lookup: Lookup): BlindSpot {
  return { rules: [], reason: 'the project file is damaged', at: damageOf(file, lookup) };
}

/** What is off, in words: `step/missing-builder and step/missing-config say nothing in core`. */
export function silenceInWords({ rules, scope }: BlindSpot): string {
  const what =
    rules.length === 0
      ? 'nothing is called missing'
      : `${inWords(rules, 'and')} ${rules.length === 1 ? 'says' : 'say'} nothing`;
  return scope === undefined ? what : `${what} in ${scope}`;
}

/** A blind spot for a person who knows no codes: `Not judged in core: missing builders, since the file is damaged`. */
export function blindSpotInWords({ rules, scope, reason }: BlindSpot): string {
  const what = rules.map(code => RULES.find(rule => rule.code === code)?.judges ?? code);
  const nouns = what.length === 0 ? 'whether anything is missing' : inWords(what, 'and');
  return `Not judged${scope === undefined ? '' : ` in ${scope}`}: ${nouns}, since ${reason}`;
}

function pathOf({ at }: BlindSpot): string {
  return at === undefined ? '' : fileOf(at).path;
}

/** Where the reason stands; undefined if it is that something is not in sight. */
export function placeOfBlindSpot(workspace: Workspace, { at }: BlindSpot): Location | undefined {
  if (at === undefined) return undefined;
  if (isPlace(at)) return locate(workspace, at);
  return { path: at.file.path, range: rangeOf(workspace, at.file.path, at.span) };
}

import type { Span } from '../base/text';
import type { Fact, FactFile, Place } from './fact';
import type { Fix } from './fix';

/** All severities, the most severe first: they are compared by their index here. */
export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;
/**
 * How grave a finding is:
 * - `error`: something does not load or is lost, which has to be certain
 * - `warning`: something loads, but most likely not as its author meant it
 * - `info`: something is worth knowing, such as why less is checked, and nothing has to be repaired
 * - `hint`: something may be so, or has no effect
 */
export type Severity = (typeof SEVERITIES)[number];

/** Where a report points: a part of a fact, or offsets of the text that was just read (problems only). */
export type At = Place | { readonly file: FactFile; readonly span: Span };

/** What a rule says about one place. */
export interface Report {
  readonly at: At;
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** At most three, in a stable order (performance.md: with all of them every edit would republish every file). */
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** `unnecessary` is shown faded, `deprecated` struck out. */
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** Another place that explains a report, such as the definition that wins. */
export interface Related {
  readonly at: Place;
  readonly message: string;
}

/** A report together with the rule that made it and the key it was found under. */
export interface Finding extends Report {
  readonly code: string;
  readonly severity: Severity;
  /** The subject, e.g. `step:XGBoostTraining`: with the code it identifies the finding when lines move. */
  readonly key: string;
}

/** A finding with offsets, ready to be shown. */
export interface PlacedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
  readonly span: Span;
  readonly message: string;
  readonly key: string;
  readonly related: readonly { readonly path: string; readonly span: Span; readonly message: string }[];
  readonly fixes: readonly Fix[];
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** Whether a report points at a part of a fact, which is placed when it is shown, rather than at offsets. */
export function isPlace(at: At): at is Place {
  return 'fact' in at;
}

/** The file that a report is shown in. */
export function fileOf(at: At): FactFile {
  return isPlace(at) ? at.fact.file : at.file;
}

/** The place of a part of a fact; `part` is a number of `Part`. */
export function at(fact: Fact, part: number): Place {
  return { fact, part };
}

import type { Span } from '../base/text';
import type { Fact, FactFile, Place } from './fact';
import type { Fix } from './fix';

export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;
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

export function isPlace(at: At): at is Place {
  return 'fact' in at;
}

/** The file that a report is shown in. */
export function fileOf(at: At): FactFile {
  return isPlace(at) ? at.fact.file : at.file;
}

export function at(fact: Fact, part: number): Place {
  return { fact, part };
}

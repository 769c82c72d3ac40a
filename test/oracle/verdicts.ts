/** What a statement of the product is, held against what the real code answered. `cannot tell` is no statement of fact. */
export type Verdict = 'right' | 'wrong' | 'cannot tell';

/** One statement of fact that the product makes of a case. */
export interface Statement {
  /** What the statement is about: `row`, `loss`, `schema` … */
  readonly check: string;
  readonly verdict: Verdict;
  /** Whether the texts of the case decide what is right, so that `cannot tell` was needless. */
  readonly isDecidable: boolean;
  /** What the product said and what is so, for whoever reads a failing test. */
  readonly why: string;
}

/** Notes statements one by one. */
export class Statements {
  readonly all: Statement[] = [];
  private readonly isDecidable: boolean;

  constructor(isDecidable: boolean) {
    this.isDecidable = isDecidable;
  }

  /** Notes a statement that is right or not, unless the product marked it as one that cannot be told. */
  add(check: string, isRight: boolean, why: string, options: { isUntold?: boolean; isDecidable?: boolean } = {}): void {
    const { isUntold = false, isDecidable = this.isDecidable } = options;
    this.all.push({ check, verdict: isUntold ? 'cannot tell' : isRight ? 'right' : 'wrong', isDecidable, why });
  }
}

/** Words by which texts say that something cannot be told. */
export const UNTOLD_WORDS = /cannot (?:tell|be told)|code decides/i;

/** Whether a value of JSON is marked as one that cannot be told: `"cannot tell"`, `{"unknown": …}`, `{"certain": false}`. */
export function isUntoldValue(value: unknown): boolean {
  if (value === 'cannot tell' || value === 'unknown') return true;
  return isObject(value) && ('unknown' in value || value['certain'] === false);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value of JSON as text, with the keys of objects sorted: their order never counts, that of lists does. */
export function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

/** A finding in the JSON of `lint`, as far as it is judged. */
export interface SaidFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly path: string;
  readonly message: string;
  readonly key: string;
  readonly related: readonly { readonly message: string }[];
}

/** Findings in a line, for the reason of a verdict. */
export function brief(findings: readonly SaidFinding[]): string {
  const text = findings.map(({ severity, code, path, message }) => `${severity} ${code} ${path}: ${message}`);
  return text.length === 0 ? 'no finding' : text.join(' | ').slice(0, 400);
}

import type { MissingText, ProblemKind, SyntaxProblem } from './tree';

/** More than anyone reads; a hostile text must not fill the memory with them. */
const MOST = 100;

/** The problems of one text, collected in any order. */
export class Problems {
  private found: SyntaxProblem[] = [];

  add(kind: ProblemKind, start: number, end: number, message: string, missing?: MissingText): void {
    if (this.found.length < MOST)
      this.found.push({ kind, span: { start, end }, message, ...(missing === undefined ? {} : { missing }) });
  }

  get count(): number {
    return this.found.length;
  }

  /** Forgets the problems after the first `count`. */
  cut(count: number): void {
    this.found.length = count;
  }

  sorted(): readonly SyntaxProblem[] {
    return this.found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }
}

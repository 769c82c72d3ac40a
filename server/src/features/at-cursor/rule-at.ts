import type { Span } from '../../base/text';
import { RULES } from '../../rules';
import type { RuleDoc } from '../../rules/rule';
import type { Workspace } from '../../workspace';

/** A rule, where a text names it by its code. */
interface NamedRule {
  readonly rule: RuleDoc;
  readonly span: Span;
}

/** The rule whose code stands at `offset`: in a comment that silences it, or in the project file or a policy pack. */
export function ruleAt(workspace: Workspace, path: string, offset: number): NamedRule | undefined {
  const silenced = workspace.suppressions(path).flatMap(({ codes }) => codes);
  const code = silenced.find(({ span }) => span.start <= offset && offset <= span.end);
  if (code !== undefined) return named(code.code, code.span);
  const text = workspace.documents(path) === undefined ? undefined : workspace.text(path);
  if (text === undefined) return undefined;
  const span = wordAt(text, offset);
  return named(text.slice(span.start, span.end), span);
}

function named(code: string, span: Span): NamedRule | undefined {
  const rule = RULES.find(each => each.code === code);
  return rule && { rule, span };
}

/** The characters around `offset` that codes are made of. */
function wordAt(text: string, offset: number): Span {
  let { start, end } = { start: offset, end: offset };
  while (start > 0 && OF_CODES.test(text.charAt(start - 1))) start--;
  while (end < text.length && OF_CODES.test(text.charAt(end))) end++;
  return { start, end };
}

const OF_CODES = /[a-z/-]/;

import type { Span } from '../../base/text';
import { RULES } from '../../rules';
import type { Workspace } from '../../workspace';
import { isYamlOrString, withoutQuotes } from '../text/literal-style';

/** A text that leads to a file of the root, or to the page of a rule. */
export type DocumentLink = { readonly span: Span } & ({ readonly path: string } | { readonly rule: string });

/** The paths that a file names, and the rules that its comments silence. Returns undefined if there are none. */
export function documentLinks(workspace: Workspace, path: string): readonly DocumentLink[] | undefined {
  const file = workspace.file(path);
  const text = workspace.text(path);
  if (file === undefined || text === undefined) return undefined;
  const paths = workspace.answers
    .flatMap(answers => answers.links?.(file, workspace.lookup) ?? [])
    .flatMap(link => {
      const span = workspace.span(link.place);
      const isShown = span !== undefined && isYamlOrString(path, text, span);
      return isShown ? [{ span: withoutQuotes(text, span), path: link.path }] : [];
    });
  const codes = new Set(RULES.map(({ code }) => code));
  const pages = workspace
    .suppressions(path)
    .flatMap(({ codes: silenced }) => silenced)
    .filter(({ code }) => codes.has(code))
    .map(({ code, span }) => ({ span, rule: code }));
  const all = [...paths, ...pages].sort((a, b) => a.span.start - b.span.start);
  return all.length === 0 ? undefined : all;
}

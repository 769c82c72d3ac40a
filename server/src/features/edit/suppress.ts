import { lineAt, lineStarts } from '../../base/text';
import type { PlacedFinding } from '../../model/finding';
import type { Fix } from '../../model/fix';
import type { Workspace } from '../../workspace';
import { lineEnd, skipBack } from '../text/text-layout';
import { applyEdits, insert } from './text-edit';

/** The fix that suppresses a finding with a comment in its line. Returns undefined if no comment can stand there. */
export function suppressFix(workspace: Workspace, path: string, { code, span }: PlacedFinding): Fix | undefined {
  const text = workspace.text(path);
  if (text === undefined || code === 'suppression/unused') return undefined;
  const line = lineAt(lineStarts(text), span.start);
  const here = workspace.suppressions(path).find(each => !each.wholeFile && each.line === line);
  const last = here?.codes.at(-1);
  const end = skipBack(text, lineEnd(text, span.start), /[ \t]/);
  const at = last?.span.end ?? end;
  const sign = /\.(ts|js)$/.test(path) ? '//' : '#';
  const added = last === undefined ? `  ${sign} registry: ignore[${code}]` : `, ${code}`;
  const after = workspace.suppressionsIn(path, applyEdits(text, [insert(at, added)]));
  if (!after.some(each => each.line === line && each.codes.some(silenced => silenced.code === code))) return undefined;
  const edit = { do: 'replace-span', path, span: { start: at, end: at }, text: added } as const;
  return { title: `Ignore ${code} in this line`, safe: false, edits: [edit] };
}

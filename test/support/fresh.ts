import { contentsOf } from '../../server/src/pipeline/files';
import assert from 'node:assert/strict';
import type { Fact } from '../../server/src/model/fact';
import type { PlacedFinding } from '../../server/src/model/finding';
import type { Workspace, WorkspaceOptions } from '../../server/src/workspace';
import { workspaceOfFiles } from './fixture';

/**
 * Asserts that `workspace`, whatever was done to it, finds what a fresh one finds that is fed `files` in another order
 * (by default reversed: fed in the same order, a file-order bug stays hidden). `files` must be what `workspace` holds
 * now; no open file may be damaged, since a fresh workspace has no earlier text to hold on to.
 */
export function checkFresh(
  workspace: Workspace,
  files: ReadonlyMap<string, string>,
  options: WorkspaceOptions & { readonly order?: (paths: readonly string[]) => readonly string[] } = {},
): void {
  const { order = reversed, ...rest } = options;
  const paths = [...files.keys()].sort();
  const fresh = workspaceOfFiles(new Map(order(paths).map(path => [path, files.get(path)!])), rest);
  assert.deepEqual([...workspace.allPaths()].sort(), [...fresh.allPaths()].sort());
  for (const path of paths) assert.deepEqual(plainFindings(workspace, path), plainFindings(fresh, path), path);
}

function reversed(paths: readonly string[]): readonly string[] {
  return paths.toReversed();
}

/** The findings of a file as plain data: facts inside fixes become their place in their file. */
export function plainFindings(workspace: Workspace, path: string): unknown[] {
  return workspace.findings(path).map(finding => ({ ...finding, fixes: plainFixes(finding) }));
}

function plainFixes(finding: PlacedFinding): unknown {
  return finding.fixes.map(fix => ({ ...fix, edits: fix.edits.map(edit => plain(edit)) }));
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Map || Array.isArray(value)) return value;
  if (isFact(value)) return `${value.file.path}#${contentsOf(value.file).facts.indexOf(value)}`;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

function isFact(value: object): value is Fact {
  return 'kind' in value && 'name' in value && 'file' in value;
}

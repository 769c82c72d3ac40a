import path from 'node:path';
import { applyPatch, parsePatch, type StructuredPatch } from 'diff';
import { escapeInvisible } from '../../base/message-text';
import { readText } from '../../host/read-text';
import { exists, isFolder } from '../../host/roots';
import { loadCommit } from '../../host/load-commit';
import type { Severity } from '../../model/finding';
import { Workspace, type Change } from '../../workspace';
import { diffMarkdown, diffText } from '../../features/states/diff-report';
import { findingsSection } from '../../features/states/merge-report';
import { reportMarkdown, reportText } from '../../features/text/report-section';
import { diffJson } from './diff';
import {
  hasFindingAtLeast,
  consequences,
  workspaceStateOf,
  type Consequences,
  type WorkspaceState,
} from '../../features/states/consequences';
import { jsonText } from '../../features/text/json';
import { openRepository, settingsFor, type Repository, type RepositoryOptions } from '../environment/repository';
import { commitAt, withoutRoot } from '../environment/states';
import type { Terminal } from '../environment/terminal';
import { WrongUse } from '../environment/wrong-use';

/** The options of `impact`. */
export interface ImpactOptions extends RepositoryOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly failOn: Severity | 'never';
}

/**
 * Says what a patch, another folder or a commit would change and break here. Exit code 1 for new findings that fail.
 */
export async function impact(change: string, options: ImpactOptions, terminal: Terminal): Promise<number> {
  const repository = await openRepository([], options, terminal, { check: true });
  const before = await workspaceStateOf(repository.workspace);
  const after = await stateAfter(change, repository, options, terminal);
  const found = consequences(before, after);
  report(found, change, options, terminal);
  return hasFindingAtLeast(found.newFindings, options.failOn) ? 1 : 0;
}

function report(found: Consequences, change: string, { format }: ImpactOptions, terminal: Terminal): void {
  const { diff, newFindings, goneFindings } = found;
  const labels = { a: 'working tree', b: change };
  if (format === 'json')
    terminal.write(jsonText({ ...diffJson(diff), findings: { new: newFindings, gone: goneFindings } }));
  else {
    const sections = [findingsSection('New findings', newFindings), findingsSection('Findings gone', goneFindings)];
    const summary = `${newFindings.length} new findings, ${goneFindings.length} gone\n`;
    terminal.write(
      format === 'markdown'
        ? reportMarkdown([diffMarkdown(diff, labels, undefined), ...sections])
        : reportText([diffText(diff, labels, undefined, terminal), ...sections, summary], terminal),
    );
  }
}

async function stateAfter(
  change: string,
  here: Repository,
  options: ImpactOptions,
  terminal: Terminal,
): Promise<WorkspaceState> {
  if (isFolder(change)) {
    return workspaceStateOf(
      (await openRepository([change], withoutRoot(options), terminal, { check: true })).workspace,
    );
  }
  if (exists(change)) {
    // A root that stays open must not change.
    const { workspace } =
      options.opened === undefined
        ? here
        : await openRepository([], { ...options, opened: undefined }, terminal, { check: true });
    workspace.apply(changesOfPatch(workspace, readText(path.resolve(change))?.text ?? '', change));
    return workspaceStateOf(workspace);
  }
  const { history, commit } = await commitAt(here.root, change);
  const texts = new Map<string, string>();
  const other = new Workspace({ settings: settingsFor(here.root, options), readText: path => texts.get(path) });
  await loadCommit(other, history, commit, { check: true, texts });
  return workspaceStateOf(other);
}

/** The texts after a patch, with paths relative to the root. One that does not fit is wrong use. */
function changesOfPatch(workspace: Workspace, text: string, name: string): Map<string, Change | undefined> {
  const changes = new Map<string, Change | undefined>();
  for (const patch of parsedPatches(text, name)) {
    const from = pathInPatch(patch.oldFileName, 'a/', patch.isGit === true);
    const to = pathInPatch(patch.newFileName, 'b/', patch.isGit === true);
    const before = from === undefined ? '' : workspace.text(from);
    if (before === undefined && (from === undefined || !workspace.lookup.hasFile(from)))
      throw new WrongUse(`${escapeInvisible(name)} changes '${escapeInvisible(from ?? '')}', which is not here.`);
    if (from !== undefined && from !== to && patch.isCopy !== true) changes.set(from, undefined);
    // A file that no system reads needs no text.
    if (to === undefined || !workspace.claims(to)) continue;
    const after = before === undefined ? false : applyPatch(before, patch, { autoConvertLineEndings: true });
    if (after === false)
      throw new WrongUse(`${escapeInvisible(name)} does not fit '${escapeInvisible(to)}' as it is here.`);
    changes.set(to, { text: after, open: true });
  }
  return changes;
}

function parsedPatches(text: string, name: string): StructuredPatch[] {
  try {
    const patches = parsePatch(text).filter(
      patch => patch.oldFileName !== undefined || patch.newFileName !== undefined,
    );
    if (patches.length > 0) return patches;
  } catch {
    // Said below.
  }
  throw new WrongUse(`'${escapeInvisible(name)}' is no patch, as git diff or diff -u write it.`);
}

function pathInPatch(name: string | undefined, prefix: string, isGit: boolean): string | undefined {
  if (name === undefined || name === '/dev/null') return undefined;
  return isGit || name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

/** The packed extension's identifier. */
export const EXTENSION = 'registry-intelligence.registry-intelligence';

/** The registry that most suites look at, relative to the examples repository. */
export const ALICE = 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py';

/** The opened folder. */
export function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri;
}

export function inRoot(relative: string): vscode.Uri {
  return vscode.Uri.joinPath(root(), relative);
}

export async function open(relative: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(inRoot(relative)));
}

/** The range of `needle` in the document; `after` narrows it to the first one behind that text. */
export function find(document: vscode.TextDocument, needle: string, after = ''): vscode.Range {
  const text = document.getText();
  const from = text.indexOf(after);
  const start = text.indexOf(needle, from + after.length);
  assert.ok(from >= 0 && start >= 0, `'${needle}' after '${after}' is not in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + needle.length));
}

/** Replaces as one edit by the user, so that undo takes it back. */
export async function replace(editor: vscode.TextEditor, range: vscode.Range, text: string): Promise<void> {
  assert.ok(await editor.edit(edit => edit.replace(range, text)), 'the edit was refused');
}

/**
 * Writes behind the editor's back, as git or another program does. New folders are made one by one: a watcher needs a
 * moment to follow, and on Linux the one in VS Code misses for good what is made before it has.
 */
export async function write(file: string, text: string): Promise<void> {
  await makeFolder(path.dirname(file));
  fs.writeFileSync(file, text);
}

async function makeFolder(folder: string): Promise<void> {
  if (fs.existsSync(folder)) return;
  await makeFolder(path.dirname(folder));
  fs.mkdirSync(folder);
  await new Promise(resolve => setTimeout(resolve, 300));
}

/** Closes every editor and throws unsaved text away, so that one test never sees another's. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export function codeOf(finding: vscode.Diagnostic): string {
  const { code } = finding;
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

/** Our findings in a file whose code is `code` and whose range covers the text `covering`. */
export function findings(document: vscode.TextDocument, code: string, covering: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(finding => codeOf(finding) === code && document.getText(finding.range).includes(covering));
}

type Truthy<T> = Exclude<T, false | undefined | null | 0 | ''>;

/** Asks again and again until the answer is truthy; fails with `what` when it never is. */
export async function until<T>(what: string, ask: () => T | Promise<T>, timeout = 60_000): Promise<Truthy<T>> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Truthy<T>;
    assert.ok(Date.now() < end, `waited in vain for: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** Lets everything that is under way arrive, before a test says that something did *not* happen. */
export async function settle(): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, 2000));
}

/**
 * Process ids of our language server: children of this extension host that run its bundle. Linux only, since there the
 * kernel tells without a program being started.
 */
export function serverProcesses(): number[] {
  const own = `/proc/${process.pid}/task`;
  const children = fs
    .readdirSync(own)
    .flatMap(task => fs.readFileSync(path.join(own, task, 'children'), 'utf8').split(' '));
  return children
    .filter(child => child !== '')
    .map(Number)
    .filter(child => commandLine(child).includes(path.join('dist', 'server.js')));
}

function commandLine(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

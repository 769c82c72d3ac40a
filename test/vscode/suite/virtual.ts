import * as vscode from 'vscode';

/** For suites that may run in a browser, where nothing of Node is there. */

export const EXTENSION = 'registry-intelligence.registry-intelligence';
export const ALICE = 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py';

export function ok(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** The first folder that is open. */
export function inRoot(relative: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder !== undefined, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, relative);
}

/** The range of `needle` in the document; `after` narrows it to the first one behind that text. */
export function find(document: vscode.TextDocument, needle: string, after = ''): vscode.Range {
  const text = document.getText();
  const from = text.indexOf(after);
  const start = text.indexOf(needle, from + after.length);
  ok(from >= 0 && start >= 0, `'${needle}' after '${after}' is not in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + needle.length));
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

/** Our findings in a file whose code is `code` and whose range covers the text `covering`. */
export function findings(document: vscode.TextDocument, code: string, covering: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(finding => codeOf(finding) === code && document.getText(finding.range).includes(covering));
}

/** The text of all hovers. */
export async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(hover => hover.contents)
    .map(content => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

type Truthy<T> = Exclude<T, false | undefined | null | 0 | ''>;

/** Asks again and again until the answer is truthy; fails with `what` when it never is. */
export async function until<T>(what: string, ask: () => T | Promise<T>, timeout = 60_000): Promise<Truthy<T>> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Truthy<T>;
    ok(Date.now() < end, `waited in vain for: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

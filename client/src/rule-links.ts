import * as vscode from 'vscode';
import { DIAGNOSTIC_SOURCE, SHOW_RULE_COMMAND } from '../../server/src/protocol';

/** Lets the codes of our findings lead to the page in the editor; the page has the address on the web. */
export function leadToPages(diagnostics: readonly vscode.Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    const { source, code } = diagnostic;
    if (source !== DIAGNOSTIC_SOURCE || typeof code !== 'object') continue;
    const query = JSON.stringify([String(code.value)]);
    diagnostic.code = {
      value: code.value,
      target: vscode.Uri.from({ scheme: 'command', path: SHOW_RULE_COMMAND, query }),
    };
  }
}

import * as vscode from 'vscode';
import { TOOL, type ToolAnswer, type ToolParams } from '../../server/src/protocol';
import type { Server } from './server';

/** What VS Code has from 1.95 on; the oldest that we run in has no types for it. */
interface WithTools {
  readonly lm: {
    registerTool?(name: string, tool: Tool): vscode.Disposable;
  };
  readonly LanguageModelToolResult?: new (parts: readonly object[]) => object;
  readonly LanguageModelTextPart?: new (text: string) => object;
}

interface Tool {
  invoke(options: { readonly input: unknown }): Promise<object>;
}

/**
 * Gives agents in the editor the tools of the manifest. The running server answers them, so they see what is typed and not yet saved; it
 * is started if need be. Does nothing where VS Code has no tools.
 */
export function registerTools(
  context: vscode.ExtensionContext,
  server: Server,
  start: () => Promise<void>,
): vscode.Disposable {
  const { lm, LanguageModelToolResult, LanguageModelTextPart } = vscode as typeof vscode & WithTools;
  if (!lm.registerTool || !LanguageModelToolResult || !LanguageModelTextPart) return vscode.Disposable.from();
  const { contributes } = context.extension.packageJSON as {
    contributes: { languageModelTools: readonly { readonly name: string }[] };
  };
  const tools = contributes.languageModelTools.map(({ name }) =>
    lm.registerTool?.(name, {
      async invoke({ input }) {
        await start();
        const params: ToolParams = { tool: name, input };
        const answer = await server.ask<ToolAnswer>(TOOL, params);
        const text = answer?.text ?? vscode.l10n.t('The server does not answer.');
        return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
      },
    }),
  );
  return vscode.Disposable.from(...tools.filter(each => each !== undefined));
}

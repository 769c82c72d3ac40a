import { serveProcess } from '../../lsp/server';
import { WrongUse } from '../environment/wrong-use';

/**
 * Starts the language server, which lives on when this returns: its connection reads `--stdio` from the command line.
 */
export function lsp({ stdio }: { readonly stdio?: boolean }): Promise<number> {
  if (stdio !== true) throw new WrongUse('Say how to speak: registry-intel lsp --stdio');
  serveProcess();
  return Promise.resolve(0);
}

import {
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
} from 'vscode-languageserver';
import { Cancelled } from '../../base/cancellation';

/** What a request that failed is answered: a bug costs one answer, never the server, and is logged with its stack. */
export function failureOf(error: unknown, token: CancellationToken, connection: Connection): ResponseError {
  if (error instanceof Cancelled) {
    const code = token.isCancellationRequested ? LSPErrorCodes.RequestCancelled : LSPErrorCodes.ContentModified;
    return new ResponseError(code, error.message);
  }
  log(error, connection);
  return new ResponseError(ErrorCodes.InternalError, error instanceof Error ? error.message : String(error));
}

/** Work that nobody awaits: that it was cancelled is no news, anything else is logged. */
export function inBackground(connection: Connection, work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    if (!(error instanceof Cancelled)) log(error, connection);
  });
}

function log(error: unknown, connection: Connection): void {
  connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

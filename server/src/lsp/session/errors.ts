import {
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type RemoteConsole,
} from 'vscode-languageserver';
import { Cancelled } from '../../base/cancellation';
import { UnreadableHistory } from '../../host/unreadable-history';
import type { Refused } from '../../features/edit/rename';

/** What a request that failed is answered: a bug costs one answer, never the server, and is logged with its stack. */
export function failureOf(error: unknown, token: CancellationToken, log: RemoteConsole): ResponseError {
  if (error instanceof Cancelled) {
    const code = token.isCancellationRequested ? LSPErrorCodes.RequestCancelled : LSPErrorCodes.ContentModified;
    return new ResponseError(code, error.message);
  }
  if (error instanceof UnreadableHistory) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
  logError(error, log);
  return new ResponseError(ErrorCodes.InternalError, error instanceof Error ? error.message : String(error));
}

/** Logs why work failed that nobody awaits. That it was cancelled is no news. */
export function logFailure(work: Promise<unknown>, log: RemoteConsole): void {
  work.catch((error: unknown) => {
    if (!(error instanceof Cancelled)) logError(error, log);
  });
}

function logError(error: unknown, log: RemoteConsole): void {
  log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** Gives an answer back. A refusal becomes the error of the request instead: editors show its message. */
export function throwIfRefused<T extends object>(answer: T | Refused): T;
export function throwIfRefused<T extends object>(answer: T | Refused | undefined): T | undefined;
export function throwIfRefused<T extends object>(answer: T | Refused | undefined): T | undefined {
  if (answer !== undefined && 'refused' in answer) refuse(answer.refused);
  return answer;
}

/** Ends a request with an error whose message editors show to the person. */
export function refuse(why: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, why);
}

import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Refused } from '../../features/edit/rename';

/** A refusal is told as the error of the request: editors show its message. */
export function granted<T extends object>(answer: T | Refused): T;
export function granted<T extends object>(answer: T | Refused | undefined): T | undefined;
export function granted<T extends object>(answer: T | Refused | undefined): T | undefined {
  if (answer !== undefined && 'refused' in answer) refuse(answer.refused);
  return answer;
}

export function refuse(why: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, why);
}

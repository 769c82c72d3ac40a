import type { MessageStrategy } from 'vscode-languageserver/node';

/** Says when nothing has come from the client for `after` milliseconds, and when something comes again. Begins at work. */
export function noticeRest(say: (isAtRest: boolean) => void, after: number): MessageStrategy {
  let isAtRest = false;
  const timer = setTimeout(() => say((isAtRest = true)), after).unref();
  return {
    handleMessage(message, next) {
      if (isAtRest) say((isAtRest = false));
      timer.refresh();
      return next(message);
    },
  };
}

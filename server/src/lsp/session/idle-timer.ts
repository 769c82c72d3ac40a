import type { MessageStrategy } from 'vscode-languageserver/node';

/**
 * Says when nothing has come from the client for `after` milliseconds, and again each time it has been as long, and when something comes
 * again. Begins at work.
 */
export function noticeRest(say: (isAtRest: boolean) => void, after: number): MessageStrategy {
  let isAtRest = false;
  const timer = setInterval(() => say((isAtRest = true)), after).unref();
  return {
    handleMessage(message, next) {
      if (isAtRest) say((isAtRest = false));
      timer.refresh();
      return next(message);
    },
  };
}

import type { Connection } from 'vscode-languageserver';
import type { Client } from './client-capabilities';
import type { LoadProgress } from './root-environment';

/** Shows the progress of a first index, with a button that ends it, where the client can. Nothing waits for the client. */
export function showProgress(connection: Connection, client: Client): LoadProgress & { done(): void } {
  if (!client.hasProgress) return { report: () => undefined, isCancelled: () => false, done: () => undefined };
  let isDone = false;
  let shown: Awaited<ReturnType<typeof connection.window.createWorkDoneProgress>> | undefined;
  connection.window.createWorkDoneProgress().then(
    progress => {
      progress.begin('Reading registries', 0, undefined, true);
      if (isDone) progress.done();
      else shown = progress;
    },
    () => undefined,
  );
  return {
    report: (done, total) => shown?.report(total === 0 ? 100 : Math.floor((100 * done) / total)),
    isCancelled: () => shown?.token.isCancellationRequested === true,
    done: () => {
      isDone = true;
      shown?.done();
    },
  };
}

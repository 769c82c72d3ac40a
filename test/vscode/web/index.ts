import * as vscode from 'vscode';

declare const mocha: {
  setup(options: object): void;
  run(done: (failures: number) => void): {
    on(event: 'fail', heard: (test: { fullTitle(): string }, error: Error) => void): void;
    on(event: 'pass', heard: (test: { fullTitle(): string }) => void): void;
  };
};

/** Called by the extension host of a browser: what is printed there is all that leaves it. `load` imports the suites. */
export async function runSuites(load: () => Promise<unknown>): Promise<void> {
  // @ts-expect-error -- The build of Mocha for browsers has no types.
  await import('mocha/mocha');
  // The usual one writes into a page, which a worker has not.
  mocha.setup({ ui: 'bdd', timeout: 180_000, reporter: Object });
  await load();
  const failures = await new Promise<number>(resolve => {
    const runner = mocha.run(resolve);
    runner.on('pass', test => console.log(`✔ ${test.fullTitle()}`));
    runner.on('fail', (test, error) => console.log(`✘ ${test.fullTitle()}\n${error.stack ?? error.message}`));
  });
  await whilePagesAreLookedAt();
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** What pages show is for the browser to see; it closes one when it has. */
async function whilePagesAreLookedAt(): Promise<void> {
  console.log('Look at the pages');
  await new Promise<void>(resolve => {
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.length > 0) resolve();
    });
  });
}

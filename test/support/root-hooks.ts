import fs from 'node:fs';
import path from 'node:path';

/** What Mocha does around each test of every file. */
export const mochaHooks: Mocha.RootHookObject = {
  /** Notes which test is under way, in one file a process (its name is the id), for `scripts/test.mjs` to say where a run hangs. */
  beforeEach(this: Mocha.Context) {
    const folder = process.env['TESTS_UNDER_WAY'];
    if (folder !== undefined)
      fs.writeFileSync(path.join(folder, String(process.pid)), this.currentTest?.fullTitle() ?? '');
  },
};

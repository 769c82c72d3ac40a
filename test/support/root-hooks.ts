import fs from 'node:fs';
import path from 'node:path';
import { removeTrees } from './disk';

/** What Mocha does around the tests of every file. */
export const mochaHooks: Mocha.RootHookObject = {
  /** Notes which test is under way, in one file a process (its name is the id), for `scripts/test.mjs` to say where a run hangs. */
  beforeEach(this: Mocha.Context) {
    const folder = process.env['TESTS_UNDER_WAY'];
    if (folder !== undefined)
      fs.writeFileSync(path.join(folder, String(process.pid)), this.currentTest?.fullTitle() ?? '');
  },
  afterAll(this: Mocha.Context) {
    this.timeout(0);
    removeTrees();
  },
};

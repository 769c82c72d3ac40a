import assert from 'node:assert/strict';
import { someOf } from '../support/seed';
import { describedAs, findingsOf, keptStates, outcomeOf, untrueOf, untrueTable } from './recall';

/** `npm run recall` prints all of it; this holds what was reached. */
describe('real repositories', function () {
  this.timeout(0);
  const { full, bugs } = keptStates();

  for (const [name, state] of full)
    it(`${name}: nothing is said that is known to be untrue`, () => {
      assert.deepEqual(untrueOf(name, findingsOf(state), untrueTable()), []);
    });

  for (const bug of someOf(bugs, 3)) {
    const { foundBy = [] } = describedAs(bug.fix);
    if (foundBy.length === 0) continue;
    it(`${bug.fix}: what was found is still found`, () => {
      const codes = new Set(outcomeOf(bug).found.map(({ code }) => code));
      assert.deepEqual(
        foundBy.filter(code => !codes.has(code)),
        [],
      );
    });
  }
});

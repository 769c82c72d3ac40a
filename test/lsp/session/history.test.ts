import assert from 'node:assert/strict';
import { invalid } from '../../../server/src/rules/config/invalid';
import { unused } from '../../../server/src/rules/suppression/unused';
import { projectFor } from '../../../server/src/systems/project/index';
import { makeTree } from '../../support/disk';
import { tries } from '../../support/seed';
import { TOY, TOY_RULES } from '../../support/toy-system';
import { placeAt, TestClient, uriOf } from '../client';
import { numbers, RandomHistory } from './random-history';

/** The toy system, in repositories that have settings. */
const SERVER = { systems: [projectFor([TOY]), TOY], rules: [...TOY_RULES, invalid, unused] };

const STEPS = 150;

const SEEDS = Array.from({ length: tries(60, 6) }, (_, i) => i + 1);
/** Histories that go on side by side: each mostly waits. */
const AT_A_TIME = 6;

describe('server: any history of files, folders and editors', () => {
  for (let i = 0; i < SEEDS.length; i += AT_A_TIME) {
    const some = SEEDS.slice(i, i + AT_A_TIME);
    it(`leaves what a fresh server shows (${some.join(', ')})`, () => Promise.all(some.map(checkHistory)));
  }
});

async function checkHistory(seed: number): Promise<void> {
  const root = makeTree({ '.git/HEAD': '', 'main.toy.py': 'A = {"X": {}, "Y": {}}\n' });
  const client = await TestClient.start({ server: SERVER, folders: [root], options: { watchesFiles: true } });
  const history = new RandomHistory(root, client, numbers(seed));
  for (let i = 0; i < STEPS; i++) await history.step();
  await (seed % 2 === 0 ? history.mendAll() : history.closeAll());
  const { open, folders } = history;
  const fresh = await TestClient.start({ server: SERVER, folders: [...folders], options: { watchesFiles: true } });
  for (const [file, text] of open) await fresh.open(file, text);
  await fresh.request('registry/reload', undefined);
  const isSame = () => JSON.stringify(shownBy(client)) === JSON.stringify(shownBy(fresh));
  const check = () => assert.deepEqual({ seed, shown: shownBy(client) }, { seed, shown: shownBy(fresh) });
  // What is found in roots inside of roots comes after the rest, and twice the same may be chance.
  for (let i = 0; i < 2; i++) {
    await client.when(isSame, check);
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  check();
  assert.deepEqual(await answersOf(client, open.keys()), await answersOf(fresh, open.keys()));
  await Promise.all([client.stop(), fresh.stop()]);
}

/** Everything that is shown in the end, by file. */
function shownBy(client: TestClient): [string, string[]][] {
  const last = new Map(client.published.map(each => [each.uri, each.diagnostics]));
  return [...last]
    .filter(([, diagnostics]) => diagnostics.length > 0)
    .map(([uri, diagnostics]): [string, string[]] => [
      uri,
      diagnostics.map(({ range, code, message }) => JSON.stringify([range, code, message])),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What is answered about every thing there is, and about the texts that editors show. */
async function answersOf(client: TestClient, open: Iterable<string>): Promise<unknown[]> {
  const all = await client.request<readonly object[]>('workspace/symbol', { query: '' });
  const answers: unknown[] = [all.map(symbol => JSON.stringify(symbol)).sort()];
  for (const file of open) {
    const textDocument = { uri: uriOf(file) };
    answers.push(file, await client.request('textDocument/documentSymbol', { textDocument }));
    for (const line of [0, 1]) answers.push(await client.request('textDocument/hover', placeAt(file, line, 6)));
  }
  return answers;
}

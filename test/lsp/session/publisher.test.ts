import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { BackgroundQueue } from '../../../server/src/base/background-queue';
import { Publisher, type FindingsSource } from '../../../server/src/lsp/session/publisher';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function publisher() {
  const files = new Map<string, { version?: number; messages: string[]; uri?: string; related?: string }>();
  /** The line that a related place in a file is at. */
  const places = new Map<string, number>();
  const sent: PublishDiagnosticsParams[] = [];
  let rounds = 0;
  let changed: Set<string> | undefined;
  const source: FindingsSource = {
    toPublish(path) {
      const { version, messages, uri, related } = files.get(path) ?? { messages: [] };
      const position = { line: places.get(related ?? '') ?? 0, character: 0 };
      const location = { uri: related ?? '', range: { start: position, end: position } };
      const relatedInformation = related === undefined ? [] : [{ location, message: 'there' }];
      return {
        uri: uri ?? path,
        version,
        diagnostics: messages.map(message => ({ range, message, relatedInformation })),
      };
    },
    takeChanged: () => changed,
  };
  const client = {
    async publish(params: PublishDiagnosticsParams) {
      await wait(1);
      sent.push(params);
    },
    announceChange: () => {
      rounds++;
    },
  };
  const made = new Publisher(source, client, new BackgroundQueue());
  const log = () => sent.splice(0).map(({ uri, version, diagnostics }) => [uri, version, diagnostics.length]);
  const setChanged = (paths: readonly string[]) => (changed = new Set(paths));
  return { files, places, made, log, setChanged, rounds: () => rounds };
}

describe('Publisher', () => {
  it('sends each state once, and takes back what is gone', async () => {
    const { files, made, log } = publisher();
    files.set('a', { messages: ['x'] }).set('b', { messages: [] });
    made.publishLater(['a', 'b']);
    await made.flush();
    assert.deepEqual(log(), [['a', undefined, 1]]);
    made.publishLater(['a', 'b']);
    await made.flush();
    assert.deepEqual(log(), []);
    files.delete('a');
    made.publishLater(['a']);
    await made.flush();
    assert.deepEqual([log(), [...made.publishedPaths()]], [[['a', undefined, 0]], []]);
  });

  it('sends an open file for every version, and again only when something has changed', async () => {
    const { files, made, log } = publisher();
    files.set('a', { version: 1, messages: [] });
    made.publishEdited('a');
    await wait(5);
    made.publishLater(['a']);
    await made.flush();
    files.set('a', { version: 2, messages: [] });
    made.publishEdited('a');
    await wait(5);
    assert.deepEqual(log(), [
      ['a', 1, 0],
      ['a', 2, 0],
    ]);
  });

  it('tells others after a pause that every edit begins anew', async () => {
    const { files, made, log, rounds } = publisher();
    files.set('b', { messages: ['x'] });
    mock.timers.enable({ apis: ['setTimeout'] });
    made.publishLater(['b']);
    for (let i = 0; i < 4; i++) {
      mock.timers.tick(100);
      made.publishLater([]);
    }
    mock.timers.tick(100);
    await nextTurn();
    assert.deepEqual([log(), rounds()], [[], 0]);
    mock.timers.tick(400);
    mock.timers.reset();
    while (rounds() === 0) await nextTurn();
    assert.deepEqual(log(), [['b', undefined, 1]]);
  });

  it('sends what has changed once everything is read', async () => {
    const { files, made, log, setChanged } = publisher();
    files.set('a', { messages: ['x'] }).set('b', { messages: ['x'] });
    made.publishChanged();
    await made.flush();
    assert.deepEqual(log(), []);
    setChanged(['a']);
    made.publishChanged();
    await made.flush();
    assert.deepEqual(log(), [['a', undefined, 1]]);
  });

  it("takes back what is somebody else's from here on, and then says nothing of it", async () => {
    const { files, made, log } = publisher();
    files.set('in/a', { messages: ['x'] }).set('b', { messages: ['x'] });
    made.publishLater(['in/a', 'b']);
    await made.flush();
    log();
    made.takeBack('in');
    files.clear();
    made.publishLater(['in/a']);
    await made.flush();
    await wait(5);
    assert.deepEqual(log(), [['in/a', undefined, 0]]);
  });

  it('sends once more what was sent, where it is not trusted that it is shown', async () => {
    const { files, made, log } = publisher();
    files.set('a', { messages: ['x'] });
    made.publishLater(['a']);
    await made.flush();
    log();
    made.distrustSent();
    made.publishLater(made.publishedPaths());
    await made.flush();
    assert.deepEqual(log(), [['a', undefined, 1]]);
  });

  it('sends a finding again whose related place has moved with the text of another file', async () => {
    const { files, made, log, places } = publisher();
    files.set('a', { messages: ['x'], related: 'b' }).set('b', { version: 1, messages: [] });
    made.publishLater(['a', 'b']);
    await made.flush();
    log();
    places.set('b', 7);
    files.set('b', { version: 2, messages: [] });
    made.publishEdited('b');
    made.publishLater([]);
    await made.flush();
    assert.deepEqual(log(), [
      ['b', 2, 0],
      ['a', undefined, 1],
    ]);
    made.publishLater(['b']);
    await made.flush();
    assert.deepEqual(log(), []);
  });

  it('stops in the middle when there is an edit, and loses nothing', async () => {
    const { files, made, log } = publisher();
    const paths = Array.from({ length: 50 }, (_, i) => `f${i}`);
    for (const path of paths) files.set(path, { messages: ['x'] });
    made.publishLater(paths);
    const flushed = made.flush();
    await wait(10);
    made.publishLater([]);
    await flushed;
    const first = log().length;
    assert.ok(first < 50, 'it went on');
    await made.flush();
    assert.equal(first + log().length, 50);
  });

  it('takes back what was shown under another name', async () => {
    const { files, made, log } = publisher();
    files.set('a', { messages: ['x'], uri: 'A' });
    await made.publishAgain('a');
    files.set('a', { messages: ['x'], uri: 'a' });
    await made.publishAgain('a');
    await wait(5);
    assert.deepEqual(log(), [['A', undefined, 1], ['A', undefined, 0], ['a', undefined, 1]]); // prettier-ignore
    made.close();
    await made.publishAgain('a');
    await wait(5);
    assert.deepEqual(log(), [['a', undefined, 0]]);
  });
});

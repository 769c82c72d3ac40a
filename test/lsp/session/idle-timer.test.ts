import assert from 'node:assert/strict';
import { noticeRest } from '../../../server/src/lsp/session/idle-timer';

describe('rest', () => {
  it('is when nothing has come for a while, said again and again until something comes', async () => {
    const said: unknown[] = [];
    let wake = (): void => undefined;
    const rest = (): Promise<void> => new Promise(resolve => (wake = resolve));
    const strategy = noticeRest(isAtRest => {
      said.push(isAtRest);
      if (isAtRest) wake();
    }, 20);
    const handle = (name: string): void => void strategy.handleMessage({ jsonrpc: '2.0' }, () => void said.push(name));
    // The server's own timer keeps no process alive.
    const alive = setInterval(() => undefined, 1000);
    handle('a');
    await rest();
    await rest();
    handle('b');
    handle('c');
    await rest();
    clearInterval(alive);
    assert.deepEqual(said, ['a', true, true, false, 'b', 'c', true]);
  });
});

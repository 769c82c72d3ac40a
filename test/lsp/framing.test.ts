import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { watchFraming } from '../../server/src/lsp/framing';
import { bundled } from './bundle';

const message = (body: string, header = `Content-Length: ${Buffer.byteLength(body)}\r\n`): string =>
  `${header}\r\n${body}`;

/** What is said to be wrong with what comes in, in pieces of so many bytes. */
function wrong(text: string, size: number): string[] {
  const said: string[] = [];
  const input = new PassThrough();
  watchFraming(input, why => said.push(why));
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) input.emit('data', bytes.subarray(at, at + size));
  return said;
}

describe('framing of messages', () => {
  const good = [
    message('{"a":"ä€"}'),
    message('{}', 'Content-Type: x; charset=utf-8\r\ncontent-length:2\r\n'),
    message(''),
  ];
  const broken: readonly (readonly [string, RegExp])[] = [
    ['hello world\r\n\r\n', /: "hello/],
    ['{"jsonrpc":"2.0"}\n', /no header|no Content-Length/],
    [message('{}', 'X: 1\r\n'), /no Content-Length/],
    [message('{}', 'Content-Length: 0x2\r\n'), /no Content-Length/],
    [message('{}', 'Content-Length: -2\r\n'), /no Content-Length/],
    [message('{}', 'Content-Length: 9999999999\r\n'), /no message is 9999999999 bytes long/],
    [message('{"a":1}', 'Content-Length: 3\r\n'), /no header|no Content-Length/],
    ['Content-Length: 2\n\n{}', /no header|no Content-Length/],
    ['A'.repeat(5000), /does not end/],
  ];

  for (const size of [1, 7, 100_000]) {
    it(`is as it should be, in pieces of ${size}`, () => assert.deepEqual(wrong(good.join('').repeat(3), size), []));

    it(`is broken, and is said so once, in pieces of ${size}`, () => {
      for (const [text, why] of broken) {
        const said = wrong(`${good.join('')}${text}${good.join('')}`, size);
        assert.equal(said.length, 1, text.slice(0, 40));
        assert.match(said[0]!, why);
      }
    });
  }

  it('ends a server that would wait for ever', async () => {
    const initialize = message(
      '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":null}}',
    );
    const server = spawn(process.execPath, [await bundled('server/src/lsp/main.ts'), '--stdio']);
    let said = '';
    server.stderr.on('data', text => (said += String(text)));
    server.stdin.write(`${initialize}hello\r\n\r\n`);
    assert.deepEqual(await once(server, 'close'), [1, null]);
    assert.match(said, /^What comes in does not follow the Language Server Protocol: .*"hello"\n$/);
  });
});

import { createTwoFilesPatch } from 'diff';
import { escapeInvisible } from '../../base/message-text';
import type { FileChange } from '../../host/write';

/** What a change does to a file, as a unified patch for people: what a terminal would obey is spelled out. */
export function patchOf({ path, text, before }: FileChange): string {
  const from = before === undefined ? '/dev/null' : `a/${path}`;
  const lines = createTwoFilesPatch(from, `b/${path}`, before ?? '', text, undefined, undefined, { context: 3 })
    .split('\n')
    .filter(line => !/^=+$/.test(line));
  return lines.map(line => line.replace(/\r$/, '').split('\t').map(escapeInvisible).join('\t')).join('\n');
}

import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { memoryGiver } from '../../../server/src/lsp/session/memory';

/**
 * A process that has made much, dropped nearly all of it, and rests until half of its memory has been given back, or for half a minute.
 * Prints how large its heap was before and is after.
 */
const heapSize = (): number => getHeapStatistics().total_heap_size;
setFlagsFromString('--heap-growing-percent=100');
const giveMemoryBack = memoryGiver();
giveMemoryBack(false);
let made: object[] = [];
for (let i = 0; i < 500_000; i++) made.push({ i, name: `name ${i}`, list: [i] });
made = made.slice(-1000);
const before = heapSize();
const end = performance.now() + 30_000;
const looks = setInterval(() => {
  giveMemoryBack(true);
  if (heapSize() > before / 2 && performance.now() < end) return;
  clearInterval(looks);
  console.log(JSON.stringify({ before, after: heapSize(), made: made.length }));
}, 100);

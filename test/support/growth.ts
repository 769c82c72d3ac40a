/**
 * How many times as long `work` takes for `large` as for `small`: the best of several attempts, in processor time, since other
 * work on the machine only ever makes it slower. Very short times say nothing, so a floor is added. The first attempt below `enough`
 * is the last.
 */
export function growthOf(work: (size: number) => void, small: number, large: number, enough: number): number {
  work(small);
  let least = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && least >= enough; attempt++)
    least = Math.min(least, (timeOf(work, large) + FLOOR) / (timeOf(work, small) + FLOOR));
  return least;
}

const ATTEMPTS = 8;
/** In milliseconds. */
const FLOOR = 2;

function timeOf(work: (size: number) => void, size: number): number {
  const start = process.cpuUsage();
  work(size);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

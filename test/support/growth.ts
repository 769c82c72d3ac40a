/**
 * How many times as long `work` takes for `large` as for `small`: the best of several attempts, in processor time, since other
 * work on the machine only ever makes it slower. Very short times say nothing, so a floor is added.
 */
export function growthOf(work: (size: number) => void, small: number, large: number): number {
  work(small);
  return Math.min(
    ...Array.from({ length: ATTEMPTS }, () => (timeOf(work, large) + FLOOR) / (timeOf(work, small) + FLOOR)),
  );
}

const ATTEMPTS = 3;
/** In milliseconds. */
const FLOOR = 2;

function timeOf(work: (size: number) => void, size: number): number {
  const start = process.cpuUsage();
  work(size);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

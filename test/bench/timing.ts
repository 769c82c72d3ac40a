import fs from 'node:fs';

/** What a bench prints: one measured thing per row. */
export interface Row {
  readonly what: string;
  readonly value: string;
  readonly note?: string;
}

/** Milliseconds of one call. */
export function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Runs `work` for each index; returns the milliseconds of each call, after a warm-up that is thrown away. */
export function samples(count: number, work: (i: number) => void, warmUp = Math.ceil(count / 5)): number[] {
  for (let i = 0; i < warmUp; i++) work(i);
  return Array.from({ length: count }, (_, i) => time(() => work(i + warmUp)));
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** `p50 1.23 · p95 2.34 · p99 4.56 · max 7.89 ms`. */
export function spread(values: readonly number[]): string {
  const [p50, p95, p99, max] = [0.5, 0.95, 0.99, 1].map(share => percentile(values, share).toFixed(2));
  return `p50 ${p50!} · p95 ${p95!} · p99 ${p99!} · max ${max!} ms`;
}

export function printTable(title: string, rows: readonly Row[]): void {
  const width = Math.max(...rows.map(row => row.what.length));
  console.log(`\n${title}`);
  for (const { what, value, note } of rows)
    console.log(`  ${what.padEnd(width)}  ${value}${note === undefined ? '' : `   (${note})`}`);
}

/** Resident memory of a process in MB, now and at most; only where the system tells. */
export function memoryOf(pid: number): { now: number; peak: number } | undefined {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (name: string): number =>
      Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)![1]) / 1024);
    return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
  } catch {
    return undefined;
  }
}

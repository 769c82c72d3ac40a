import { builtinClass } from './builtin-classes';
import type { Doubt, PyClass, PyInstance, PyValue, Run, Unknown } from './values';

/** A Python exception on its way to whoever catches it. */
export class Raised extends Error {
  readonly exception: PyInstance | Unknown;
  readonly at: Run['site'];

  constructor(exception: PyInstance | Unknown, message: string, at: Run['site']) {
    super(message);
    this.exception = exception;
    this.at = at;
  }
}

/** The run takes more operations than anybody wants to wait for. */
export class TooMuch extends Error {}

/** Raises a built-in exception where the run is now. The message is for people: Python words its own, each version in another way. */
export function raise(run: Run, exception: string, message: string): never {
  const worded = unknown(run, 'what an exception of Python says');
  throw new Raised(exceptionOf(run, builtinClass(exception), worded), message, run.site);
}

/** An instance of an exception with its arguments. */
export function exceptionOf(run: Run, type: PyClass, values: readonly PyValue[] | Unknown): PyInstance {
  const names = run.heap.add({ kind: 'dict' as const, content: { entries: new Map() }, epoch: 0 });
  const at = run.site;
  const value: PyValue = isUnknown(values) ? values : { kind: 'tuple', items: values };
  names.content.entries.set('s:args', { key: 'args', value, keyAt: at, valueAt: at, certain: true });
  return { kind: 'instance', class: type, names };
}

/** A value that cannot be told, since `reason`. */
export function unknown(run: Run, reason: string, more: Pick<Unknown, 'class' | 'was' | 'reach'> = {}): Unknown {
  const { reach, ...rest } = more;
  const known = reach === undefined || reach.length === 0 ? {} : { reach: [...new Set(reach)] };
  return { kind: 'unknown', reason, at: run.site, ...rest, ...known };
}

/** A value that cannot be told, of something that may fail as well. */
export function doubtful(
  run: Run,
  kind: Doubt['kind'],
  reason: string,
  more: Pick<Unknown, 'class' | 'was' | 'reach'> & { exception?: PyClass } = {},
): Unknown {
  const { exception, ...rest } = more;
  run.mayRaise({ kind, reason, at: run.site, ...(exception === undefined ? {} : { exception }) });
  return unknown(run, reason, rest);
}

/** What becomes of something unknown that is used: that may fail. */
export function used(run: Run, value: Unknown, more: Pick<Unknown, 'class'> = {}): Unknown {
  return doubtful(run, 'operation', value.reason, { ...more, reach: value.reach ?? [] });
}

/** Whether a value cannot be told. */
export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'unknown';
}

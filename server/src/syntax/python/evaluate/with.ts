import { Kind, NONE, children, firstChild } from '../tree';
import { isCaughtBy } from './attempts';
import { mayRaise } from './branches';
import { placeOf, type Completion, type Frame, type Interpreter } from './frames';
import { className, classOf } from './kinds';
import { reachOf } from './mappings';
import { doubtful, isUnknown, raise, Raised, unknown } from './outcomes';
import { assign } from './targets';
import type { PyValue } from './values';

/** `with`: what a context manager does is not known, but for those that catch exceptions and those that do nothing. */
export function runWith(run: Interpreter, frame: Frame, node: number): Completion {
  const { tree } = frame;
  const managers: PyValue[] = [];
  let body = NONE;
  for (const child of children(tree, node)) {
    if (tree.kind[child] === Kind.Body) body = child;
    else if (tree.kind[child] === Kind.Target)
      assign(run, frame, firstChild(tree, child), entered(run, managers.at(-1) ?? null), placeOf(frame, child));
    else {
      const manager = run.evaluate(frame, child);
      managers.push(manager);
      run.site = placeOf(frame, child);
      if (isData(manager))
        return raise(run, 'TypeError', `'${className(manager)}' object does not support the context manager protocol`);
      if (!isHarmless(manager)) doubtful(run, 'call', 'a context manager is entered');
    }
  }
  return guardedBy(run, frame, managers, body);
}

const DATA: ReadonlySet<string> = new Set(['tuple', 'list', 'dict', 'set', 'bytes', 'range']);

/** Whether a value is of a built-in type, none of which is a context manager. Up to Python 3.10 the exception is AttributeError. */
function isData(value: PyValue): boolean {
  return typeof value !== 'object' || value === null || DATA.has(value.kind);
}

function isHarmless(manager: PyValue): boolean {
  return (
    typeof manager === 'object' &&
    manager?.kind === 'instance' &&
    (manager.class.name === 'suppress' || manager.class.name === 'nullcontext')
  );
}

function entered(run: Interpreter, manager: PyValue): PyValue {
  return unknown(run, 'a context manager is entered', { reach: reachOf(manager) });
}

function guardedBy(run: Interpreter, frame: Frame, managers: readonly PyValue[], body: number): Completion {
  try {
    return run.execute(frame, body);
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    const answers = managers.map(manager => swallows(manager, error));
    if (answers.includes(true)) return 'next';
    if (!answers.includes(undefined)) throw error;
    mayRaise(run, error);
    return 'next';
  }
}

/** Whether a context manager catches an exception. */
function swallows(manager: PyValue, { exception }: Raised): boolean | undefined {
  if (!isHarmless(manager) || typeof manager !== 'object' || manager?.kind !== 'instance') return undefined;
  if (manager.class.name !== 'suppress') return false;
  return isUnknown(manager.base) || manager.base === undefined
    ? undefined
    : isCaughtBy(classOf(exception), manager.base);
}

import { NONE, children } from '../tree';
import { builtinClass, isSubclass } from './builtin-classes';
import { callValue } from './call-values';
import { NO_ARGUMENTS, placeOf, type Frame, type Interpreter } from './frames';
import { className } from './kinds';
import { nameIn } from './mappings';
import { isUnknown, raise, Raised, unknown } from './outcomes';
import { textOf } from './texts';
import type { PyInstance, PyValue, Unknown } from './values';

/** `raise exception from cause` */
export function raiseStatement(run: Interpreter, frame: Frame, node: number): never {
  const [exception = NONE, cause = NONE] = children(frame.tree, node);
  const at = placeOf(frame, node);
  const handled = run.handling.at(-1);
  const value = exception === NONE ? handled : run.evaluate(frame, exception);
  const because = cause === NONE ? null : run.evaluate(frame, cause);
  run.site = at;
  if (value === undefined) return raise(run, 'RuntimeError', 'No active exception to reraise');
  const raised = instanceOf(run, value);
  if (because !== null) instanceOf(run, because);
  throw new Raised(raised, messageOf(run, raised), at);
}

/** What is raised: a class stands for an instance of it. */
function instanceOf(run: Interpreter, value: PyValue): PyInstance | Unknown {
  const made = typeof value === 'object' && value?.kind === 'class' ? callValue(run, value, NO_ARGUMENTS) : value;
  if (isUnknown(made)) return made;
  const isException =
    typeof made === 'object' &&
    made?.kind === 'instance' &&
    (made.class.order === undefined || isSubclass(made.class, builtinClass('BaseException')));
  if (isException) return made;
  return typeof made === 'object' && made?.kind === 'special'
    ? unknown(run, 'an object is raised')
    : raise(run, 'TypeError', `exceptions must derive from BaseException, not ${className(made)}`);
}

function messageOf(run: Interpreter, exception: PyInstance | Unknown): string {
  if (isUnknown(exception)) return '';
  const args = nameIn(run, exception.names, 'args')?.value;
  const first = typeof args === 'object' && args?.kind === 'tuple' ? args.items[0] : undefined;
  const text = first === undefined ? '' : textOf(run, first);
  return isUnknown(text) ? '' : text;
}

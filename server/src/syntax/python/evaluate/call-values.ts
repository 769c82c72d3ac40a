import { truncateCode } from '../../../base/message-text';
import { moduleOf } from './imports';
import { builtinClass } from './builtin-classes';
import { findAttribute, setAttribute, deleteAttribute } from './attributes';
import { CONSTRUCTORS } from './builtins';
import { harmlessCall } from './harmless';
import { instantiate } from './instances';
import { className, classOf } from './kinds';
import { LIBRARY_CONSTRUCTORS } from './library';
import { entry, loseEntries, newDict, reachOf } from './mappings';
import { taint } from './objects';
import { doubtful, isUnknown, raise, unknown } from './outcomes';
import { valuesOf } from './parameters';
import type { Frame, Interpreter } from './frames';
import type { Arguments, PyFunction, PyInstance, PyNative, PyValue, Unknown } from './values';

/** `callee(…)`; `text` is how the callee is written. */
export function callValue(
  run: Interpreter,
  callee: PyValue,
  args: Arguments,
  frame?: Frame,
  text = 'a function',
): PyValue {
  run.count();
  if (typeof callee !== 'object' || callee === null) return notCallable(run, callee);
  switch (callee.kind) {
    case 'special':
      return classOf(callee) === undefined ? callUnknown(run, callee, args, text) : notCallable(run, callee);
    case 'unknown':
      return callUnknown(run, callee, args, text);
    case 'native':
      return callNative(run, callee, args, frame);
    case 'bound': {
      const self = { value: callee.self, at: run.site };
      return callValue(run, callee.function, { ...args, positional: [self, ...args.positional] }, frame, text);
    }
    case 'function':
      return callFunction(run, callee, args, text);
    case 'class': {
      const construct =
        callee.written === undefined
          ? (CONSTRUCTORS.get(callee.name) ?? LIBRARY_CONSTRUCTORS.get(callee.name))
          : undefined;
      if (callee.name === 'super' && callee.written === undefined && frame !== undefined) {
        const object = superOf(run, frame, args);
        if (object !== undefined) return object;
      }
      return construct === undefined ? instantiate(run, callee, args) : construct(run, args);
    }
    case 'instance':
      return callInstance(run, callee, args, text);
    default:
      return notCallable(run, callee);
  }
}

/** Without an answer of a function that looks at its frame, nobody knows what it does. */
function callNative(run: Interpreter, callee: PyNative, args: Arguments, frame: Frame | undefined): PyValue {
  const answer = frame === undefined ? undefined : FRAME_FUNCTIONS.get(callee.name)?.(run, frame, args);
  return answer === undefined ? callee.call(run, args) : answer;
}

function notCallable(run: Interpreter, callee: PyValue): never {
  return raise(run, 'TypeError', `'${className(callee)}' object is not callable`);
}

/** A call that nobody can see through: it may fail, and may change whatever it is given or belongs to. */
function callUnknown(run: Interpreter, callee: PyValue, args: Arguments, text: string): Unknown {
  const known = isUnknown(callee) && callee.harmless !== undefined ? harmlessCall(callee.harmless, args) : undefined;
  if (isUnknown(callee) && known !== undefined) return { ...unknown(run, callee.reason), ...known };
  const reason = `\`${truncateCode(text)}()\` is called`;
  const reached = [...(isUnknown(callee) ? (callee.reach ?? []) : []), ...valuesOf(args)];
  taint(run, reached, reason);
  return doubtful(run, 'call', reason, { reach: reached.flatMap(reachOf) });
}

function callFunction(run: Interpreter, callee: PyFunction, args: Arguments, text: string): PyValue {
  if (callee.run !== run) return callUnknown(run, { kind: 'special', name: callee.name }, args, text);
  const { site } = run;
  const value = run.deeper(() => callee.call(run, args));
  run.site = site;
  return value;
}

function callInstance(run: Interpreter, callee: PyInstance, args: Arguments, text: string): PyValue {
  const method = findAttribute(run, callee.class, '__call__');
  if (callee.class.order === undefined || isUnknown(method)) return callUnknown(run, callee, args, text);
  if (typeof method !== 'object' || method?.kind !== 'function') return notCallable(run, callee);
  const self = { value: callee, at: run.site };
  return callFunction(run, method, { ...args, positional: [self, ...args.positional] }, text);
}

type FrameFunction = (run: Interpreter, frame: Frame, args: Arguments) => PyValue | undefined;

/** Built-in functions that look at where they are called, or at attributes. Without an answer, nobody knows what they do. */
const FRAME_FUNCTIONS: ReadonlyMap<string, FrameFunction> = new Map<string, FrameFunction>([
  ['globals', (_, frame) => frame.globals],
  ['locals', (_, frame) => (frame.kind === 'function' ? undefined : frame.names)],
  ['vars', (_, frame, { positional: [object] }) => varsOf(frame, object?.value)],
  ['getattr', (run, _, args) => getAttribute(run, args)],
  ['hasattr', (run, _, { positional: [object, name] }) => hasAttribute(run, object?.value, name?.value)],
  [
    'setattr',
    (run, _, { positional: [object, name, value] }) => {
      if (object === undefined || value === undefined || typeof name?.value !== 'string') return undefined;
      setAttribute(run, object.value, name.value, value.value, name.at, value.at);
      return null;
    },
  ],
  [
    'delattr',
    (run, _, { positional: [object, name] }) => {
      if (object === undefined || typeof name?.value !== 'string') return undefined;
      deleteAttribute(run, object.value, name.value);
      return null;
    },
  ],
  ['exec', execute],
  ['__import__', importByName],
  ['importlib:import_module', importByName],
]);

function varsOf(frame: Frame, object: PyValue | undefined): PyValue | undefined {
  if (object === undefined) return frame.kind === 'function' ? undefined : frame.names;
  const hasNames = typeof object === 'object' && (object?.kind === 'module' || object?.kind === 'instance');
  return hasNames ? object.names : undefined;
}

function getAttribute(run: Interpreter, { positional: [object, name, otherwise] }: Arguments): PyValue | undefined {
  if (object === undefined || typeof name?.value !== 'string') return undefined;
  if (otherwise === undefined) return run.attribute(object.value, name.value);
  if (isUnknown(object.value))
    return unknown(run, object.value.reason, { reach: [object.value, otherwise.value].flatMap(reachOf) });
  const found = findAttribute(run, object.value, name.value);
  return found === undefined ? otherwise.value : found;
}

function hasAttribute(run: Interpreter, object: PyValue | undefined, name: PyValue | undefined): PyValue | undefined {
  if (object === undefined || typeof name !== 'string') return undefined;
  if (isUnknown(object)) return unknown(run, object.reason);
  const found = findAttribute(run, object, name);
  return isUnknown(found) ? found : found !== undefined;
}

/** The text that is executed may bind every name, and raise anything. */
function execute(run: Interpreter, frame: Frame): PyValue {
  const why = doubtful(run, 'call', '`exec()` is called');
  for (const names of [frame.globals, frame.names]) loseEntries(run, names, why);
  return null;
}

/** `super()` in a method: its object, seen as its class would be without the class that the method stands in. */
function superOf(run: Interpreter, frame: Frame, { positional }: Arguments): PyValue | undefined {
  let method: Frame | undefined = frame;
  while (method?.isComprehension === true) method = method.outer;
  const type = method?.outer?.type;
  const [first] = method?.names.content?.entries.values() ?? [];
  if (positional.length > 0 || type === undefined || first === undefined) return undefined;
  const at = run.site;
  const names = newDict(run, [entry('__self__', first.value, at, at), entry('__thisclass__', type, at, at)]);
  return { kind: 'instance', class: builtinClass('super'), names };
}

/** `__import__("name")` and `importlib.import_module("name")`. */
function importByName(run: Interpreter, _: Frame, { positional: [name, ...rest] }: Arguments): PyValue | undefined {
  if (typeof name?.value !== 'string' || rest.length > 0 || name.value.startsWith('.') || name.value.includes('.'))
    return undefined;
  return moduleOf(run, name.value, 0);
}

import { defined } from '../../../base/defined';
import type { PyClass, PyDict } from './values';

/** The classes that are built into Python, each with its base. */
const HIERARCHY = `
type object
int object|bool int|float object|complex object|str object|bytes object|bytearray object|memoryview object
list object|tuple object|dict object|set object|frozenset object|range object|slice object|mappingproxy object
NoneType object|NotImplementedType object|ellipsis object|function object|method object|module object
builtin_function_or_method object|generator object|dict_keys object|dict_values object|dict_items object|iterator object
property object|classmethod object|staticmethod object|super object
enumerate object|filter object|map object|reversed object|zip object
BaseException object|BaseExceptionGroup BaseException|Exception BaseException|ExceptionGroup Exception
GeneratorExit BaseException|KeyboardInterrupt BaseException|SystemExit BaseException
ArithmeticError Exception|FloatingPointError ArithmeticError|OverflowError ArithmeticError|ZeroDivisionError ArithmeticError
AssertionError Exception|AttributeError Exception|BufferError Exception|EOFError Exception
ImportError Exception|ModuleNotFoundError ImportError
LookupError Exception|IndexError LookupError|KeyError LookupError
MemoryError Exception|NameError Exception|UnboundLocalError NameError|ReferenceError Exception
OSError Exception|BlockingIOError OSError|ChildProcessError OSError|ConnectionError OSError|BrokenPipeError ConnectionError
ConnectionAbortedError ConnectionError|ConnectionRefusedError ConnectionError|ConnectionResetError ConnectionError
FileExistsError OSError|FileNotFoundError OSError|InterruptedError OSError|IsADirectoryError OSError
NotADirectoryError OSError|PermissionError OSError|ProcessLookupError OSError|TimeoutError OSError
RuntimeError Exception|NotImplementedError RuntimeError|RecursionError RuntimeError
StopAsyncIteration Exception|StopIteration Exception|SyntaxError Exception|IndentationError SyntaxError|TabError IndentationError
SystemError Exception|TypeError Exception|ValueError Exception|UnicodeError ValueError|UnicodeDecodeError UnicodeError
UnicodeEncodeError UnicodeError|UnicodeTranslateError UnicodeError
Warning Exception|BytesWarning Warning|DeprecationWarning Warning|EncodingWarning Warning|FutureWarning Warning
ImportWarning Warning|PendingDeprecationWarning Warning|ResourceWarning Warning|RuntimeWarning Warning|SyntaxWarning Warning
UnicodeWarning Warning|UserWarning Warning`;

/** Classes that have no name among the built-ins. */
const UNNAMED = new Set(
  'NoneType NotImplementedType ellipsis function method module builtin_function_or_method generator mappingproxy iterator dict_keys dict_values dict_items'.split(
    ' ',
  ),
);

/** Exceptions that hold more than others do (`Objects/exceptions.c`). */
const LAID_OUT_EXCEPTIONS =
  /^(?:(?:Base|System|Stop|Import|OS|Syntax|Attribute|Name)(?:Exception|Exit|Iteration|Error)|BaseExceptionGroup|Unicode\w+Error)$/;

const CLASSES: ReadonlyMap<string, PyClass> = allClasses();

/** A class that is built into Python. */
export function builtinClass(name: string): PyClass {
  return defined(CLASSES.get(name), `the class ${name}`);
}

/** What the names of Python's own classes stand for in every module. */
export const CLASS_NAMES: ReadonlyMap<string, PyClass> = new Map([
  ...[...CLASSES].filter(([name]) => !UNNAMED.has(name)),
  ['IOError', builtinClass('OSError')],
  ['EnvironmentError', builtinClass('OSError')],
]);

/** Whether a class is Python's own and an exception: it says nothing about attributes. */
export function isOwnException(one: PyClass): boolean {
  return one.written === undefined && isSubclass(one, builtinClass('BaseException'));
}

/** `issubclass(one, other)`, as far as the bases are known. */
export function isSubclass(one: PyClass, other: PyClass): boolean {
  return one.order?.includes(other) ?? false;
}

/** A class of Python or its library, as far as it has to be known. Its other bases, if any, come behind the first. */
export function libraryClass(name: string, ...bases: readonly PyClass[]): PyClass {
  return ownClass({}, name, ...bases);
}

/** A class of Python or its library that has a metaclass, or whose instances have a layout of their own. */
export function ownClass(
  own: Pick<PyClass, 'metaclass' | 'hasLayout'>,
  name: string,
  ...bases: readonly PyClass[]
): PyClass {
  const order: PyClass[] = [];
  const built: PyClass = { kind: 'class', name, bases, order, names: fixedNames(), ...own };
  const inherited = bases.flatMap(base => base.order ?? []);
  order.push(built, ...inherited.filter((one, index) => inherited.lastIndexOf(one) === index));
  return built;
}

/** The metaclass of abstract classes, and that of `typing.Protocol`. */
export const ABC_META = libraryClass('ABCMeta', builtinClass('type'));
/** The metaclass of `typing.Protocol`. */
export const PROTOCOL_META = libraryClass('_ProtocolMeta', ABC_META);

/** Names that no text can change. */
function fixedNames(): PyDict {
  return { kind: 'dict', content: { entries: new Map() }, epoch: 0 };
}

function hasLayout(name: string): boolean {
  const isException = /(?:Error|Exception|Exit|Group|Iteration|Interrupt|Warning)$/.test(name);
  return !isException || LAID_OUT_EXCEPTIONS.test(name);
}

function allClasses(): Map<string, PyClass> {
  const classes = new Map([['object', libraryClass('object')]]);
  for (const line of HIERARCHY.trim().split(/[\n|]/)) {
    const [name = '', base = ''] = line.split(' ');
    const own = hasLayout(name) ? ({ hasLayout: true } as const) : {};
    classes.set(name, ownClass(own, name, defined(classes.get(base), `the base of ${name}`)));
  }
  return classes;
}

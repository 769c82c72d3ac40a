import { isSpecial } from '../../../syntax/python/evaluate/class-refusals';
import { nameIn } from '../../../syntax/python/evaluate/mappings';
import { isUnknown, raise } from '../../../syntax/python/evaluate/outcomes';
import { fieldsOf } from '../../../syntax/python/evaluate/typing-classes';
import { native } from '../../../syntax/python/evaluate/objects';
import type { NativeFunction, PyClass, PyValue, Run, WrittenClass } from '../../../syntax/python/evaluate/values';
import { nameText } from '../../../syntax/python/literal';
import { childOfKind, children, Kind, NONE, textOf, type PythonTree } from '../../../syntax/python/tree';

/** `@dataclass`, with arguments or without: the class stays the same. */
export const dataclass: NativeFunction = (run, { positional: [first], named, open }) => {
  const options = new Map([...named].map(([name, { value }]) => [name, value]));
  const certain = open === undefined ? options : undefined;
  if (first !== undefined && first.value !== null) return made(run, first.value, certain);
  return native('dataclass', (inner, { positional: [type] }) => made(inner, type?.value ?? null, certain));
};

type Options = ReadonlyMap<string, PyValue>;

function made(run: Run, type: PyValue, options: Options | undefined): PyValue {
  if (typeof type !== 'object' || type?.kind !== 'class' || type.written === undefined) return type;
  checkAnnotations(run, type, type.written);
  if (options !== undefined) checkFields(run, type, options);
  return type;
}

/** What `dataclass` refuses of fields, the same from Python 3.10 to 3.14 (`_process_class`). */
function checkFields(run: Run, type: PyClass, options: Options): void {
  const isFrozen = options.get('frozen') ?? false;
  if (type.bases.some(base => frozenOf(base) === !isFrozen))
    raise(run, 'TypeError', 'a frozen dataclass and one that is not frozen cannot inherit from each other');
  if (options.get('order') === true && options.get('eq') === false)
    raise(run, 'ValueError', 'eq must be true if order is true');
  const isOrdered = options.get('init') !== false && options.get('kw_only') !== true;
  let last: string | undefined;
  for (const { field, annotation, certain } of fieldsOf(run, type)) {
    const value = nameIn(run, type.names, field)?.value;
    // Class variables are no fields; what is imported may be one, or say that others are given by name.
    if (!certain || isUnknown(annotation)) return;
    if (isSpecial(annotation, 'ClassVar')) continue;
    if (typeof value === 'object' && (value?.kind === 'list' || value?.kind === 'dict' || isChangeableSet(value)))
      raise(run, 'ValueError', `mutable default for field ${field} is not allowed: use default_factory`);
    // Arguments of `field()` may say anything of the order.
    if (isUnknown(value)) return;
    if (value !== undefined) last = field;
    else if (last !== undefined && isOrdered)
      raise(run, 'TypeError', `non-default argument '${field}' follows default argument`);
  }
}

function isChangeableSet(value: PyValue | undefined): boolean {
  return typeof value === 'object' && value?.kind === 'set' && !value.frozen;
}

/** Whether a base is a frozen dataclass; nothing if it is none. */
function frozenOf(base: PyValue): boolean | undefined {
  if (typeof base !== 'object' || base?.kind !== 'class' || base.written === undefined) return undefined;
  const { tree, node } = base.written;
  const decorator = children(tree, node).find(child => tree.kind[child] === Kind.Decorator);
  const text = decorator === undefined ? '' : textOf(tree, decorator);
  if (!/^@\s*(?:dataclasses\.)?dataclass\b/.test(text)) return undefined;
  if (/\bfrozen\b/.test(text)) return /\bfrozen\s*=\s*True\b/.test(text) ? true : undefined;
  return false;
}

/**
 * Discovery runs files that it has not put into `sys.modules`, where `dataclasses` looks up names in annotations that are texts:
 * `sys.modules.get(cls.__module__).__dict__` (`_is_type`, the same from Python 3.10 to 3.13).
 */
function checkAnnotations(run: Run, _: PyClass, { tree, node }: WrittenClass): void {
  const isLazy = hasLazyAnnotations(tree);
  for (const annotation of annotationsIn(tree, node)) {
    const text = isLazy ? textOf(tree, annotation) : quotedText(tree, annotation);
    // As `_MODULE_IDENTIFIER_RE`: a name with no module before it.
    const match = text === undefined ? null : /^(?:\s*(\w+)\s*\.)?\s*(\w+)/.exec(text);
    if (match !== null && match[1] === undefined)
      raise(run, 'AttributeError', "'NoneType' object has no attribute '__dict__'");
  }
}

function hasLazyAnnotations(tree: PythonTree): boolean {
  return children(tree, 0).some(
    node => tree.kind[node] === Kind.ImportFrom && /^from\s+__future__\b.*\bannotations\b/s.test(textOf(tree, node)),
  );
}

function annotationsIn(tree: PythonTree, node: number): number[] {
  const body = childOfKind(tree, node, Kind.Body);
  if (body === NONE) return [];
  return children(tree, body).flatMap(statement => {
    const annotation = tree.kind[statement] === Kind.Assign ? childOfKind(tree, statement, Kind.Annotation) : NONE;
    const target = childOfKind(tree, statement, Kind.Target);
    const isName = target !== NONE && nameText(tree, target + 1)?.includes('.') === false;
    return annotation === NONE || !isName ? [] : [annotation + 1];
  });
}

/** What stands in the quotes of an annotation that is a text. */
function quotedText(tree: PythonTree, annotation: number): string | undefined {
  return tree.kind[annotation] === Kind.String
    ? textOf(tree, annotation).replace(/^\w*["']+|(?<!["'])["']+$/g, '')
    : undefined;
}

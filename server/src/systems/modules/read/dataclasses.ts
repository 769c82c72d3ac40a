import { raise } from '../../../syntax/python/evaluate/outcomes';
import { native } from '../../../syntax/python/evaluate/objects';
import type { NativeFunction, PyClass, PyValue, Run, WrittenClass } from '../../../syntax/python/evaluate/values';
import { nameText } from '../../../syntax/python/literal';
import { childOfKind, children, Kind, NONE, textOf, type PythonTree } from '../../../syntax/python/tree';

/** `@dataclass`, with arguments or without: the class stays the same. */
export const dataclass: NativeFunction = (run, { positional: [first] }) => {
  if (first !== undefined) return made(run, first.value);
  return native('dataclass', (inner, { positional: [type] }) => made(inner, type?.value ?? null));
};

function made(run: Run, type: PyValue): PyValue {
  if (typeof type === 'object' && type?.kind === 'class' && type.written !== undefined)
    checkAnnotations(run, type, type.written);
  return type;
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

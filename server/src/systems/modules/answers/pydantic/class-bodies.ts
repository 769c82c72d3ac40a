import { nameText, stringValue } from '../../../../syntax/python/literal';
import { childOfKind, children, Kind, NONE, valueOf, type PythonTree } from '../../../../syntax/python/tree';
import { literalsIn } from '../../../../syntax/python/string-parts';
import { evaluate, type Frame } from './expressions';
import { cleanDoc } from '../../read/docstring';
import { text, unknown, type PyClass, type PyValue } from './values';

/** The class that a class statement makes. Returns undefined for one that is half typed. */
export function runClass(tree: PythonTree, node: number, frame: Frame): PyClass | undefined {
  const name = nameText(tree, childOfKind(tree, node, Kind.Name));
  const body = childOfKind(tree, node, Kind.Body);
  if (name === undefined || body === NONE) return undefined;
  const owner = frame.enclosing === undefined ? undefined : frame.qualname;
  const qualname = owner === undefined ? name : `${owner}.${name}`;
  const made: PyClass = {
    kind: 'class',
    name,
    qualname,
    module: frame.module,
    ...basesOf(tree, node, frame),
    decorators: children(tree, node)
      .filter(child => tree.kind[child] === Kind.Decorator)
      .map(child => evaluate(tree, child + 1, frame)),
    names: new Map(),
    annotations: new Map(),
    docstrings: new Map(),
    ...(frame.enclosing === undefined ? {} : { enclosing: frame.names }),
    isRebuilt: false,
  };
  if (childOfKind(tree, node, Kind.TypeParameters) !== NONE) made.unclear = 'type parameters need Python 3.12';
  runBody(tree, body, made, { ...frame, names: made.names, enclosing: frame, qualname });
  return made;
}

function basesOf(tree: PythonTree, node: number, frame: Frame): Pick<PyClass, 'bases' | 'keywords'> {
  const bases: PyValue[] = [];
  const keywords = new Map<string, PyValue>();
  const list = childOfKind(tree, node, Kind.Bases);
  for (const base of list === NONE ? [] : children(tree, list)) {
    if (tree.kind[base] === Kind.Keyword) {
      const name = nameText(tree, base + 1);
      const value = valueOf(tree, base);
      if (name !== undefined && value !== NONE) keywords.set(name, evaluate(tree, value, frame));
    } else if (tree.kind[base] === Kind.Spread) bases.push(unknown('bases that are spread'));
    else bases.push(evaluate(tree, base, frame));
  }
  return { bases, keywords };
}

function runBody(tree: PythonTree, body: number, made: PyClass, frame: Frame): void {
  const statements = children(tree, body);
  for (const [i, node] of statements.entries()) {
    if (tree.kind[node] !== Kind.String) continue;
    const said = isFormatted(tree, node) ? undefined : stringValue(tree, node);
    if (said === undefined) continue;
    const field = i === 0 ? undefined : annotatedName(tree, statements[i - 1] ?? NONE);
    if (i === 0) made.doc = said;
    else if (field !== undefined) made.docstrings.set(field, cleanDoc(said));
  }
  frame.run(tree, body, { ...frame, annotate: (name, annotation) => made.annotations.set(name, annotation) });
  const own = made.names.get('__doc__');
  if (own?.kind === 'str') made.doc = own.value;
}

/** Whether a text is an f-string, which is no docstring even without replacement fields. */
function isFormatted(tree: PythonTree, node: number): boolean {
  const { text } = tree;
  const literals = literalsIn(text, tree.start[node] ?? 0, tree.end[node] ?? 0, () => undefined);
  return [...literals].some(({ prefix }) => prefix.includes('f'));
}

/** The name of a field: of `name: type` and `name: type = value`. */
function annotatedName(tree: PythonTree, node: number): string | undefined {
  if (node === NONE || tree.kind[node] !== Kind.Assign || childOfKind(tree, node, Kind.Annotation) === NONE)
    return undefined;
  const target = childOfKind(tree, node, Kind.Target);
  return target === NONE ? undefined : nameText(tree, target + 1);
}

/** The annotation of a statement in a class body: text where the file postpones annotations. */
export function annotationValue(tree: PythonTree, annotation: number, frame: Frame): PyValue {
  const expression = annotation + 1;
  if (!frame.module.hasFutureAnnotations) return evaluate(tree, expression, frame);
  return text(tree.text.slice(tree.start[expression], tree.end[expression]));
}

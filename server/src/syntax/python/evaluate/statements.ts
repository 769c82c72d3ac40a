import { truncateCode } from '../../../base/message-text';
import { nameText } from '../literal';
import { Clause, Kind, NONE, childOfKind, children, clauseOf, firstChild, operatorOf, textOf, valueOf } from '../tree';
import { attempt } from './attempts';
import { branch } from './branches';
import { builtinClass } from './builtin-classes';
import { newFunction } from './calls';
import { defineClass } from './classes';
import { reasonOf, truthOf } from './comparing';
import { placeOf, type Completion, type Frame, type Interpreter } from './frames';
import { importFrom, importModules } from './imports';
import { runFor, runWhile } from './loops';
import { runMatch } from './matching';
import { bind, nameIn, newDict } from './mappings';
import { bindName, valueOfName } from './names';
import { augmented } from './operators';
import { doubtful, exceptionOf, Raised } from './outcomes';
import { raiseStatement } from './raising';
import { setSubscript, subscript } from './subscripts';
import { assign, attributeTarget, itemTarget, ownName, remove } from './targets';
import { attributeOf, setAttribute } from './attributes';
import { decorated, evaluateDecorators } from './decorators';
import { runWith } from './with';
import type { PyValue } from './values';

/** Runs the statements of a module or body, in order. */
export function execute(run: Interpreter, frame: Frame, body: number): Completion {
  const statements = children(frame.tree, body);
  for (let at = 0; at < statements.length;) {
    const node = statements[at++] ?? NONE;
    const clauses = [node];
    if (frame.tree.kind[node] === Kind.Block)
      while (at < statements.length && continues(frame, statements[at] ?? NONE)) clauses.push(statements[at++] ?? NONE);
    const completion = statement(run, frame, node, clauses);
    if (completion !== 'next') return completion;
  }
  return 'next';
}

/** Whether a statement is a clause of the one before. */
function continues({ tree }: Frame, node: number): boolean {
  if (tree.kind[node] !== Kind.Block) return false;
  const clause = clauseOf(tree, node);
  return (
    clause === Clause.Elif ||
    clause === Clause.Else ||
    clause === Clause.Except ||
    clause === Clause.ExceptGroup ||
    clause === Clause.Finally
  );
}

function statement(run: Interpreter, frame: Frame, node: number, clauses: readonly number[]): Completion {
  run.site = placeOf(frame, node);
  switch (frame.tree.kind[node]!) {
    case Kind.Block:
      return compound(run, frame, node, clauses);
    case Kind.With:
      return runWith(run, frame, node);
    case Kind.Return: {
      const value = firstChild(frame.tree, node);
      return { returned: value === NONE ? null : run.evaluate(frame, value) };
    }
    case Kind.Break:
      return 'break';
    case Kind.Continue:
      return 'continue';
    default:
      simple(run, frame, node);
      return 'next';
  }
}

function compound(run: Interpreter, frame: Frame, node: number, clauses: readonly number[]): Completion {
  switch (clauseOf(frame.tree, node)) {
    case Clause.If:
      return runIf(run, frame, clauses);
    case Clause.While:
      return runWhile(run, frame, clauses);
    case Clause.For:
      return runFor(run, frame, clauses);
    case Clause.Try:
      return attempt(run, frame, clauses);
    case Clause.Match:
      return runMatch(run, frame, node);
    default:
      doubtful(run, 'operation', 'a clause has no statement that it belongs to');
      return 'next';
  }
}

function runIf(run: Interpreter, frame: Frame, [first = NONE, ...rest]: readonly number[]): Completion {
  if (first === NONE) return 'next';
  const body = childOfKind(frame.tree, first, Kind.Body);
  if (clauseOf(frame.tree, first) === Clause.Else) return run.execute(frame, body);
  const condition = run.evaluate(frame, firstChild(frame.tree, first));
  const truth = truthOf(run, condition);
  if (truth === true) return run.execute(frame, body);
  const otherwise = (): Completion => runIf(run, frame, rest);
  return truth === false
    ? otherwise()
    : branch(run, frame, [() => run.execute(frame, body), otherwise], reasonOf(condition));
}

function simple(run: Interpreter, frame: Frame, node: number): void {
  const { tree } = frame;
  switch (tree.kind[node]!) {
    case Kind.Import:
      return importModules(run, frame, node);
    case Kind.ImportFrom:
      return importFrom(run, frame, node);
    case Kind.Class:
      return defineClass(run, frame, node);
    case Kind.Function:
      return defineFunction(run, frame, node);
    case Kind.Assign:
      return assignment(run, frame, node);
    case Kind.AugAssign:
      return augmentedAssignment(run, frame, node);
    case Kind.Delete:
      for (const target of children(tree, node)) remove(run, frame, target);
      return;
    case Kind.Raise:
      return raiseStatement(run, frame, node);
    case Kind.Assert:
      return assertion(run, frame, node);
    case Kind.TypeAlias:
      return bindName(
        run,
        frame,
        nameText(tree, firstChild(tree, node)) ?? '',
        { kind: 'special', name: 'TypeAliasType' },
        run.site,
        run.site,
      );
    case Kind.Global:
    case Kind.Pass:
      return;
    default:
      run.evaluate(frame, node);
  }
}

function defineFunction(run: Interpreter, frame: Frame, node: number): void {
  const { tree } = frame;
  const decorators = evaluateDecorators(run, frame, node);
  const name = childOfKind(tree, node, Kind.Name);
  const made = newFunction(run, frame, node, nameText(tree, name) ?? '');
  evaluateAnnotations(run, frame, node);
  const value = decorated(run, frame, decorators, made);
  bindName(run, frame, nameText(tree, name) ?? '', value, placeOf(frame, name), placeOf(frame, node));
}

/** The annotations of a function's parameters and of what it returns. */
function evaluateAnnotations(run: Interpreter, frame: Frame, node: number): void {
  const { tree } = frame;
  if (frame.shared.lazyAnnotations || childOfKind(tree, node, Kind.TypeParameters) !== NONE) return;
  const parameters = childOfKind(tree, node, Kind.Parameters);
  const all = parameters === NONE ? [] : children(tree, parameters).map(one => childOfKind(tree, one, Kind.Annotation));
  for (const annotation of [...all, childOfKind(tree, node, Kind.Annotation)])
    if (annotation !== NONE) run.evaluate(frame, firstChild(tree, annotation));
}

function assignment(run: Interpreter, frame: Frame, node: number): void {
  const { tree } = frame;
  const annotation = childOfKind(tree, node, Kind.Annotation);
  const value = valueOf(tree, node);
  if (value !== NONE) {
    const result = run.evaluate(frame, value);
    for (const target of children(tree, node))
      if (tree.kind[target] === Kind.Target)
        assign(run, frame, firstChild(tree, target), result, placeOf(frame, value));
  }
  if (annotation !== NONE)
    annotate(
      run,
      frame,
      firstChild(tree, childOfKind(tree, node, Kind.Target)),
      firstChild(tree, annotation),
      value === NONE,
    );
}

/** Outside of functions, annotations are evaluated, and those of names are kept. Without a value, `a.b` and `a[b]` are evaluated up to the last step. */
function annotate(run: Interpreter, frame: Frame, target: number, annotation: number, isBare: boolean): void {
  const name = ownName(frame, target);
  if (isBare && frame.tree.kind[target] === Kind.Subscript) itemTarget(run, frame, target);
  else if (isBare && name === undefined) attributeTarget(run, frame, target);
  if (frame.kind === 'function') return;
  const isName = frame.tree.kind[target] === Kind.Name && name !== undefined;
  const value = frame.shared.lazyAnnotations ? textOf(frame.tree, annotation) : run.evaluate(frame, annotation);
  if (!isName) return;
  const known = nameIn(run, frame.names, '__annotations__')?.value;
  const annotations = typeof known === 'object' && known?.kind === 'dict' ? known : newDict(run);
  const at = placeOf(frame, target);
  if (known !== annotations) bind(run, frame.names, '__annotations__', annotations, at, at);
  bind(run, annotations, name, value, at, placeOf(frame, annotation));
}

/** `target += value` */
function augmentedAssignment(run: Interpreter, frame: Frame, node: number): void {
  const { tree } = frame;
  const target = firstChild(tree, firstChild(tree, node));
  const value = valueOf(tree, node);
  const operate = (before: PyValue): PyValue => {
    const operand = run.evaluate(frame, value);
    run.site = placeOf(frame, node);
    return augmented(run, operatorOf(tree, node), before, operand);
  };
  const name = ownName(frame, target);
  const valueAt = placeOf(frame, value);
  if (tree.kind[target] === Kind.Subscript) {
    const { object, key, keyAt } = itemTarget(run, frame, target);
    const result = operate(subscript(run, object, key));
    return setSubscript(run, object, key, result, keyAt, valueAt);
  }
  if (name !== undefined && tree.kind[target] === Kind.Name)
    return bindName(run, frame, name, operate(valueOfName(run, frame, name)), placeOf(frame, target), valueAt);
  const { object, attribute } = attributeTarget(run, frame, target);
  const result = operate(attributeOf(run, object, attribute));
  setAttribute(run, object, attribute, result, placeOf(frame, target), valueAt);
}

function assertion(run: Interpreter, frame: Frame, node: number): void {
  const [condition = NONE, message = NONE] = children(frame.tree, node);
  const value = run.evaluate(frame, condition);
  const truth = truthOf(run, value);
  const values = truth === false && message !== NONE ? [run.evaluate(frame, message)] : [];
  run.site = placeOf(frame, node);
  const text = `\`assert ${truncateCode(textOf(frame.tree, condition))}\``;
  if (truth === false)
    throw new Raised(exceptionOf(run, builtinClass('AssertionError'), values), `${text} fails`, run.site);
  if (truth === undefined) doubtful(run, 'operation', `${text} may fail: ${reasonOf(value)}`);
}

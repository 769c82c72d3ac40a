import { Kind, children, firstChild, textOf } from '../tree';
import { callValue } from './call-values';
import { placeOf, type Frame, type Interpreter } from './frames';
import type { PyValue } from './values';

/** A decorator: what it is worth, and its expression. */
export interface Decorator {
  readonly callee: PyValue;
  readonly node: number;
}

/** Evaluates the decorators of a class or function, before it is made. */
export function evaluateDecorators(run: Interpreter, frame: Frame, statement: number): Decorator[] {
  const { tree } = frame;
  return children(tree, statement)
    .filter(child => tree.kind[child] === Kind.Decorator)
    .map(child => firstChild(tree, child))
    .map(node => ({ callee: run.evaluate(frame, node), node }));
}

/** What decorators make of a class or function: the last of them is called first. */
export function decorated(run: Interpreter, frame: Frame, decorators: readonly Decorator[], made: PyValue): PyValue {
  return decorators.reduceRight((value, { callee, node }) => {
    run.site = placeOf(frame, node);
    const args = { positional: [{ value, at: run.site }], named: new Map() };
    return callValue(run, callee, args, frame, textOf(frame.tree, node));
  }, made);
}

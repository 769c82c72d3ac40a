import { Flag, Kind, childOfKind, children, firstChild } from '../tree';
import { branch } from './branches';
import { areEqual, truthOf } from './comparing';
import { placeOf, type Completion, type Frame, type Interpreter } from './frames';
import { unknown } from './outcomes';
import { reachOf } from './mappings';
import { assign } from './targets';
import type { PyValue } from './values';

/** `match`: patterns of values are compared; whether others match is not told. */
export function runMatch(run: Interpreter, frame: Frame, node: number): Completion {
  const { tree } = frame;
  const subject = run.evaluate(frame, firstChild(tree, node));
  const cases = children(tree, childOfKind(tree, node, Kind.Body)).filter(child => tree.kind[child] === Kind.Block);
  return runCases(run, frame, subject, cases);
}

function runCases(run: Interpreter, frame: Frame, subject: PyValue, [first, ...rest]: readonly number[]): Completion {
  if (first === undefined) return 'next';
  const { tree } = frame;
  const pattern = childOfKind(tree, first, Kind.Pattern);
  const body = childOfKind(tree, first, Kind.Body);
  const answer = matches(run, frame, subject, pattern);
  const others = (): Completion => runCases(run, frame, subject, rest);
  if (answer === false) return others();
  const taken = (): Completion => {
    const guard = children(tree, first).find(child => child !== pattern && child !== body);
    bindAll(
      run,
      frame,
      pattern,
      answer === true ? subject : unknown(run, 'a pattern matches', { reach: reachOf(subject) }),
    );
    const truth = guard === undefined ? true : truthOf(run, run.evaluate(frame, guard));
    if (truth === true) return run.execute(frame, body);
    return truth === false
      ? others()
      : branch(run, frame, [() => run.execute(frame, body), others], 'a guard cannot be told');
  };
  return answer === true ? taken() : branch(run, frame, [taken, others], 'whether a pattern matches cannot be told');
}

function matches(run: Interpreter, frame: Frame, subject: PyValue, pattern: number): boolean | undefined {
  const flags = frame.tree.flags[pattern]!;
  if ((flags & Flag.Irrefutable) !== 0) return true;
  if ((flags & Flag.Values) === 0) return undefined;
  const answers = children(frame.tree, pattern).map(value => areEqual(run, subject, run.evaluate(frame, value)));
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

function bindAll(run: Interpreter, frame: Frame, pattern: number, value: PyValue): void {
  for (const target of children(frame.tree, pattern))
    if (frame.tree.kind[target] === Kind.Target)
      assign(run, frame, firstChild(frame.tree, target), value, placeOf(frame, target));
}

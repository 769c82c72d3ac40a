import { Operator } from './tree';

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['+', Operator.Add],
  ['-', Operator.Subtract],
  ['*', Operator.Multiply],
  ['@', Operator.MatrixMultiply],
  ['/', Operator.Divide],
  ['//', Operator.FloorDivide],
  ['%', Operator.Modulo],
  ['**', Operator.Power],
  ['<<', Operator.ShiftLeft],
  ['>>', Operator.ShiftRight],
  ['&', Operator.BitAnd],
  ['|', Operator.BitOr],
  ['^', Operator.BitXor],
  ['==', Operator.Equal],
  ['!=', Operator.NotEqual],
  ['<', Operator.Less],
  ['<=', Operator.LessEqual],
  ['>', Operator.Greater],
  ['>=', Operator.GreaterEqual],
]);

/** The operator between two operands that stands at `start`; 0 for none. Of `+=`, `end` is before the `=`. */
export function operatorAt(text: string, start: number, end: number): number {
  return OPERATORS.get(text.slice(start, end)) ?? 0;
}

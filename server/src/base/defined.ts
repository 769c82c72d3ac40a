/**
 * `value`, which a rule of the surrounding code keeps from being absent: a repeated key has a first row, a cycle has an
 * edge. Where that rule is broken, the error says what is missing. Never for what a user's text may leave out.
 */
export function defined<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null) throw new Error(`${what} is missing`);
  return value;
}

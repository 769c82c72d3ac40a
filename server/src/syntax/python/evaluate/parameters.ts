import { taint } from './objects';
import { doubtful, isUnknown, raise, used } from './outcomes';
import type { Argument, Arguments, NativeFunction, PyClass, PyValue, Run } from './values';

/** What a built-in function is given, by the order of its parameters; what may be left out may be undefined. */
export type Given = readonly (PyValue | undefined)[];

type Body = (run: Run, given: Given, args: Arguments) => PyValue;

/**
 * A built-in function with parameters, such as `'key / default?'`: those before the `/` take no names, those with `?` may be
 * left out, those behind a `*` have to be named.
 */
export function withParameters(name: string, parameters: string, body: Body): NativeFunction {
  const words = parameters.split(' ').filter(word => word !== '');
  const slash = words.indexOf('/');
  const star = words.indexOf('*');
  const isParameter = (word: string): boolean => word !== '/' && word !== '*';
  const all = words.flatMap((word, index) =>
    isParameter(word)
      ? [
          {
            name: word.replace('?', ''),
            optional: word.endsWith('?'),
            bare: index < slash,
            named: star >= 0 && index > star,
          },
        ]
      : [],
  );
  return (run, args) => {
    if (args.open !== undefined) return unseen(run, name, args);
    const positional = [...args.positional];
    const named = new Map(args.named);
    const given = all.map(({ name: parameter, optional, bare, named: onlyNamed }) => {
      const own = bare ? undefined : named.get(parameter);
      if (own !== undefined) named.delete(parameter);
      const value = own ?? (onlyNamed ? undefined : positional.shift());
      if (value === undefined && !optional) raise(run, 'TypeError', `${name}() is missing the argument '${parameter}'`);
      return value?.value;
    });
    if (positional.length > 0) raise(run, 'TypeError', `${name}() takes fewer arguments`);
    const [other] = named.keys();
    if (other !== undefined) raise(run, 'TypeError', `${name}() takes no keyword argument '${other}'`);
    return body(run, given, args);
  };
}

/** A function that only looks at its arguments: of unknown ones, the result is unknown. */
export function pure(name: string, parameters: string, result: PyClass | undefined, body: Body): NativeFunction {
  return withParameters(name, parameters, (run, given, args) => {
    const missing = given.find(isUnknown);
    if (missing === undefined) return body(run, given, args);
    const known = { ...(result === undefined ? {} : { class: result }) };
    const reach = given.filter(isUnknown).flatMap(value => value.reach ?? []);
    return missing.class === undefined ? used(run, { ...missing, reach }, known) : { ...missing, ...known };
  });
}

function unseen(run: Run, name: string, args: Arguments): PyValue {
  taint(run, valuesOf(args), `it is given to \`${name}()\``);
  return doubtful(run, 'call', `\`${name}()\` is called with arguments that cannot be told`);
}

/** The values of all arguments of a call, positional ones first. */
export function valuesOf({ positional, named }: Arguments): PyValue[] {
  return [...positional, ...named.values()].map(({ value }: Argument) => value);
}

import { CLASS_ATTRIBUTES } from './library-names';

/** The attributes that built-in classes have in any version of Python. */
export const BUILTIN_ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(CLASS_ATTRIBUTES).map(([name, attributes]) => [name, new Set(attributes.split(/[ |?]/))]),
);

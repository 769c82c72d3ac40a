import { bool, text, unknown, type PyModule, type PyValue } from './values';

/** The names that every module has without binding them. */
export function bindingsOfModule(name: string, module: PyModule): PyValue | undefined {
  switch (name) {
    case '__name__':
      return text(module.name);
    case '__debug__':
      return bool(true);
    case '__doc__':
    case '__file__':
      return unknown(`${name} of the module`);
  }
  return undefined;
}

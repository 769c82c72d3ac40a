import { isClass } from '../../../model/class-outline';
import type { Lookup } from '../../../model/lookup';
import type { CompanionFact, PythonNamesFact } from '../facts';
import { mayInherit } from './classes';

/** What discovery makes of a Python file that has none of the words of modules in it. */
export type PlainFileVerdict = 'no module' | 'cannot tell';

/** Such a file has a module only by a class that inherits everything, or where a companion names something that it imports. */
export function plainFileVerdict(
  fact: PythonNamesFact,
  companion: CompanionFact | undefined,
  lookup: Lookup,
): PlainFileVerdict {
  const entry = companion?.entryPoint;
  if (entry !== undefined) return 'crash' in entry || lacksName(fact, entry.className) ? 'no module' : 'cannot tell';
  if (fact.classes === undefined) return 'no module';
  if (fact.classes === 'made') return 'cannot tell';
  const classes = lookup.file(fact.file.path)?.facts.filter(isClass) ?? [];
  return classes.some(each => mayInherit('input_schema', each, lookup)) ? 'cannot tell' : 'no module';
}

/** Whether a file has no such name: where no statement holds others, each of its names stands in the first column. */
function lacksName({ isPlain, classes, names }: PythonNamesFact, name: string): boolean {
  return (isPlain || classes === undefined) && !names.includes(name);
}

import type { Fact } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { isCompanion, isModule } from '../facts';
import { modulesOf, modulesOfCompanion } from '../resolve/module';

/** The ids of the modules that a companion or a module file is about. */
export function subjectsOf(fact: Fact, lookup: Lookup): readonly string[] {
  const modules = isCompanion(fact) ? modulesOfCompanion(fact, lookup) : isModule(fact) ? modulesOf(fact, lookup) : [];
  return modules.map(({ id }) => id);
}

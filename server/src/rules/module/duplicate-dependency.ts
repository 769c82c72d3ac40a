import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  DEPENDENCY,
  type DependencyFact,
  isDependency,
  dependencyStatusOf,
  lossOf,
  type Module,
} from '../../systems/modules/public';
import { BILLING_MODULE, ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const duplicateDependency: FactRule<DependencyFact> = {
  code: 'module/duplicate-dependency',
  severity: 'error',
  summary: 'A dependency is listed twice.',
  why:
    'The load order counts it twice and ticks it off once, so that the module waits for ever: discovery ends with modules that ' +
    '"could not be loaded — blocked by unresolved required dependencies", and registers nothing at all. The TypeScript ' +
    'implementation reports a circle that is none.',
  remedy: 'Leave one of the entries; two constraints go into one, with a comma.',
  bad: `
#- extensions/billing.py
${BILLING_MODULE}
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
dependencies:
  - module_id: billing
  - module_id: billing
#              ^^^^^^^ module/duplicate-dependency
    version: ">=1.0"
`,
  good: `
#- extensions/billing.py
${BILLING_MODULE}
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
dependencies:
  - module_id: billing
    version: ">=1.0"
`,
  over: 'fact',
  kind: 'dependency',
  wide: true,
  *check(dependency, lookup) {
    if (dependency.nth === 0) return;
    const module = moduleIfCounted(dependency, lookup);
    const first = lookup
      .file(dependency.file.path)
      ?.facts.filter(isDependency)
      .find(({ name, nth }) => name === dependency.name && nth < dependency.nth);
    if (module === undefined || first === undefined || moduleIfCounted(first, lookup) === undefined) return;
    const loss = lossOf(module.placed.discovery, module.placed.language, lookup);
    yield {
      at: at(dependency, Part.fieldValue(DEPENDENCY.module)),
      message: `'${truncateName(dependency.name)}' is listed twice, which blocks the load order; ${loss.text}`,
      related: [
        { at: at(first, Part.fieldValue(DEPENDENCY.module)), message: 'listed first here' },
        ...loss.related.slice(0, 2),
      ],
      fixes: [{ title: 'Remove this entry', safe: false, edits: [{ do: 'remove-entry', fact: dependency }] }],
    };
  },
};

/** The module that an entry makes wait for another; none where it is passed over, since its version does not fit. */
function moduleIfCounted(dependency: DependencyFact, lookup: Lookup): Module | undefined {
  const judged = dependencyStatusOf(dependency, lookup);
  const status = judged?.status.status;
  const isCounted = status === 'met' || (status === 'mismatch' && !dependency.optional);
  return isCounted && judged?.module.doubt === undefined ? judged?.module : undefined;
}

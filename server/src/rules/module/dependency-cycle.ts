import { nextInRing } from '../../base/collections';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import { cyclesOf, DEPENDENCY, type Edge, pathInWords } from '../../systems/modules/public';
import { BILLING_MODULE, ORDERS_MODULE } from '../example-files';
import type { KeyRule } from '../rule';

export const dependencyCycle: KeyRule = {
  code: 'module/dependency-cycle',
  severity: 'error',
  summary: 'Modules depend on each other in a circle.',
  why:
    'There is no order in which they could be registered: discovery raises CircularDependencyError and registers nothing at all. ' +
    'An optional dependency is an edge like any other while its module is there. Of several circles the real run time reports ' +
    'one; here each group of modules that depend on each other has one path, the one that it would report for that group alone.',
  remedy: 'Remove one of the dependencies, or move what both need into a third module.',
  bad: `
#- extensions/billing.py
${BILLING_MODULE}
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/billing_meta.yaml
dependencies:
  - module_id: orders
#              ^^^^^^ module/dependency-cycle
#- extensions/orders_meta.yaml
dependencies:
  - module_id: billing
#              ^^^^^^^ module/dependency-cycle
`,
  good: `
#- extensions/billing.py
${BILLING_MODULE}
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
dependencies:
  - module_id: billing
`,
  relatedIsPath: true,
  over: 'key',
  kind: 'cycle',
  *check(name, lookup) {
    for (const { cycle } of cyclesOf(lookup.component(name), lookup))
      for (const [i, edge] of cycle.slice(0, MOST_EDGES).entries()) yield report(edge, i, cycle);
  },
};

/** In a longer circle the first edges are marked, and all are in the explanation. */
const MOST_EDGES = 100;

function report({ dependency }: Edge, i: number, cycle: readonly Edge[]): Report {
  return {
    at: at(dependency, Part.fieldValue(DEPENDENCY.module)),
    message: `${pathInWords(cycle)}: discovery aborts and nothing is registered`,
    related: nextInRing(cycle, i, 3).map(({ from, to, dependency: fact }) => ({
      at: at(fact, Part.fieldValue(DEPENDENCY.module)),
      message: `'${truncateName(from)}' needs '${truncateName(to)}'`,
    })),
    fixes: [
      {
        title: `Remove the dependency on '${truncateName(dependency.name)}'`,
        safe: false,
        edits: [{ do: 'remove-entry', fact: dependency }],
      },
    ],
  };
}

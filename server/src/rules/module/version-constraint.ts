import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { DEPENDENCY, type DependencyFact, dependencyStatusOf, lossOf } from '../../systems/modules/public';
import { BILLING_MODULE, ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const versionConstraint: FactRule<DependencyFact> = {
  code: 'module/version-constraint',
  severity: 'error',
  summary: 'A version constraint is not understood.',
  why:
    'Constraints are versions that begin with a digit, after >=, <=, >, <, =, ^, ~ or nothing, joined by commas. Anything else, ' +
    'such as latest or *, raises VersionConstraintError, and discovery registers nothing at all.',
  remedy: "Write a constraint such as '>=1.2.0,<2', or leave the version out to take any.",
  bad: `
#- extensions/billing.py
${BILLING_MODULE}
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
dependencies:
  - module_id: billing
    version: latest
#            ^^^^^^ module/version-constraint
`,
  good: `
#- extensions/billing.py
${BILLING_MODULE}
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
dependencies:
  - module_id: billing
    version: "^1.0"
`,
  over: 'fact',
  kind: 'dependency',
  wide: true,
  *check(dependency, lookup) {
    const judged = dependencyStatusOf(dependency, lookup);
    if (judged?.status.status !== 'malformed') return;
    const { discovery, language } = judged.module.placed;
    const loss = lossOf(discovery, language, lookup);
    yield {
      at: at(dependency, Part.fieldValue(DEPENDENCY.version)),
      message: `'${truncateName(judged.status.part)}' is no version constraint, such as '>=1.2.0' or '^1.2'; ${loss.text}`,
      related: loss.related,
    };
  },
};

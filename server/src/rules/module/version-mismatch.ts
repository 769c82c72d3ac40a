import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import {
  damagedCompanionAside,
  DEPENDENCY,
  type DependencyFact,
  dependencyStatusOf,
  lossOf,
} from '../../systems/modules/public';
import { BILLING_MODULE, ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const versionMismatch: FactRule<DependencyFact> = {
  code: 'module/version-mismatch',
  severity: 'error',
  summary: 'A module requires another version of its dependency.',
  why:
    'Discovery raises DependencyVersionMismatchError and registers nothing at all. The version of a module is that of its ' +
    'companion, else that of its class, else 1.0.0.',
  remedy: 'Correct the constraint, or the version of the other module.',
  bad: `
#- extensions/billing.py
${BILLING_MODULE}
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
dependencies:
  - module_id: billing
    version: ">=2.0.0"
#            ^^^^^^^^^ module/version-mismatch
`,
  good: `
#- extensions/billing.py
${BILLING_MODULE}
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
dependencies:
  - module_id: billing
    version: ">=1.0.0"
`,
  over: 'fact',
  kind: 'dependency',
  wide: true,
  *check(dependency, lookup) {
    if (dependency.optional || dependency.partial === true) return;
    const judged = dependencyStatusOf(dependency, lookup);
    if (judged?.status.status !== 'mismatch') return;
    const { module, version, constraint } = judged.status;
    const { discovery, language } = judged.module.placed;
    const loss = lossOf(discovery, language, lookup);
    yield {
      at: at(dependency, Part.fieldValue(DEPENDENCY.version)),
      message: `'${truncateName(dependency.name)}' has version ${truncateName(version)}${damagedCompanionAside(module)}, which '${truncateName(constraint)}' does not allow; ${loss.text}`,
      related: [
        { at: at(module.companion ?? module.fact, Part.name), message: `version ${truncateName(version)}` },
        ...loss.related.slice(0, 2),
      ],
    };
  },
};

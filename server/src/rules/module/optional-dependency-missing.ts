import { truncateName } from '../../base/message-text';
import { Part, type Place } from '../../model/fact';
import { at } from '../../model/finding';
import type { Fix } from '../../model/fix';
import {
  closestModule,
  damagedCompanionAside,
  damagedMapAside,
  DEPENDENCY,
  type DependencyFact,
  dependencyStatusOf,
  whyFileIsNone,
} from '../../systems/modules/public';
import { BILLING_MODULE, ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const optionalDependencyMissing: FactRule<DependencyFact> = {
  code: 'module/optional-dependency-missing',
  severity: 'info',
  summary: 'An optional dependency is not there.',
  why: 'The module is registered all the same. The Python implementation logs a warning, the TypeScript one says nothing.',
  remedy: 'Nothing, if that is meant; else correct the id.',
  bad: `
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
dependencies:
  - module_id: billing
#              ^^^^^^^ module/optional-dependency-missing
    optional: true
`,
  good: `
#- extensions/billing.py
${BILLING_MODULE}
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
dependencies:
  - module_id: billing
    optional: true
`,
  over: 'fact',
  kind: 'dependency',
  wide: true,
  *check(dependency, lookup) {
    if (!dependency.optional) return;
    const judged = dependencyStatusOf(dependency, lookup);
    if (judged === undefined) return;
    const { status } = judged;
    const name = `'${truncateName(dependency.name)}'`;
    if (status.status === 'missing') {
      const aside = damagedMapAside(judged.module.placed.discovery, lookup);
      const why = whyFileIsNone(status);
      const missing = why === undefined ? `is not found${aside}` : `counts as missing, since ${why}`;
      const { discovery, language } = judged.module.placed;
      const place = at(dependency, Part.fieldValue(DEPENDENCY.module));
      const meant = why === undefined ? closestModule(dependency.name, discovery, language, lookup) : undefined;
      const question = meant === undefined ? '' : `. Did you mean '${truncateName(meant)}'?`;
      yield {
        at: place,
        message: `${name} ${missing}; this module is registered without it${question}`,
        fixes: meant === undefined ? [] : [changeTo(meant, place)],
      };
    } else if (status.status === 'mismatch') {
      const { module, version, constraint } = status;
      yield {
        at: at(dependency, Part.fieldValue(DEPENDENCY.version)),
        message: `${name} has version ${truncateName(version)}${damagedCompanionAside(module)}, which '${truncateName(constraint)}' does not allow; it is passed over, since it is optional`,
      };
    }
  },
};

function changeTo(id: string, place: Place): Fix {
  return {
    title: `Change to '${truncateName(id)}'`,
    safe: false,
    edits: [{ do: 'replace', at: place, text: id }],
  };
}

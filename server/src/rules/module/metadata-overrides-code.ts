import { sameData } from '../../base/structural-equality';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { type CompanionFact, mergedFields, modulesOfCompanion } from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const metadataOverridesCode: FactRule<CompanionFact> = {
  code: 'module/metadata-overrides-code',
  severity: 'hint',
  summary: 'A companion says something else than the class.',
  why: 'The companion wins, field by field. Whoever reads or changes the class alone does not see that.',
  remedy: 'Nothing, if that is meant; else leave one of the two.',
  bad: `
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
description: Takes orders by post
#            ^^^^^^^^^^^^^^^^^^^^ module/metadata-overrides-code
`,
  good: `
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
version: "1.1.0"
`,
  over: 'fact',
  kind: 'companion',
  wide: true,
  *check(companion, lookup) {
    const [module] = modulesOfCompanion(companion, lookup);
    if (module === undefined) return;
    for (const { name, winner, value, other } of mergedFields(module, lookup)) {
      const index = companion.fields.findLastIndex(field => field.name === name);
      if (winner !== 'companion' || other === undefined || index < 0 || sameData(value, other.value)) continue;
      yield {
        at: at(companion, Part.fieldValue(index)),
        message: `'${name}' is '${inWords(value)}' here and '${inWords(other.value)}' in the class; this one wins`,
        related: [{ at: other.at, message: 'in the class' }],
      };
    }
  },
};

function inWords(value: unknown): string {
  return truncateName(typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 60);
}

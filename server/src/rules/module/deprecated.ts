import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { fieldOf } from '../../model/fields';
import { at } from '../../model/finding';
import { nonEmptyText } from '../../model/value';
import { DEPENDENCY, type DependencyFact, dependencyStatusOf, partOf } from '../../systems/modules/public';
import { BILLING_MODULE, ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const deprecated: FactRule<DependencyFact> = {
  code: 'module/deprecated',
  severity: 'warning',
  summary: 'A module depends on one that is going away.',
  why:
    'The companion of the other module has metadata.x-deprecation: it works for now, and is gone with the version or on the day that ' +
    'it names.',
  remedy: 'Follow its migration guide.',
  bad: `
#- extensions/billing.py
${BILLING_MODULE}
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/billing_meta.yaml
metadata:
  x-deprecation:
    deprecated_since: "2.0.0"
    migration_guide: Use invoices instead
#- extensions/orders_meta.yaml
dependencies:
  - module_id: billing
#              ^^^^^^^ module/deprecated
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
  over: 'fact',
  kind: 'dependency',
  wide: true,
  *check(dependency, lookup) {
    const status = dependencyStatusOf(dependency, lookup)?.status;
    if (status?.status !== 'met' || status.module.companion === undefined) return;
    const notice = partOf(status.module.companion, 'x-deprecation', lookup);
    if (notice === undefined) return;
    const said = (name: string, words: string): string => {
      const text = nonEmptyText(fieldOf(notice, name));
      return text === undefined ? '' : `${words} ${truncateName(text)}`;
    };
    const gone = said('sunset_version', ', gone in') || said('sunset_date', ', gone on');
    yield {
      at: at(dependency, Part.fieldValue(DEPENDENCY.module)),
      message: `'${truncateName(dependency.name)}' is deprecated${said('deprecated_since', ' since')}${gone}${said('migration_guide', ':')}`,
      related: [{ at: at(notice, Part.name), message: 'said here' }],
      tag: 'deprecated',
    };
  },
};

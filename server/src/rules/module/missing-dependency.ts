import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import {
  closestModule,
  damagedMapAside,
  DEPENDENCY,
  type DependencyFact,
  dependencyStatusOf,
  lossOf,
  whyFileIsNone,
} from '../../systems/modules/public';
import { BILLING_MODULE, ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const missingDependency: FactRule<DependencyFact> = {
  code: 'module/missing-dependency',
  severity: 'error',
  summary: 'A module depends on one that is not there.',
  why:
    'Discovery raises DependencyNotFoundError and registers nothing at all. A module whose file is there but fails, because it has ' +
    'no class or its class is not valid, counts as missing.',
  remedy: 'Correct the id, add the module, or mark the dependency as optional.',
  bad: `
#- extensions/billing.py
${BILLING_MODULE}
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
dependencies:
  - module_id: biling
#              ^^^^^^ module/missing-dependency
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
    if (dependency.optional || dependency.partial === true) return;
    const judged = dependencyStatusOf(dependency, lookup);
    if (judged?.status.status === 'cannot tell') yield inDoubt(dependency, judged.status.why);
    if (judged?.status.status !== 'missing') return;
    const { discovery, language } = judged.module.placed;
    const why = whyFileIsNone(judged.status);
    const loss = lossOf(discovery, language, lookup);
    const place = at(dependency, Part.fieldValue(DEPENDENCY.module));
    const name = truncateName(dependency.name);
    if (judged.module.doubt !== undefined) {
      yield {
        at: place,
        severity: 'warning',
        message: `'${name}' is not there; whether that aborts discovery cannot be told: ${judged.module.doubt.why}`,
      };
      return;
    }
    if (why !== undefined) {
      const fact = judged.status.plain ?? judged.status.failed?.fact;
      yield {
        at: place,
        message: `'${name}' counts as missing, since ${why}; ${loss.text}`,
        related: [
          ...(fact === undefined ? [] : [{ at: at(fact, Part.name), message: `'${name}'` }]),
          ...loss.related.slice(0, 2),
        ],
      };
      return;
    }
    const meant = closestModule(dependency.name, discovery, language, lookup);
    yield {
      at: place,
      message: `'${name}' is not found${damagedMapAside(discovery, lookup)}, so ${loss.text}${meant === undefined ? '' : `. Did you mean '${truncateName(meant)}'?`}`,
      related: loss.related,
      fixes: [
        ...(meant === undefined
          ? []
          : [
              {
                title: `Change to '${truncateName(meant)}'`,
                safe: false,
                edits: [{ do: 'replace', at: place, text: meant } as const],
              },
            ]),
        {
          title: 'Mark as optional',
          safe: false,
          edits: [{ do: 'add-field', fact: dependency, name: 'optional', value: true }],
        },
      ],
    };
  },
};

/** Whether the dependency is there decides about the whole discovery. */
function inDoubt(dependency: DependencyFact, why: string): Report {
  return {
    at: at(dependency, Part.fieldValue(DEPENDENCY.module)),
    severity: 'warning',
    message: `Whether '${truncateName(dependency.name)}' is registered cannot be told: ${why}; if it is not, discovery aborts`,
  };
}

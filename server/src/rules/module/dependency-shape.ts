import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import {
  DEPENDENCY,
  type DependencyFact,
  dependencyStatusOf,
  dependentsOf,
  type Loss,
  lossOf,
} from '../../systems/modules/public';
import { BILLING_MODULE, ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const dependencyShape: FactRule<DependencyFact> = {
  code: 'module/dependency-shape',
  severity: 'error',
  summary: 'A dependency is not written as the run time reads it.',
  why:
    'Discovery takes dependencies for a list of mappings and every version for text, without looking. A list of names, a mapping ' +
    'of names to versions, or a version that YAML reads as a number ends in AttributeError, and nothing at all is registered.',
  remedy: "Write each dependency as '- module_id: name', and versions in quotes.",
  bad: `
#- extensions/billing.py
${BILLING_MODULE}
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
dependencies:
  - billing
#   ^^^^^^^ module/dependency-shape
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
    const [module] = dependentsOf(dependency.file.path, lookup);
    if (module === undefined || module.doubt !== undefined) return;
    const { discovery, language } = module.placed;
    const status = dependency.crash === undefined ? dependencyStatusOf(dependency, lookup)?.status : undefined;
    if (dependency.crash === undefined && status?.status !== 'crash') return;
    yield report(dependency, lossOf(discovery, language, lookup));
  },
};

const EXAMPLE = "a dependency is a mapping, e.g. '- module_id: billing'";

function report(dependency: DependencyFact, { text, related }: Loss): Report {
  const { shape, name, strangeId, strangeVersion } = dependency;
  if (strangeId !== undefined)
    return {
      at: at(dependency, Part.fieldValue(DEPENDENCY.module)),
      message: `Discovery crashes on a module_id that is no text; ${text}`,
      related,
    };
  if (shape === 'mapping') {
    const unquoted = strangeVersion?.unquoted;
    const place = at(dependency, Part.fieldValue(DEPENDENCY.version));
    const quoted = unquoted === undefined ? undefined : JSON.stringify(unquoted);
    return {
      at: place,
      message: `Discovery crashes on a version that is no text: quote it; ${text}`,
      related,
      ...(quoted === undefined
        ? {}
        : {
            fixes: [
              {
                title: `Quote it: ${truncateName(quoted)}`,
                safe: true,
                edits: [{ do: 'rewrite', at: place, text: quoted }],
              },
            ],
          }),
    };
  }
  const place = at(dependency, Part.whole);
  const written = /^[A-Za-z_][\w.-]*$/.test(name) ? name : JSON.stringify(name);
  return {
    at: place,
    message: `Discovery crashes on this: ${EXAMPLE}; ${text}`,
    related,
    ...(shape === 'text' && name !== ''
      ? {
          fixes: [
            {
              title: `Write it as 'module_id: ${truncateName(name)}'`,
              safe: false,
              edits: [{ do: 'rewrite', at: place, text: `module_id: ${written}` }],
            },
          ],
        }
      : {}),
  };
}

import { fileName } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  type ConfigFact,
  configurationOf,
  isFirstModule,
  lossOf,
  type ModuleFact,
  namespaceOf,
  placesOf,
} from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const duplicateNamespace: FactRule<ConfigFact | ModuleFact> = {
  code: 'module/duplicate-namespace',
  severity: 'error',
  summary: 'Two extension roots have one namespace.',
  why:
    'With several roots, the ids of modules begin with the namespace of their root, which is the name of its folder unless it is said. ' +
    'Two that are the same raise ConfigError before anything is scanned.',
  remedy: 'Give one of the roots another namespace.',
  bad: `
#- apcore.yaml
extensions:
  roots:
    - ./shop/extensions
    - ./bank/extensions
#     ^^^^^^^^^^^^^^^^^ module/duplicate-namespace
#- shop/extensions/orders.py
${ORDERS_MODULE}
`,
  good: `
#- apcore.yaml
extensions:
  roots:
    - ./shop/extensions
    - root: ./bank/extensions
      namespace: bank
#- shop/extensions/orders.py
${ORDERS_MODULE}
`,
  over: 'fact',
  kind: ['apcore', 'module'],
  wide: true,
  *check(fact, lookup) {
    if (fact.kind === 'apcore') yield* checkConfig(fact, lookup);
    else yield* checkOthers(fact, lookup);
  },
};

function* checkConfig(config: ConfigFact, lookup: Lookup): Iterable<Report> {
  const discovery = configurationOf(lookup).discoveries.find(({ name, by }) => name === config.name && by === 'apcore');
  if (discovery === undefined || config.roots === undefined || config.roots.length < 2) return;
  const seen = new Map<string, number>();
  for (const [i, { path, text, namespace }] of config.roots.entries()) {
    const own = namespaceOf({ path: path ?? fileName(text), ...(namespace === undefined ? {} : { namespace }) });
    const first = seen.get(own);
    if (first === undefined) {
      seen.set(own, i);
      continue;
    }
    const loss = lossOf(discovery, 'python', lookup);
    yield {
      at: at(config, Part.fieldValue(i)),
      message: `'${truncateName(own)}' is already the namespace of another root; ${loss.text}`,
      related: [
        { at: at(config, Part.fieldValue(first)), message: `'${truncateName(own)}' as well` },
        ...loss.related.slice(0, 2),
      ],
    };
  }
}

/** Roots that the project file or the run says: the first module that they would give stands for them. */
function* checkOthers(module: ModuleFact, lookup: Lookup): Iterable<Report> {
  const places = placesOf(module.file.path, configurationOf(lookup));
  const placed = places.find(({ discovery: { by, isMulti } }) => by !== 'apcore' && isMulti);
  if (placed === undefined) return;
  const { discovery, language } = placed;
  const names = discovery.roots.map(namespaceOf);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice === undefined || !isFirstModule(module, discovery, lookup)) return;
  const { text, related } = lossOf(discovery, language, lookup);
  yield {
    at: at(module, Part.name),
    message: `'${truncateName(twice)}' is the namespace of two extension roots; ${text}`,
    related,
  };
}

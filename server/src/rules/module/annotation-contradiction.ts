import { inWords } from '../../base/in-words';
import { fieldOf, valuePlace } from '../../model/fields';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import { isMapping, type Value } from '../../model/value';
import { Part } from '../../model/fact';
import {
  fileFact,
  inheritedAttribute,
  isCompanion,
  modulesOfCompanion,
  type PartFact,
} from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const annotationContradiction: FactRule<PartFact> = {
  code: 'module/annotation-contradiction',
  severity: 'warning',
  summary: 'Annotations of a module contradict each other.',
  why:
    'Nothing checks annotations when a module is registered. Callers act on them: they skip the approval of what is readonly, or keep ' +
    'results of what is cacheable.',
  remedy: 'Decide which of the two is true, and drop the other.',
  bad: `
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
annotations:
  readonly: true
  destructive: true
#              ^^^^ module/annotation-contradiction
`,
  good: `
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
annotations:
  destructive: true
`,
  over: 'fact',
  kind: 'companion-part',
  wide: true,
  *check(part, lookup) {
    if (part.name !== 'annotations' || part.partial === true) return;
    const inCode = codeAnnotations(part, lookup);
    if (inCode === undefined) return;
    const value = (name: string): Value | undefined => fieldOf(part, name) ?? inCode.get(name);
    if (value('readonly') === true && value('destructive') === true)
      yield contradiction(part, 'destructive', 'What is readonly changes nothing, so it cannot be destructive');
    if (value('readonly') === true && value('idempotent') === false)
      yield contradiction(part, 'idempotent', 'What is readonly changes nothing, so it is idempotent');
    const caching = ['cache_ttl', 'cacheTtl', 'cache_key_fields', 'cacheKeyFields'].filter(
      name => fieldOf(part, name) !== undefined && fieldOf(part, name) !== null,
    );
    const [first] = caching;
    if (first !== undefined && value('cacheable') !== true)
      yield contradiction(part, first, withoutEffect(caching, 'cacheable'));
    for (const name of ['pagination_style', 'paginationStyle'])
      if (fieldOf(part, name) !== undefined && value('paginated') !== true)
        yield contradiction(part, name, withoutEffect([name], 'paginated'));
  },
};

function withoutEffect(names: readonly string[], condition: string): string {
  const list = inWords(
    names.map(name => `'${name}'`),
    'and',
  );
  return `${list} ${names.length === 1 ? 'has' : 'have'} no effect on a module that is not ${condition}`;
}

/** What the class says of itself; nothing where that cannot be told, or the module is none. */
function codeAnnotations(part: PartFact, lookup: Lookup): ReadonlyMap<string, Value> | undefined {
  const companion = fileFact(part.file.path, isCompanion, lookup);
  const [module] = companion === undefined ? [] : modulesOfCompanion(companion, lookup);
  if (module?.entry.status !== 'found') return undefined;
  const found = inheritedAttribute('annotations', module.entry.entry, lookup);
  if (found.status === 'missing') return new Map();
  return found.status === 'found' && isMapping(found.attribute.value) ? found.attribute.value : undefined;
}

function contradiction(part: PartFact, name: string, message: string): Report {
  const has = fieldOf(part, name) !== undefined;
  return { at: has ? valuePlace(part, name) : at(part, Part.name), message };
}

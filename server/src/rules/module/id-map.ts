import { isBelow, joinPath } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import { unseenAt } from '../../model/unseen';
import {
  CONFIG_INVALID,
  configurationOf,
  type Crash,
  type Discovery,
  discoveryRunOf,
  type IdMapFact,
  lossOf,
  mappedKey,
  MAPPING,
  type MappingFact,
} from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const idMap: FactRule<IdMapFact | MappingFact> = {
  code: 'module/id-map',
  severity: 'warning',
  summary: 'The ID map says something that has no effect, or not the one that it seems to have.',
  why:
    'Paths in the map are relative to an extension root, not to the repository. An entry without a file is passed over, one without ' +
    'an id makes the path itself the id, the class of an entry is looked up under the wrong name and ignored once the id differs ' +
    'from the path, and of two entries with one id only one module survives (an error). A map without a list mappings, or one ' +
    'that is not there, aborts the discovery (an error).',
  remedy: 'Correct the entry. For the class, use entry_point in the companion.',
  bad: `
#- apcore.yaml
extensions:
  root: ./extensions
id_map:
  overrides: ./id_map.yaml
#- id_map.yaml
mappings:
  - file: extensions/orders.py
#         ^^^^^^^^^^^^^^^^^^^^ module/id-map
    id: shop.orders
#- extensions/orders.py
${ORDERS_MODULE}
`,
  good: `
#- apcore.yaml
extensions:
  root: ./extensions
id_map:
  overrides: ./id_map.yaml
#- id_map.yaml
mappings:
  - file: orders.py
    id: shop.orders
#- extensions/orders.py
${ORDERS_MODULE}
`,
  over: 'fact',
  kind: ['id-map', 'id-mapping'],
  wide: true,
  *check(fact, lookup) {
    const discovery = configurationOf(lookup).discoveries.find(each => each.idMap === fact.file.path);
    if (discovery === undefined) return;
    if (fact.kind === 'id-mapping') yield* entry(fact, discovery, lookup);
    else if (fact.crash !== undefined) {
      const loss = lossOf(discovery, 'python', lookup);
      yield {
        at: at(fact, Part.fieldValue(0)),
        severity: 'error',
        message: `${mapInWords(fact.crash)}; ${loss.text}`,
        related: loss.related,
      };
    }
  },
};

function mapInWords({ exception, message }: Crash): string {
  if (message.startsWith('Invalid YAML')) return 'The ID map is not valid YAML';
  if (exception === CONFIG_INVALID) return "An ID map has a list 'mappings', this one does not";
  return exception === 'AttributeError' ? 'An entry of an ID map is a mapping' : message;
}

function* entry(mapping: MappingFact, discovery: Discovery, lookup: Lookup): Iterable<Report> {
  const { roots } = discovery;
  const { path, id, className, strangeId } = mapping;
  if (path === undefined) {
    yield { at: at(mapping, Part.name), message: 'This entry names no file, so it is passed over' };
    return;
  }
  const place = at(mapping, Part.fieldValue(MAPPING.file));
  const isThere = (each: string): boolean => roots.some(root => isFileThere(joinPath(root.path, each), lookup));
  if (strangeId !== undefined && isThere(path)) yield strangeIdIn(mapping, discovery, lookup);
  if (!isThere(path)) yield unknownFile(mapping, path, roots, isThere);
  else yield* namedOtherwise(mapping, path, roots, lookup);
  if (id === undefined)
    yield { at: place, message: `There is no id here, so the id becomes the path: '${truncateName(path)}'` };
  const others = lookup.providers(mappedKey(mapping.file.path, id ?? path)).filter(each => each !== mapping);
  const other = others.find(each => each.path !== path);
  if (other !== undefined)
    yield {
      at: at(mapping, Part.fieldValue(id === undefined ? MAPPING.file : MAPPING.id)),
      severity: 'error',
      message: `'${truncateName(id ?? path)}' is also the id of '${truncateName(other.path ?? '')}'; one of the two is not registered`,
      related: [{ at: at(other, Part.name), message: `the id of '${truncateName(other.path ?? '')}'` }],
    };
  if (className !== undefined && id !== undefined && id !== path)
    yield {
      at: at(mapping, Part.fieldValue(MAPPING.class)),
      message: 'The class has no effect, since the id differs from the path; use entry_point in the companion',
    };
}

/** Only a module with such an id ends a discovery, or an id that Python cannot take for a key. */
function strangeIdIn(mapping: MappingFact, discovery: Discovery, lookup: Lookup): Report {
  const { aborted } = discoveryRunOf(discovery, 'python', lookup);
  const place = at(mapping, Part.fieldValue(MAPPING.id));
  if (aborted?.at.fact !== mapping || aborted.certain === false)
    return { at: place, message: 'An id has to be a text; no module can be registered with this one' };
  const { text, related } = lossOf(discovery, 'python', lookup);
  return { at: place, severity: 'error', message: `An id has to be a text; ${text}`, related };
}

/** How many files of one entry are compared. */
const MOST_FILES = 10;

/** A root within an earlier one: the map has to name a file there as the earlier root does (formats 2.4). */
function* namedOtherwise(
  mapping: MappingFact,
  path: string,
  roots: Discovery['roots'],
  lookup: Lookup,
): Iterable<Report> {
  const within = (root: Discovery['roots'][number]): string | undefined => {
    const file = joinPath(root.path, path);
    const outer = roots.slice(0, roots.indexOf(root)).find(each => isBelow(file, each.path));
    return outer === undefined ? undefined : file.slice(outer.path === '' ? 0 : outer.path.length + 1);
  };
  const having = roots.filter(root => isFileThere(joinPath(root.path, path), lookup));
  const [other] = having.map(within);
  if (
    other === undefined ||
    other === path ||
    having.length > MOST_FILES ||
    having.some(root => (within(root) ?? path) === path)
  )
    return;
  const place = at(mapping, Part.fieldValue(MAPPING.file));
  yield {
    at: place,
    message: `This file lies in an earlier root as well, where it is '${truncateName(other)}'; the map has to call it so, and this entry has no effect`,
    fixes: [
      {
        title: `Change to '${truncateName(other)}'`,
        safe: false,
        edits: [{ do: 'replace', at: place, text: other }],
      },
    ],
  };
}

/** Of links below a root it is known what the scan makes of them. */
function isFileThere(path: string, lookup: Lookup): boolean {
  const folder = unseenAt(path, lookup);
  return lookup.hasFile(path) || (folder !== undefined && !configurationOf(lookup).links.has(folder));
}

function unknownFile(
  mapping: MappingFact,
  path: string,
  roots: Discovery['roots'],
  isThere: (path: string) => boolean,
): Report {
  const place = at(mapping, Part.fieldValue(MAPPING.file));
  const root = roots.find(each => path.startsWith(`${each.path}/`));
  const inner = root && path.slice(root.path.length + 1);
  const meant = inner !== undefined && isThere(inner) ? inner : undefined;
  return {
    at: place,
    message: `No extension root has a file '${truncateName(path)}', so this entry has no effect${meant === undefined ? '' : `. Did you mean '${truncateName(meant)}'?`}`,
    ...(meant === undefined
      ? {}
      : {
          fixes: [
            {
              title: `Change to '${truncateName(meant)}'`,
              safe: false,
              edits: [{ do: 'replace', at: place, text: meant }],
            },
          ],
        }),
  };
}

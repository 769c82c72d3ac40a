import { joinPath } from '../../../base/paths';
import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { configurationOf, mappingsKey, type Discovery } from '../define/configuration';
import { modulePlacesOf } from '../define/places';
import { languageOf } from '../layout';
import type { Abort } from './abort';
import type { Module } from './module';

/** Types that Python cannot take for a key. */
const UNHASHABLE: ReadonlySet<string> = new Set(['list', 'dict', 'set']);

/** An ID map may give an id that is no text (formats 2.4). Metadata are kept by id, also those of files that are no modules. */
export function unhashableIdAbort(discovery: Discovery, lookup: Lookup): Abort | undefined {
  for (const [path, { strangeId: type }] of discovery.mapped) {
    if (type === undefined || !UNHASHABLE.has(type) || !isScanned(path, discovery, lookup)) continue;
    const at = entryPlace(path, discovery, lookup);
    return at && { stage: 'metadata', code: 'TypeError', message: `unhashable type: '${type}', given as an id`, at };
  }
  return undefined;
}

/** Whether a Python file is scanned that an ID map calls so. */
function isScanned(mappedAs: string, discovery: Discovery, lookup: Lookup): boolean {
  return discovery.roots.some(root => {
    const path = joinPath(root.path, mappedAs);
    if (languageOf(path) !== 'python' || !lookup.hasFile(path)) return false;
    const places = modulePlacesOf(path, configurationOf(lookup));
    return places.some(each => each.discovery.name === discovery.name && each.mappedAs === mappedAs);
  });
}

/** Ids that Python sorts at once: texts, numbers and the like cannot be compared with each other. */
export function unsortedAbort(modules: readonly Module[], lookup: Lookup): Abort | undefined {
  if (modules.every(each => strangeTypeOf(each) === undefined)) return undefined;
  return (
    mixedAbort(
      modules.filter(({ doubt }) => doubt === undefined),
      lookup,
      true,
    ) ?? mixedAbort(modules, lookup, false)
  );
}

function mixedAbort(modules: readonly Module[], lookup: Lookup, isCertain: boolean): Abort | undefined {
  const strange = modules.find(each => strangeTypeOf(each) !== undefined);
  const type = strange && strangeTypeOf(strange);
  const other = modules.find(each => orderedAs(strangeTypeOf(each)) !== orderedAs(type));
  if (strange === undefined || other === undefined) return undefined;
  const message = `'<' not supported between instances of '${strangeTypeOf(other) ?? 'str'}' and '${type ?? ''}', given as an id`;
  const at = placeOf(strange, lookup);
  return { stage: 'dependency resolution', code: 'TypeError', message, at, ...(isCertain ? {} : { certain: false }) };
}

/** Types whose values have an order among each other have one name here. */
function orderedAs(type = 'str'): string {
  return type === 'int' || type === 'float' || type === 'bool' ? 'number' : type;
}

/** Once the order is known, ids are split at their dots, before any module is registered. */
export function unsplitAbort(order: readonly Module[], lookup: Lookup): Abort | undefined {
  const strange = order.filter(each => strangeTypeOf(each) !== undefined);
  const module = strange.find(({ doubt }) => doubt === undefined) ?? strange[0];
  if (module === undefined) return undefined;
  const type = strangeTypeOf(module) ?? '';
  const [code, text] =
    type === 'bytes'
      ? ['TypeError', "a bytes-like object is required, not 'str'"]
      : ['AttributeError', `'${type}' object has no attribute 'split'`];
  const abort = {
    stage: 'registration',
    code,
    message: `${text}, given as an id`,
    at: placeOf(module, lookup),
  } as const;
  return module.doubt === undefined ? abort : { ...abort, certain: false };
}

/** The type of the id of a module, where that is no text. */
function strangeTypeOf({ placed }: Module): string | undefined {
  return placed.discovery.mapped.get(placed.mappedAs)?.strangeId;
}

function placeOf({ fact, placed }: Module, lookup: Lookup): Place {
  return entryPlace(placed.mappedAs, placed.discovery, lookup) ?? { fact, part: Part.name };
}

/** The entry of the ID map that says the id of a file: the last one for it. */
function entryPlace(path: string, { idMap = '' }: Discovery, lookup: Lookup): Place | undefined {
  const entries = lookup.providers(mappingsKey(idMap));
  const fact = entries.findLast(each => each.kind === 'id-mapping' && each.path === path);
  return fact && { fact, part: Part.fieldValue(1) };
}

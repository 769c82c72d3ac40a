import { inWords } from '../../../base/in-words';
import { truncateName } from '../../../base/message-text';
import { Part, type Fact } from '../../../model/fact';
import { at, type Related } from '../../../model/finding';
import type { Lookup } from '../../../model/lookup';
import { configurationOf, idOf, placeOf, type Discovery } from '../define/configuration';
import { isModule, type Language } from '../facts';
import { modulesKey } from '../keys';
import { languageOf } from '../layout';

/** What an aborted discovery loses, for messages: the first modules by path stand for all. */
export interface Loss {
  /** `discovery aborts: 'billing', 'orders' and all others below 'extensions' are not loaded`. */
  readonly text: string;
  readonly related: readonly Related[];
}

const MAX_NAMES = 3;

export function lossOf(discovery: Discovery, language: Language, lookup: Lookup): Loss {
  const all = lookup.providers(modulesKey(discovery));
  const first: { id: string; fact: Fact }[] = [];
  let more = false;
  for (const fact of all) {
    if (!isModule(fact) || languageOf(fact.file.path) !== language) continue;
    const placed = placeOf(fact.file.path, configurationOf(lookup));
    if (placed === undefined) continue;
    if (first.length === MAX_NAMES) {
      more = true;
      break;
    }
    first.push({ id: idOf(placed).id, fact });
  }
  const names = first.map(({ id }) => `'${truncateName(id)}'`);
  const where = rootsInWords(discovery);
  const lost =
    names.length === 0
      ? `nothing below ${where} is loaded`
      : more
        ? `${names.join(', ')} and all others below ${where} are not loaded`
        : `${inWords(names, 'and')} ${names.length === 1 ? 'is' : 'are'} not loaded`;
  return {
    text: `discovery aborts: ${lost}`,
    related: first.map(({ id, fact }) => ({ at: at(fact, Part.name), message: `'${truncateName(id)}' is not loaded` })),
  };
}

/** `'extensions'`; of several roots, the first. */
export function rootsInWords({ roots }: Discovery): string {
  const path = roots[0]?.path ?? '';
  const own = path === '' ? 'the root' : `'${truncateName(path)}'`;
  return roots.length > 1 ? `${own} and the other roots` : own;
}

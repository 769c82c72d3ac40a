import { inWords } from '../../../base/in-words';
import { truncateName } from '../../../base/message-text';
import { Part, type Fact } from '../../../model/fact';
import { at, type Related } from '../../../model/finding';
import type { Lookup } from '../../../model/lookup';
import { configurationOf, type Discovery } from '../define/configuration';
import { idsOf } from '../define/places';
import { isModule, type Language } from '../facts';
import { modulesKey } from '../keys';
import { languageOf } from '../layout';
import { discoveryRunOf } from './discovery';
import type { Module } from './module';

/** What an aborted discovery loses, for messages: the first modules by path stand for all. */
export interface Loss {
  /** `discovery aborts: 'billing', 'orders' and all others below 'extensions' are not loaded`. */
  readonly text: string;
  readonly related: readonly Related[];
}

const MAX_NAMES = 3;

/** What is lost where the discovery ends before its last file. */
export function lossOf(discovery: Discovery, language: Language, lookup: Lookup): Loss {
  const all = lookup.providers(modulesKey(discovery));
  const first: { id: string; fact: Fact }[] = [];
  for (const fact of all) {
    if (!isModule(fact) || languageOf(fact.file.path) !== language) continue;
    for (const id of idsOf(fact.file.path, discovery, configurationOf(lookup)).slice(0, MAX_NAMES + 1))
      first.push({ id, fact });
    if (first.length > MAX_NAMES) break;
  }
  const more = first.length > MAX_NAMES;
  first.length = Math.min(first.length, MAX_NAMES);
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

/**
 * What is lost where the registration of a module crashes: it and what comes after it, unless discovery does not come to it. What
 * is registered before stays so.
 */
export function registrationLoss(module: Module, lookup: Lookup): Loss & { readonly isCertain: boolean } {
  const { modules, aborted } = discoveryRunOf(module.placed.discovery, module.placed.language, lookup);
  const own = modules.find(each => isSame(each.module, module));
  const name = truncateName(module.id);
  if (own?.outcome !== 'not-loaded') {
    const text = `once '${name}' is registered, discovery crashes on this`;
    return { text, related: [], isCertain: false };
  }
  const lost = modules.filter(({ outcome }) => outcome === 'not-loaded').map(each => each.module);
  const few = [module, ...lost.filter(each => !isSame(each, module))].slice(0, MAX_NAMES);
  const names = few.map(({ id }) => `'${truncateName(id)}'`);
  const isMore = lost.length > names.length;
  const words = isMore ? `${names.join(', ')} and others` : inWords(names, 'and');
  const verb = lost.length === 1 ? 'is' : 'are';
  const kept = aborted?.stage === 'registration' && modules.some(({ outcome }) => outcome === 'registered');
  return {
    text: `discovery aborts: ${words} ${verb} not loaded${kept ? ', those before stay registered' : ''}`,
    related: few.map(({ id, fact }) => ({ at: at(fact, Part.name), message: `'${truncateName(id)}' is not loaded` })),
    isCertain: true,
  };
}

/** Whether two are one module of one discovery: they may have been made apart. */
function isSame(a: Module, b: Module): boolean {
  return a.fact === b.fact && a.id === b.id;
}

/** `'extensions'`; of several roots, the first. */
export function rootsInWords({ roots }: Discovery): string {
  const path = roots[0]?.path ?? '';
  const own = path === '' ? 'the root' : `'${truncateName(path)}'`;
  return roots.length > 1 ? `${own} and the other roots` : own;
}

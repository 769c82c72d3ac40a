import type { Lookup } from '../../../model/lookup';
import { inheritedAttribute } from '../components/classes';
import type { Attribute } from '../facts';
import { agreed, DEFAULT_VERSION, versionOf, versionText, type Module } from './module';
import { setByInit } from './registration';

/** The version that a module is registered with: unlike constraints, it sees what `__init__` sets (formats 2.7). */
export function effectiveVersion(module: Module, lookup: Lookup): string | undefined {
  const { companion, entry, rivals } = module;
  if (rivals !== undefined) return agreed(rivals, each => effectiveVersion(each, lookup));
  if (companion?.version !== undefined || entry.status !== 'found') return versionOf(module, lookup);
  const set = setByInit('version', entry.entry, lookup);
  if (set !== undefined) return registeredText(set);
  const own = inheritedAttribute('version', entry.entry, lookup);
  return own.status === 'found' ? registeredText(own.attribute) : versionOf(module, lookup);
}

/** The version that the registry takes: a value that is no text gives way to the default, while constraints of dependents are held against its text. */
function registeredText(attribute: Attribute): string | undefined {
  const isText = attribute.form !== 'literal' || typeof attribute.value === 'string';
  return isText ? versionText(attribute) : DEFAULT_VERSION;
}

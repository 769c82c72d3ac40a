import { joinPath } from '../../../base/paths';
import { Part } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { PolicyIdentity } from '../../../model/policy';
import { artifactSettings } from '../settings';
import { headerOf, textOf, type ArtifactEntry } from '../facts';
import { normalVersion } from '../versions';

/** The namespace of an entry: its own, its registry's in the project file, its registry's. Empty for none. */
export function namespaceOf(entry: ArtifactEntry, lookup: Lookup): string {
  if (entry.namespace !== '') return entry.namespace;
  const { path } = entry.file;
  const said = artifactSettings(lookup).registries.find(each => each.path === path);
  return said?.namespace ?? headerOf(entry)?.name ?? '';
}

/** An artifact's name with its namespace: `dev/stamper_node`. */
export function fullName(entry: ArtifactEntry, lookup: Lookup): string {
  return joinPath(namespaceOf(entry, lookup), entry.name);
}

/** An entry as policies know it without looking at what it states, which takes loading it. */
export function identityOf(entry: ArtifactEntry, lookup: Lookup): PolicyIdentity {
  const full = fullName(entry, lookup);
  const version = textOf(entry, 'version');
  const names = [...new Set([entry.name, full])];
  return {
    kind: 'artifact',
    name: entry.name,
    names: version === undefined ? names : [...names, ...names.map(name => `${name}@${normalVersion(version)}`)],
    categories: [entry.type],
    workspace: undefined,
    place: { fact: entry, part: Part.name },
  };
}

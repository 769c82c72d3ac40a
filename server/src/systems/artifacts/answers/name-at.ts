import { classKey } from '../../../model/class-outline';
import { Part, type Fact, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { Named } from '../../system';
import { isArtifact, textOf, type ArtifactEntry, type ItemFact, type MetadataFact, type TreeFolder } from '../facts';
import { nameKey } from '../keys';
import { entriesOf, ownHome } from '../define/loading';
import { fullName } from '../define/identity';
import { bareName, isNeed } from '../define/needs';
import { targetsOf } from '../components/targets';
import { artifactIn, pathInTree, versionIn } from '../components/tree-names';
import { normalVersion } from '../versions';

/** What the text at `place` names, if it is a name of ours. */
export function named(place: Place, lookup: Lookup): Named | undefined {
  const found = NAMED[place.fact.kind]?.(place as never, lookup);
  return found === undefined || found.name === '' ? undefined : { ...found, place };
}

type Found = Omit<Named, 'place'>;

const NAMED: Readonly<Record<string, ((place: never, lookup: Lookup) => Found | undefined) | undefined>> = {
  artifact({ fact, part }: Place & { fact: ArtifactEntry }, lookup) {
    if (part === Part.name) return version(fact, lookup);
    const index = fact.fields.findIndex((_, i) => part === Part.fieldName(i) || part === Part.fieldValue(i));
    const field = fact.fields[index]?.name;
    if (field === undefined) return undefined;
    if (part === Part.fieldName(index)) return { kind: 'field', name: field, key: `field:artifact.${field}` };
    if (field === 'version') return version(fact, lookup);
    return field === 'path' || field === 'metadata_file'
      ? { ...version(fact, lookup), kind: 'metadata file' }
      : undefined;
  },
  'artifact-item'({ fact, part }: Place & { fact: ItemFact }, lookup) {
    const isOwn = (each: Fact): each is ArtifactEntry =>
      isArtifact(each) && each.name === fact.name && each.type === fact.type;
    const entry = part === Part.name ? fact.file.facts.find(isOwn) : undefined;
    return entry && artifact(fullName(entry, lookup), entry.name);
  },
  'tree-folder'(place: Place & { fact: TreeFolder }, lookup) {
    const isName = place.part >= Part.fieldName(1) && place.part % 2 === Part.fieldName(1) % 2;
    const path = isName ? pathInTree(place, lookup) : undefined;
    if (path === undefined) return undefined;
    const own = versionIn(path, lookup);
    if (own !== undefined) return { ...version(own, lookup), kind: 'folder' };
    const entry = artifactIn(path, lookup);
    return entry && { ...artifact(fullName(entry, lookup), entry.name), kind: 'folder' };
  },
  'artifact-metadata'({ fact, part }: Place & { fact: MetadataFact }, lookup) {
    const index = fact.fields.findIndex((_, i) => part === Part.fieldName(i) || part === Part.fieldValue(i));
    const field = part === Part.name && fact.name !== '' ? 'name' : fact.fields[index]?.name;
    if (field === undefined || ownHome(fact, lookup) === undefined) return undefined;
    if (part === Part.fieldName(index) && !/\.\d+$/.test(field))
      return field.includes('.') ? undefined : { kind: 'field', name: field, key: `field:metadata.${field}` };
    return value(fact, field, part, lookup);
  },
};

function value(metadata: MetadataFact, field: string, part: number, lookup: Lookup): Found | undefined {
  const [entry] = entriesOf(metadata, lookup);
  const text = textOf(metadata, field) ?? '';
  if (field === 'name' || field === 'node_id' || field === 'full_id')
    return entry === undefined ? undefined : { ...artifact(fullName(entry, lookup), entry.name), text };
  if (field === 'version') return entry && { ...version(entry, lookup), text };
  if (isNeed(field)) return text === '' ? undefined : artifact(text, bareName(text));
  const target = targetsOf(metadata).find(({ at }) => at.part === part);
  if (target === undefined) return undefined;
  return target.kind === 'adapter'
    ? { kind: 'class', name: text, key: classKey(text) }
    : { kind: 'file', name: target.name, key: `path:${target.name}` };
}

function artifact(full: string, name: string): Found {
  return { kind: 'artifact', name: full, key: nameKey(name), text: name };
}

function version(entry: ArtifactEntry, lookup: Lookup): Found {
  const text = textOf(entry, 'version');
  const full = fullName(entry, lookup);
  if (text === undefined) return artifact(full, entry.name);
  return { ...artifact(`${full}@${normalVersion(text)}`, entry.name), text };
}

import { classKey } from '../../../model/class-outline';
import { Part, type Place } from '../../../model/fact';
import { pathKey, type Lookup } from '../../../model/lookup';
import type { NamedSymbol } from '../../system';
import {
  isArtifact,
  isItem,
  isMetadata,
  isTreeFolder,
  textOf,
  type ArtifactEntry,
  type ItemFact,
  type MetadataFact,
  type TreeFolder,
} from '../facts';
import { fieldKey, nameKey } from '../keys';
import { entriesOf, ownHome } from '../define/loading';
import { fullName } from '../define/identity';
import { bareName, isNeed } from '../define/needs';
import { targetsOf } from '../components/targets';
import { artifactIn, pathInTree, versionIn } from '../components/tree-names';
import { normalVersion } from '../versions';

/** What the text at `place` names, if it is a name of ours. */
export function symbolAt(place: Place, lookup: Lookup): NamedSymbol | undefined {
  const found = nameAt(place, lookup);
  return found === undefined || found.name === '' ? undefined : { ...found, place };
}

type Found = Omit<NamedSymbol, 'place'>;

function nameAt(place: Place, lookup: Lookup): Found | undefined {
  const { fact, part } = place;
  if (isArtifact(fact)) return inEntry(fact, part, lookup);
  if (isItem(fact)) return part === Part.name ? inItem(fact, lookup) : undefined;
  if (isTreeFolder(fact)) return inTree(fact, part, lookup);
  return isMetadata(fact) ? inMetadata(fact, part, lookup) : undefined;
}

function inEntry(entry: ArtifactEntry, part: number, lookup: Lookup): Found | undefined {
  if (part === Part.name) return version(entry, lookup);
  const index = entry.fields.findIndex((_, i) => part === Part.fieldName(i) || part === Part.fieldValue(i));
  const field = entry.fields[index]?.name;
  if (field === undefined) return undefined;
  if (part === Part.fieldName(index)) return { kind: 'field', name: field, key: fieldKey('artifact', field) };
  if (field === 'version') return version(entry, lookup);
  return field === 'path' || field === 'metadata_file'
    ? { ...version(entry, lookup), kind: 'metadata file' }
    : undefined;
}

function inItem({ file, name, type }: ItemFact, lookup: Lookup): Found | undefined {
  const entry = lookup
    .contents(file)
    .facts.filter(isArtifact)
    .find(each => each.name === name && each.type === type);
  return entry && artifact(fullName(entry, lookup), entry.name);
}

function inTree(fact: TreeFolder, part: number, lookup: Lookup): Found | undefined {
  const isName = part >= Part.fieldName(1) && part % 2 === Part.fieldName(1) % 2;
  const path = isName ? pathInTree({ fact, part }, lookup) : undefined;
  if (path === undefined) return undefined;
  const own = versionIn(path, lookup);
  if (own !== undefined) return { ...version(own, lookup), kind: 'folder' };
  const entry = artifactIn(path, lookup);
  return entry && { ...artifact(fullName(entry, lookup), entry.name), kind: 'folder' };
}

function inMetadata(metadata: MetadataFact, part: number, lookup: Lookup): Found | undefined {
  const index = metadata.fields.findIndex((_, i) => part === Part.fieldName(i) || part === Part.fieldValue(i));
  const field = part === Part.name && metadata.name !== '' ? 'name' : metadata.fields[index]?.name;
  if (field === undefined || ownHome(metadata, lookup) === undefined) return undefined;
  if (part === Part.fieldName(index) && !/\.\d+$/.test(field))
    return field.includes('.') ? undefined : { kind: 'field', name: field, key: fieldKey('metadata', field) };
  return value(metadata, field, part, lookup);
}

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
    : { kind: 'file', name: target.name, key: pathKey(target.name) };
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

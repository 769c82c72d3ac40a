import { fileName, folderOf } from '../../../base/paths';
import { Part, type Place } from '../../../model/fact';
import type { Entry } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { artifactSettings } from '../settings';
import type { NamedSymbol, Refused, Rename, RenameEdit, RenameOptions } from '../../system';
import { needsFor } from './dependencies';
import { isArtifact, isMetadata, textOf, type ArtifactEntry } from '../facts';
import { artifactKey, nameKey } from '../keys';
import { entriesOf, folderFor, loadingOf } from '../define/loading';
import { bareName } from '../define/needs';
import { isVersionFolder } from '../layout';
import { fullName, namespaceOf } from '../define/identity';
import { parseQuery, resolve } from '../resolve/resolve';
import { normalVersion, parseVersion } from '../versions';

/**
 * What another name or version takes, as far as texts alone say it. Where a folder says it, too, that is what has to be renamed:
 * files in it are imported by their path, so that is for the explorer, and `editsForMoves` changes the texts.
 */
export function rename(named: NamedSymbol, to: string, _: RenameOptions, lookup: Lookup): Rename | Refused | undefined {
  if (named.kind !== 'artifact') return undefined;
  const entries = entriesMeant(named, lookup);
  const [first] = entries;
  if (first === undefined) return { refused: `No artifact '${named.name}' is in sight` };
  const made = isVersion(named) ? renameVersion(entries, to, lookup) : renameArtifact(entries, to, lookup);
  return 'refused' in made ? made : { edits: made.edits, renamedDefinitions: [], keyRenames: [], moves: [] };
}

interface Edits {
  readonly edits: readonly RenameEdit[];
}

function isVersion({ name, text }: NamedSymbol): boolean {
  return text !== undefined && name.endsWith(`@${normalVersion(text)}`);
}

/** The entries that go by the name together: of one type and namespace, in whichever registry. */
function entriesMeant(named: NamedSymbol, lookup: Lookup): ArtifactEntry[] {
  const { fact } = named.place;
  const [first] = isArtifact(fact)
    ? [fact]
    : isMetadata(fact) && !namesOther(named, fact, lookup)
      ? entriesOf(fact, lookup)
      : resolve(named.name, lookup).inQuestion.map(({ entry }) => entry);
  if (first === undefined) return [];
  const all = sameArtifact(first, lookup);
  return isVersion(named) ? all.filter(each => versionOf(each) === versionOf(first)) : all;
}

function namesOther({ name }: NamedSymbol, metadata: Entry, lookup: Lookup): boolean {
  const own = isMetadata(metadata) ? entriesOf(metadata, lookup) : [];
  return !own.some(entry => fullName(entry, lookup) === name.replace(/@[^@]*$/, ''));
}

function sameArtifact({ name, type, ...rest }: ArtifactEntry, lookup: Lookup): ArtifactEntry[] {
  const namespace = namespaceOf({ name, type, ...rest }, lookup);
  return entriesCalled(name, lookup).filter(each => each.type === type && namespaceOf(each, lookup) === namespace);
}

function entriesCalled(name: string, lookup: Lookup): ArtifactEntry[] {
  return lookup.providers(nameKey(name)).filter(isArtifact);
}

function versionOf(entry: ArtifactEntry): string {
  return normalVersion(textOf(entry, 'version') ?? '');
}

function renameArtifact(entries: readonly ArtifactEntry[], to: string, lookup: Lookup): Edits | Refused {
  const [first] = entries as readonly [ArtifactEntry];
  if (!/^[\w.-]+$/.test(to)) return { refused: `An artifact name may hold only letters, digits, '_', '-' and '.'` };
  if (sameArtifact({ ...first, name: to }, lookup).length > 0)
    return { refused: `There is an artifact '${to}' already` };
  const folder = entries
    .map(entry => folderOf(folderFor(entry, lookup) ?? ''))
    .find(each => fileName(each) === bareName(first.name));
  if (folder !== undefined) return inExplorer('artifact', folder);
  const names = [first.name, fullName(first, lookup)];
  const setting = settingWith(name => names.includes(name), lookup);
  return setting ?? { edits: nameEdits(entries, to, lookup) };
}

function renameVersion(entries: readonly ArtifactEntry[], to: string, lookup: Lookup): Edits | Refused {
  const [first] = entries as readonly [ArtifactEntry];
  if (parseVersion(to) === undefined) return { refused: `'${to}' is no version such as 1.2.0` };
  const isTaken = lookup
    .providers(artifactKey(first.type, first.name, to))
    .some(each => isArtifact(each) && !entries.includes(each) && sameArtifact(first, lookup).includes(each));
  if (isTaken) return { refused: `There is a version ${normalVersion(to)} already` };
  const folder = entries.map(entry => folderFor(entry, lookup) ?? '').find(each => isVersionFolder(fileName(each)));
  if (folder !== undefined) return inExplorer('version', folder);
  const names = [first.name, fullName(first, lookup)];
  const own = versionOf(first);
  const setting = settingWith((name, version) => names.includes(name) && version === own, lookup);
  return setting ?? { edits: versionEdits(entries, to, lookup) };
}

function inExplorer(what: string, folder: string): Refused {
  return {
    refused: `The ${what} is called after its folder; rename '${folder}', and its ${what === 'version' ? 'number' : 'name'} goes with it`,
  };
}

/** The project file pins versions and gives names to them; a rename does not reach into it. */
function settingWith(
  isOurs: (name: string, version: string | undefined) => boolean,
  lookup: Lookup,
): Refused | undefined {
  const settings = artifactSettings(lookup);
  const pin = [...settings.pins].find(([name, version]) => isOurs(name, normalVersion(version)));
  if (pin !== undefined) return { refused: `The project file pins '${pin[0]}'; change it there first` };
  const plain = { ...settings, aliases: new Map<string, string>() };
  const alias = [...settings.aliases].find(([, text]) => {
    const { name, prefix, version } = parseQuery(text, plain);
    const number = version === undefined ? undefined : normalVersion(version);
    return isOurs(name, number) || (prefix !== undefined && isOurs(`${prefix}/${name}`, number));
  });
  return alias && { refused: `The project file has an alias '${alias[0]}' for it; change it there first` };
}

/** A new name in registries, in metadata, and in the metadata of what needs it. */
export function nameEdits(entries: readonly ArtifactEntry[], to: string, lookup: Lookup): RenameEdit[] {
  const own = entries.flatMap(entry => {
    const { metadata } = loadingOf(entry, lookup);
    const from = entry.name;
    const registered = fieldEdit(entry, 'name', from, to);
    return metadata === undefined ? registered : [...registered, ...fieldEdit(metadata, 'name', from, to)];
  });
  const others = needsFor(entries, lookup).map(({ metadata, need: { text, index } }) => {
    const at = text.lastIndexOf('/') + 1;
    const end = at + bareName(text).length;
    return editAt({ fact: metadata, part: Part.fieldValue(index) }, text, text.slice(0, at) + to + text.slice(end));
  });
  return [...own, ...others];
}

/** A new version in registries and metadata, each in the form that it has: `v1_0_0` or `1.0.0`. */
export function versionEdits(entries: readonly ArtifactEntry[], to: string, lookup: Lookup): RenameEdit[] {
  return entries.flatMap(entry => {
    const { metadata } = loadingOf(entry, lookup);
    const from = textOf(entry, 'version') ?? '';
    return [entry, ...(metadata === undefined ? [] : [metadata])].flatMap(fact => {
      const stated = textOf(fact, 'version') ?? '';
      return normalVersion(stated) === normalVersion(from)
        ? fieldEdit(fact, 'version', stated, spelled(to, stated))
        : [];
    });
  });
}

function spelled(to: string, like: string): string {
  const plain = normalVersion(to);
  if (/^v\d+_/.test(like)) return `v${plain.replaceAll('.', '_')}`;
  return like.startsWith('v') ? `v${plain}` : plain;
}

function fieldEdit(fact: Entry, field: string, from: string, to: string): RenameEdit[] {
  const index = fact.fields.findLastIndex(({ name, value }) => name === field && value === from);
  return index < 0 || from === to ? [] : [editAt({ fact, part: Part.fieldValue(index) }, from, to)];
}

function editAt(at: Place, from: string, to: string): RenameEdit {
  return { at, from, to };
}

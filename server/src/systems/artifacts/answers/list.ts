import { compareStrings } from '../../../base/collections';
import { cannotTell } from '../../../base/in-words';
import { joinPath } from '../../../base/paths';
import { pluralize } from '../../../base/terminal-columns';
import { Part } from '../../../model/fact';
import { valuePlace } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { isList, isMapping, isUnknown, type Value } from '../../../model/value';
import { artifactSettings } from '../settings';
import type { HiddenItem, Listing, ListItem } from '../../system';
import { textOf, type ArtifactEntry, type MetadataFact } from '../facts';
import { loadingOf, type Loading } from '../define/loading';
import { fullName } from '../define/identity';
import { entriesIn, registriesOf, type Registry } from '../define/registries';
import { hiddenVersions } from '../resolve/hidden';
import { idOf, type Candidate } from '../resolve/resolve';
import { compareVersions, normalVersion } from '../versions';

/** Every version of every artifact, loaded or not: by name, then version, then the order of registries. */
export function list(lookup: Lookup): readonly ListItem[] {
  return registriesOf(lookup)
    .flatMap(registry => entriesIn(registry.header, lookup).map(entry => listItem(entry, registry, lookup)))
    .sort(
      (a, b) =>
        compareStrings(a.name, b.name) || compareVersions(String(a.fields['version']), String(b.fields['version'])),
    );
}

/** Names that can be asked for: of artifacts, of each version, and aliases. */
export function names(lookup: Lookup): readonly string[] {
  const all = new Set(artifactSettings(lookup).aliases.keys());
  for (const { header } of registriesOf(lookup))
    for (const entry of entriesIn(header, lookup)) {
      const name = fullName(entry, lookup);
      const version = textOf(entry, 'version');
      all.add(name);
      if (version !== undefined) all.add(`${name}@${normalVersion(version)}`);
    }
  return [...all].sort(compareStrings);
}

/** Every version that a registry asked before its own hides, sorted by name. */
export function hidden(lookup: Lookup): readonly HiddenItem[] {
  const entries = registriesOf(lookup).flatMap(({ header }) => entriesIn(header, lookup));
  return [...new Set(entries.map(({ name }) => name))]
    .sort(compareStrings)
    .flatMap(name => hiddenVersions(name, lookup))
    .map(each => ({ ...whereOf(each.hidden), winner: whereOf(each.winner) }));
}

function whereOf(candidate: Candidate): HiddenItem['winner'] {
  const { entry, registry } = candidate;
  return { name: idOf(candidate), container: registry.path, place: { fact: entry, part: Part.name } };
}

function listItem(entry: ArtifactEntry, registry: Registry, lookup: Lookup): ListItem {
  const loading = loadingOf(entry, lookup);
  const { status, file, folder, metadata, doubtful } = loading;
  const reason = reasonOf(loading);
  const state = textOf(entry, 'status');
  return {
    kind: 'artifact',
    name: fullName(entry, lookup),
    scope: registry.scope,
    workspace: undefined,
    container: registry.path,
    ...(folder === undefined ? {} : { folder }),
    place: { fact: entry, part: Part.name },
    fields: {
      type: entry.type,
      version: normalVersion(textOf(entry, 'version') ?? ''),
      path: textOf(entry, 'path') ?? null,
      metadata: file ?? joinPath(textOf(entry, 'path') ?? '', textOf(entry, 'metadata_file') ?? ''),
      status,
      ...(reason === undefined ? {} : { reason }),
      ...(state === undefined ? {} : { state }),
      source: registry.path,
      ...(registry.plugin === undefined ? {} : { plugin: registry.plugin.name }),
      ...(metadata === undefined ? {} : { metadata_hash: hashOf(metadata) }),
    },
    loaded: status === 'cannot tell' ? null : status === 'valid',
    ...(reason === undefined ? {} : { reason }),
    ...(doubtful === undefined ? {} : { reasonAt: valuePlace(entry, doubtful) }),
  };
}

function reasonOf({ status, reason }: Loading): string | undefined {
  return status === 'cannot tell' ? cannotTell(reason ?? '') : reason;
}

/** Every version is a line, with what loading makes of it. */
export const listing: Listing = {
  isOfType: ({ fields }, type) => fields['type'] === type,
  json: ({ name, fields, scope }, point) => ({ name, ...fields, scope, ...point }),
  table(items) {
    const rows = items.map(item => {
      const { type, version, status } = item.fields;
      const cells = [item.name, String(version), String(type), item.scope, String(status)];
      return {
        item,
        cells,
        note: item.reason?.replace(/^cannot tell: /, '') ?? '',
        ...(status === 'wip' ? { mark: '–' } : status === 'cannot tell' ? { mark: '?' } : {}),
      };
    });
    const counts = (['valid', 'invalid', 'wip', 'cannot tell'] as const).flatMap(status => {
      const count = items.filter(({ fields }) => fields['status'] === status).length;
      return status === 'cannot tell' && count === 0 ? [] : [`${count} ${status}`];
    });
    return { rows, total: `${pluralize(items.length, 'version', 'versions')}: ${counts.join(', ')}` };
  },
};

/** A hash of what metadata states, whatever its layout: FNV-1a, 64 bits, for telling changes apart. */
function hashOf({ fields }: MetadataFact): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(JSON.stringify(fields.map(({ name, value }) => [name, plain(value)]))))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

function plain(value: Value): unknown {
  if (isMapping(value) || isUnknown(value)) return {};
  return isList(value) ? [] : value;
}

import { folderOf, joinPath } from '../../../base/paths';
import {
  ARTIFACT_ITEM_FIELDS,
  ARTIFACT_METADATA_FIELDS,
  ARTIFACT_VERSION_FIELDS,
} from '../../../generated/artifact-fields';
import { classKey } from '../../../model/class-outline';
import type { Context } from '../../../model/explanation';
import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { Description, NamedSymbol } from '../../system';
import { isArtifact, textOf } from '../facts';
import { deprecationOf } from '../resolve/deprecation';
import { nameKey } from '../keys';
import { idOf, resolve, type Candidate } from '../resolve/resolve';
import { wordFor } from '../vocabulary';

/** The kinds of names that mean an artifact, by its name or by where it lies. */
const ARTIFACTS: ReadonlySet<string> = new Set(['artifact', 'metadata file', 'folder']);

const EMPTY = { lead: '', facts: [], rows: [], notes: [] } as const;

/** What a hover says about a name. */
export function describe(named: NamedSymbol, _: Context, lookup: Lookup): Description | undefined {
  if (ARTIFACTS.has(named.kind)) return describeArtifact(named.name, lookup);
  if (named.kind === 'field') return describeField(named.key);
  if (named.kind === 'class') {
    const [fact] = lookup.providers(classKey(named.name));
    if (fact === undefined) return undefined;
    const links = [{ text: fact.file.path, at: { fact, part: Part.name } }];
    return { ...EMPTY, title: named.name, lead: 'adapter class', rows: [{ label: 'class', links, note: '' }] };
  }
  if (named.kind !== 'file') return undefined;
  const path = pathOf(named, lookup);
  return path === undefined
    ? undefined
    : { ...EMPTY, title: named.name, rows: [{ label: 'file', links: [{ text: path, path }], note: '' }] };
}

/** Where going to the definition leads; the best target first. */
export function definitions(named: NamedSymbol, _: Context, lookup: Lookup): readonly Place[] {
  if (named.kind === 'class') return lookup.providers(classKey(named.name)).map(nameOf);
  if (named.kind === 'file') {
    const fact = lookup.file(pathOf(named, lookup) ?? '')?.facts[0];
    return fact === undefined ? [] : [{ fact, part: Part.whole }];
  }
  if (named.kind === 'field') return [];
  const { winner, inQuestion } = resolve(named.name, lookup);
  const best = winner ?? inQuestion[0];
  const metadata = best?.loading.metadata;
  const entries = [
    ...(best === undefined ? [] : [best.entry]),
    ...lookup.providers(nameKey(best?.entry.name ?? named.name)).filter(isArtifact),
  ];
  const places = [...(metadata === undefined ? [] : [metadata]), ...new Set(entries)].map(nameOf);
  return places.filter(({ fact }) => fact !== named.place.fact);
}

function nameOf(fact: Place['fact']): Place {
  return { fact, part: Part.name };
}

/** A file beside the one that names it, else from the root. */
function pathOf({ name, place }: NamedSymbol, lookup: Lookup): string | undefined {
  return [joinPath(folderOf(place.fact.file.path), name), name].find(path => lookup.hasFile(path));
}

function describeArtifact(name: string, lookup: Lookup): Description | undefined {
  const { winner, candidates, inQuestion, reason } = resolve(name, lookup);
  const first = winner ?? inQuestion[0] ?? candidates[0];
  if (first === undefined) return undefined;
  const metadata = first.loading.metadata;
  const others = candidates.filter(each => each !== first).slice(0, MOST_ROWS);
  const old = deprecationOf(first.entry, first.loading, lookup);
  const text = metadata && textOf(metadata, 'description');
  return {
    title: joinPath(first.namespace, first.entry.name),
    lead: `${wordFor(first.entry.type)} ${first.version}`,
    facts: [statusOf(first), ...(old === undefined ? [] : ['deprecated'])],
    ...(text === undefined ? {} : { text }),
    rows: [first, ...others].map(each => ({
      label: each.version,
      links: [{ text: each.registry.path, at: nameOf(each.entry) }, ...fileOf(each)],
      note: `${each.registry.scope}, ${statusOf(each)}`,
    })),
    notes: [{ text: reason, links: [] }],
    explain: winner === undefined ? name : idOf(winner),
  };
}

const MOST_ROWS = 8;

function fileOf({ loading: { file, metadata } }: Candidate) {
  if (file === undefined) return [];
  return [{ text: file, ...(metadata === undefined ? { path: file } : { at: nameOf(metadata) }) }];
}

function statusOf({ loading: { status, reason } }: Candidate): string {
  return status === 'valid' || reason === undefined ? status : `${status}: ${reason}`;
}

const FIELDS = new Map([
  ['artifact', [...ARTIFACT_VERSION_FIELDS, ...ARTIFACT_ITEM_FIELDS]],
  ['metadata', ARTIFACT_METADATA_FIELDS],
]);

/** `key` is `field:<table>.<name>`. */
function describeField(key: string): Description | undefined {
  const [table, name] = key.slice(key.indexOf(':') + 1).split('.');
  const field = table === undefined ? undefined : FIELDS.get(table)?.find(each => each.name === name);
  if (field === undefined) return undefined;
  const facts = [field.type, ...(field.loaded ? [] : ['not read by loaders'])];
  return { ...EMPTY, title: field.name, facts, text: field.description };
}

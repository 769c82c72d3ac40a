import { fileName, folderOf, foldersUpwards, joinPath } from '../../../base/paths';
import {
  ARTIFACT_ITEM_FIELDS,
  ARTIFACT_METADATA_FIELDS,
  ARTIFACT_REGISTRY_FIELDS,
  ARTIFACT_VERSION_FIELDS,
  TREE_FIELDS,
} from '../../../generated/artifact-fields';
import type { Context } from '../../../model/explanation';
import type { FieldDoc } from '../../../model/field-doc';
import type { Lookup } from '../../../model/lookup';
import { siteAt, type Site } from '../../../syntax/yaml/site';
import type { Completion, CompletionItem, Source } from '../../system';
import { isMetadata } from '../facts';
import { ownHome } from '../define/loading';
import { isVersionFolder, normalizedPath } from '../layout';
import { TREE } from '../read/read';
import { isArtifactType, metadataFileOf, type ArtifactType } from '../vocabulary';
import { child, textIn } from '../read/yaml';

/** What may be typed at `offset` of a registry, a metadata file or a tree; nothing where the text is not ours. */
export function complete(source: Source, offset: number, _: Context, lookup: Lookup): Completion | undefined {
  const fields = fieldsFor(source, lookup);
  if (fields === undefined) return undefined;
  const site = siteAt(source.yaml().root, source.text, offset);
  const known = site && fields(site);
  if (site === undefined || known === undefined) return undefined;
  const items = site.at === 'key' ? keyItems(site, known) : valueItems(site, known, source, lookup);
  return { replace: site.replace, items };
}

type FieldsOf = (site: Site) => readonly FieldDoc[] | undefined;

function fieldsFor({ file }: Source, lookup: Lookup): FieldsOf | undefined {
  const [first] = file.facts;
  if (fileName(file.path) === TREE) return () => TREE_FIELDS;
  if (first?.kind === 'artifact-registry') return registryFields;
  const isOwn = first !== undefined && isMetadata(first) && ownHome(first, lookup) !== undefined;
  return isOwn ? ({ path }) => (path.length === 0 ? ARTIFACT_METADATA_FIELDS : undefined) : undefined;
}

function registryFields({ path }: Site): readonly FieldDoc[] | undefined {
  const [type] = path;
  if (type === undefined) return ARTIFACT_REGISTRY_FIELDS;
  if (!isArtifactType(type)) return undefined;
  if (path.length === 2) return ARTIFACT_ITEM_FIELDS;
  return path.length === 4 && path[2] === 'versions' ? ARTIFACT_VERSION_FIELDS : undefined;
}

function keyItems({ mapping, replace }: Site, fields: readonly FieldDoc[]): CompletionItem[] {
  const present = new Set(mapping.entries.filter(({ key }) => key.content !== replace).map(({ key }) => key.source));
  return fields.flatMap(({ name, type, description }, rank) =>
    present.has(name) ? [] : [{ label: name, kind: 'field', detail: type, documentation: description, rank }],
  );
}

function valueItems(site: Site, fields: readonly FieldDoc[], { file }: Source, lookup: Lookup): CompletionItem[] {
  const words = fields.find(({ name }) => name === site.key)?.words ?? [];
  const items = words.map((label, rank): CompletionItem => ({ label, kind: 'value', rank }));
  if (site.path.length !== 4) return items;
  const paths = onDisk(site, file.path, lookup);
  return paths === undefined ? items : paths.map((label, rank) => ({ label, kind: 'path', rank }));
}

/** What the disk has for a field of a version in a registry. */
function onDisk({ key, mapping, path: [type] }: Site, registry: string, lookup: Lookup): string[] | undefined {
  if (key === 'metadata_file') {
    const folder = normalizedPath(textIn(child(mapping, 'path')) ?? '');
    const names = folder === undefined ? [] : lookup.entries(folder).filter(name => /\.(?:ya?ml|json)$/.test(name));
    return names.length > 0 ? names : [metadataFileOf(type as ArtifactType)];
  }
  if (key !== 'path' || type === undefined) return undefined;
  const project = [...foldersUpwards(folderOf(registry))].find(at => lookup.hasFolder(joinPath(at, type)));
  return project === undefined ? [] : versionFolders(joinPath(project, type), lookup);
}

/** How many folders are looked into; nobody reads a longer list. */
const MOST_FOLDERS = 1000;

function versionFolders(from: string, lookup: Lookup): string[] {
  const found: string[] = [];
  const waiting = [from];
  for (let looked = 0; looked < MOST_FOLDERS; looked++) {
    const folder = waiting.shift();
    if (folder === undefined) break;
    for (const name of lookup.entries(folder)) {
      if (!name.endsWith('/')) continue;
      const path = joinPath(folder, name.slice(0, -1));
      if (isVersionFolder(fileName(path))) found.push(path);
      else waiting.push(path);
    }
  }
  return found;
}

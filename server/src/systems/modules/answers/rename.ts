import { defined } from '../../../base/defined';
import { fileName, folderOf, joinPath } from '../../../base/paths';
import { Part, type Fact, type Place } from '../../../model/fact';
import { fieldOf, valuePlace } from '../../../model/fields';
import { fileKey, type Lookup } from '../../../model/lookup';
import type { Move, NamedSymbol, Refused, Rename, RenameEdit, RenameOptions, KeyRename } from '../../system';
import { configurationOf, mappingsKey, namespaceOf } from '../define/configuration';
import { idOf, modulePlacesOf } from '../define/places';
import { DEPENDENCY, isDependency, isIdMapping, MAPPING } from '../facts';
import { ID_PATTERN, isEphemeral, MAX_ID_LENGTH, reservedWordOf } from '../vocabulary';
import { mappedKey, moduleKey } from '../keys';
import { modulesOf, modulesWithId, type Module } from '../resolve/module';
import { usesOf } from '../resolve/uses';
import { discoveryOf } from './name-at';
import { companionPath, withoutEnding } from '../layout';

/**
 * What a new id for a module takes: where ids come from paths, another path for its files, else another entry in the ID map;
 * and new names in whatever depends on it.
 */
export function rename(named: NamedSymbol, to: string, _: RenameOptions, lookup: Lookup): Rename | Refused | undefined {
  const { fact, part } = named.place;
  if (named.kind !== 'module' || (fact.kind === 'id-mapping' && !isIdOf(fact, part))) return undefined;
  if (isDependency(fact) && fact.shape !== 'mapping')
    return { refused: 'This is no dependency that can be loaded; expand it first' };
  const discovery = discoveryOf(named, lookup);
  const modules = discovery === undefined ? [] : modulesWithId(discovery, named.name, lookup);
  const [module] = modules;
  if (discovery === undefined || module === undefined) return { refused: `No module '${named.name}' is in sight` };
  if (new Set(modules.map(each => withoutEnding(each.fact.file.path))).size > 1)
    return { refused: `Several files have the id '${named.name}'` };
  const wrong = problemOf(to, module);
  if (wrong !== undefined) return { refused: wrong };
  if (lookup.providers(moduleKey(discovery, to)).length > 0)
    return { refused: `'${to}' is the id of another module already` };
  const edits = referencesTo(module, to, lookup);
  return module.id === module.derived ? withFiles(modules, to, edits, lookup) : withMapping(module, to, edits, lookup);
}

/** Of an entry of an ID map the id alone is a name; the rest is a path. */
function isIdOf(fact: Fact, part: number): boolean {
  return isIdMapping(fact) && fact.id !== undefined && (part === Part.name || part === Part.fieldValue(MAPPING.id));
}

/** Why the registry would not take an id. Where the present one breaks the pattern, so may the new one. */
function problemOf(to: string, { id, placed }: Module): string | undefined {
  const isLoose = placed.language === 'python' && !ID_PATTERN.test(id);
  if (isLoose ? !/^[\w-]+(\.[\w-]+)*$/.test(to) : !ID_PATTERN.test(to))
    return `A module id has lower-case letters, digits and '_' only, in segments that begin with a letter, with '.' between`;
  if (to.length > MAX_ID_LENGTH) return `A module id has ${MAX_ID_LENGTH} characters at most`;
  const word = reservedWordOf(to);
  if (word !== undefined) return `'${word}' is reserved: no id may begin with it`;
  return isEphemeral(to) ? `Ids that begin with 'ephemeral' are not for files` : undefined;
}

/** The entries of dependency lists, and the calls in code, that name a module. */
export function referencesTo(module: Module, to: string, lookup: Lookup): RenameEdit[] {
  const { id, placed } = module;
  const dependencies = lookup.readers(moduleKey(placed.discovery, id)).filter(isDependency);
  return [
    ...dependencies.map(fact => editAt({ fact, part: Part.fieldValue(DEPENDENCY.module) }, id, to)),
    ...usesOf(module, lookup).map(fact => editAt({ fact, part: Part.name }, id, to)),
  ];
}

function withMapping({ placed, id }: Module, to: string, edits: RenameEdit[], lookup: Lookup): Rename | Refused {
  const { idMap } = placed.discovery;
  const entries = idMap === undefined ? [] : lookup.providers(mappedKey(idMap, id));
  const named = entries.filter(entry => entry.id === id);
  if (named.length === 0) return { refused: `The ID map gives the file no id; write one there` };
  const own = named.map(fact => editAt({ fact, part: Part.fieldValue(MAPPING.id) }, id, to));
  return { edits: [...own, ...edits], renamedDefinitions: [], keyRenames: [], moves: [] };
}

function withFiles(modules: readonly Module[], to: string, edits: RenameEdit[], lookup: Lookup): Rename | Refused {
  const moves: Move[] = [];
  const keyRenames: KeyRename[] = [];
  for (const module of modules) {
    const { path } = module.fact.file;
    const target = pathFor(module, to);
    if (typeof target === 'object') return target;
    const places = modulePlacesOf(target, configurationOf(lookup));
    if (!places.some(each => each.discovery === module.placed.discovery && idOf(each).id === to))
      return { refused: `Discovery would not find '${to}' at ${target}` };
    moves.push({ path, to: target });
    edits.push(...ownEdits(module, target, lookup));
    for (const other of modulesOf(module.fact, lookup)) {
      const { discovery, rank } = other.placed;
      const after = places.find(each => each.discovery === discovery && each.rank === rank);
      // Below another root the file gets another id as well, which others may depend on.
      if (after !== undefined && other.id !== module.id && idOf(after).id !== other.id)
        edits.push(...referencesTo(other, idOf(after).id, lookup));
    }
    const isNear = folderOf(target) === folderOf(path);
    keyRenames.push({
      key: fileKey(path),
      ...(isNear ? { to: fileName(withoutEnding(target)) } : {}),
      requiredMove: path,
    });
  }
  const first = defined(moves[0], 'the file of a renamed module');
  const companion = companionPath(first.path);
  if (lookup.hasFile(companion)) moves.push({ path: companion, to: companionPath(first.to) });
  const withMove = first.path;
  return { edits: edits.map(edit => ({ ...edit, requiredMove: withMove })), renamedDefinitions: [], keyRenames, moves };
}

/** The path that gives a module an id: in its folder where only the last segment is another one. */
function pathFor({ fact, placed, derived }: Module, to: string): string | Refused {
  const { discovery, root, relative } = placed;
  const prefix = discovery.isMulti ? `${namespaceOf(root)}.` : '';
  if (!to.startsWith(prefix) || to === prefix)
    return { refused: `Ids in ${root.path} begin with the namespace '${namespaceOf(root)}'` };
  const { path } = fact.file;
  const ending = path.slice(withoutEnding(path).length);
  const folder = folderOf(relative);
  const shared = derived.slice(0, prefix.length + (folder === '' ? 0 : folder.length + 1));
  const name = to.startsWith(shared) && !to.slice(shared.length).includes('.') ? to.slice(shared.length) : undefined;
  const below = name === undefined ? to.slice(prefix.length).replaceAll('.', '/') : joinPath(folder, name);
  return joinPath(root.path, below + ending);
}

/** What else names the file of a module: the ID map by its path, the companion in front of the class. */
export function ownEdits({ companion, placed, fact }: Module, to: string, lookup: Lookup): RenameEdit[] {
  const { mappedAs, discovery } = placed;
  const prefix = fact.file.path.slice(0, -mappedAs.length);
  const edits: RenameEdit[] = [];
  const mappings = discovery.idMap === undefined ? [] : lookup.providers(mappingsKey(discovery.idMap));
  for (const mapping of mappings.filter(isIdMapping))
    if (mapping.path === mappedAs && to.startsWith(prefix))
      edits.push(editAt({ fact: mapping, part: Part.fieldValue(MAPPING.file) }, mappedAs, to.slice(prefix.length)));
  const stated = companion && fieldOf(companion, 'entry_point');
  const stem = fileName(withoutEnding(fact.file.path));
  const name = fileName(withoutEnding(to));
  if (companion !== undefined && typeof stated === 'string' && stated.startsWith(`${stem}:`) && stem !== name)
    edits.push(editAt(valuePlace(companion, 'entry_point'), stated, name + stated.slice(stem.length)));
  return edits;
}

function editAt(at: Place, from: string, to: string): RenameEdit {
  return { at, from, to };
}

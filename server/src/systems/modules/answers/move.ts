import { isBelow, movedPath } from '../../../base/paths';
import { Part } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { Move, MoveEdits, RenameEdit } from '../../system';
import { configurationOf, CONFIGS_KEY } from '../define/configuration';
import { idOf, placesOf, type ModulePlace } from '../define/places';
import { moduleKey, modulesKey } from '../keys';
import { modulesOf } from '../resolve/module';
import { companionPath, ENDINGS, languageOf, resolvePath, withoutEnding } from '../layout';
import { idMapField } from '../read/config';
import { ownEdits, referencesTo } from './rename';

/**
 * What goes with modules that move: their companions, the ids in what depends on them, the ID map; and with a root or an ID map,
 * the configuration that names it.
 */
export function editsForMoves(moves: readonly Move[], lookup: Lookup): MoveEdits {
  const edits: RenameEdit[] = configEdits(moves, lookup);
  const along: Move[] = [];
  for (const discovery of configurationOf(lookup).discoveries)
    for (const fact of lookup.providers(modulesKey(discovery))) {
      const { path } = fact.file;
      const to = movedPath(path, moves);
      if (to === undefined) continue;
      for (const module of modulesOf(fact, lookup).filter(({ placed }) => placed.discovery === discovery)) {
        const placed = placedAfter(module.placed, to, moves, lookup);
        if (placed === undefined) continue;
        const all = lookup.providers(moduleKey(discovery, module.id));
        const isAlone = all.every(({ file }) => movedPath(file.path, moves) !== undefined);
        const id = module.id === module.derived ? idOf(placed).derived : module.id;
        if (id !== module.id && isAlone) edits.push(...referencesTo(module, id, lookup));
        if (placed.root.path === module.placed.root.path) edits.push(...ownEdits(module, to, lookup));
      }
      const companion = companionMove(path, to, moves, lookup);
      if (companion !== undefined && !along.some(each => each.path === companion.path)) along.push(companion);
    }
  return { edits, moves: along };
}

/** Where a file stands afterwards, if that is in the same discovery; a root that moves stays the root that it is. */
function placedAfter(before: ModulePlace, to: string, moves: readonly Move[], lookup: Lookup): ModulePlace | undefined {
  const root = movedPath(before.root.path, moves);
  if (root !== undefined) return { ...before, root: { ...before.root, path: root } };
  const { discovery, rank } = before;
  const places = placesOf(to, configurationOf(lookup)).filter(each => each.discovery === discovery && !each.skipped);
  return places.find(each => each.rank === rank) ?? places[0];
}

/** The companion goes with its module, unless it moves anyway or a module of another language keeps it. */
function companionMove(path: string, to: string, moves: readonly Move[], lookup: Lookup): Move | undefined {
  const companion = companionPath(path);
  const target = companionPath(to);
  const stem = withoutEnding(path);
  const others = [...ENDINGS.python, ...ENDINGS.typescript].map(ending => stem + ending);
  const isKept = others.some(each => lookup.hasFile(each) && movedPath(each, moves) === undefined);
  const isFree = lookup.hasFile(companion) && movedPath(companion, moves) === undefined && !lookup.hasFile(target);
  return isFree && !isKept && languageOf(to) !== undefined ? { path: companion, to: target } : undefined;
}

function configEdits(moves: readonly Move[], lookup: Lookup): RenameEdit[] {
  return lookup.providers(CONFIGS_KEY).flatMap(fact => {
    const edit = (text: string, part: number): RenameEdit[] => {
      const path = resolvePath(fact.name, text);
      const to = path === undefined ? undefined : movedPath(path, moves);
      if (to === undefined || !isBelow(to, fact.name) || movedPath(fact.file.path, moves) !== undefined) return [];
      const relative = fact.name === '' ? to : to.slice(fact.name.length + 1);
      return [{ at: { fact, part }, from: text, to: `${/^\.\//.exec(text)?.[0] ?? ''}${relative}` }];
    };
    const roots = fact.roots?.flatMap(({ text }, i) => edit(text, Part.fieldName(i))) ?? [];
    return fact.idMap === undefined ? roots : [...roots, ...edit(fact.idMap, Part.fieldValue(idMapField(fact)))];
  });
}

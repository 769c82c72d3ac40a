import type { Field } from '../../../model/fields';
import { Part, type SourceFile } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { SymbolLocation, SymbolItem } from '../../system';
import { configurationOf } from '../define/configuration';
import { idOf, modulePlacesOf } from '../define/places';
import { looksLikeCompanion } from '../read/companion';
import { isCompanion, isDependency, type CompanionFact } from '../facts';
import { modulesKey } from '../keys';

/** The outline of a companion that confirms itself as one: its fields, and its dependencies below theirs. */
export function symbols(file: SourceFile): readonly SymbolItem[] {
  const companion = file.facts.find(isCompanion);
  const names = companion?.fields.map(({ name }) => name) ?? [];
  return companion === undefined || !looksLikeCompanion(names)
    ? []
    : companion.fields.map((each, i) => field(companion, each, i, file.facts));
}

/** Every module that the scan meets, by its file: whether it is registered is asked elsewhere. */
export function* allSymbols(lookup: Lookup): Iterable<SymbolLocation> {
  const configuration = configurationOf(lookup);
  for (const discovery of configuration.discoveries)
    for (const fact of lookup.providers(modulesKey(discovery)))
      for (const placed of modulePlacesOf(fact.file.path, configuration))
        if (placed.discovery === discovery)
          yield { name: idOf(placed).id, kind: 'entry', container: placed.root.path, place: { fact, part: Part.name } };
}

function field(companion: CompanionFact, { name, value }: Field, i: number, all: SourceFile['facts']): SymbolItem {
  const inner = name === 'dependencies' ? all.filter(isDependency) : [];
  return {
    name,
    detail: typeof value === 'string' ? value.slice(0, 60) : '',
    kind: 'field',
    place: { fact: companion, part: Part.fieldName(i) },
    children: inner
      .filter(fact => fact.name !== '')
      .map(fact => ({
        name: fact.name,
        detail: typeof fact.version === 'string' ? fact.version : '',
        kind: 'entry',
        place: { fact, part: Part.whole },
        children: [],
      })),
  };
}

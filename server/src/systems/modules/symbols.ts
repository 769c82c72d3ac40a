import { Part, type SourceFile } from '../../model/fact';
import type { SymbolItem } from '../system';
import { looksLikeCompanion } from './read-companion';
import { isCompanion, isDependency, type CompanionFact } from './facts';

/** The outline of a companion that confirms itself as one: its fields, and its dependencies below theirs. */
export function symbols(file: SourceFile): readonly SymbolItem[] {
  const companion = file.facts.find(isCompanion);
  const names = companion?.fields.map(({ name }) => name) ?? [];
  return companion === undefined || !looksLikeCompanion(names)
    ? []
    : companion.fields.map((_, i) => field(companion, i));
}

function field(companion: CompanionFact, i: number): SymbolItem {
  const { name, value } = companion.fields[i]!;
  const inner = name === 'dependencies' ? companion.file.facts.filter(isDependency) : [];
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

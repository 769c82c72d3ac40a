import { Part, type SourceFile } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { SymbolLocation, SymbolItem } from '../../system';
import { isArtifact, textOf } from '../facts';
import { fullName } from '../define/identity';
import { entriesIn, registriesOf } from '../define/registries';
import { normalVersion } from '../versions';

/** The outline of a registry: its lists with their artifacts and versions. */
export function symbols(file: SourceFile): readonly SymbolItem[] {
  const lists: SymbolItem[] = [];
  let items: SymbolItem[] = lists;
  let versions: SymbolItem[] = lists;
  for (const fact of file.facts) {
    const place = { fact, part: Part.whole };
    if (fact.kind === 'artifact-list') {
      items = [];
      lists.push({ name: fact.name, detail: '', kind: 'table', place, children: items });
    } else if (fact.kind === 'artifact-item' && fact.name !== '') {
      versions = [];
      items.push({ name: fact.name, detail: '', kind: 'entry', place, children: versions });
    } else if (isArtifact(fact)) {
      const version = normalVersion(textOf(fact, 'version') ?? '?');
      versions.push({ name: version, detail: textOf(fact, 'status') ?? '', kind: 'field', place, children: [] });
    }
  }
  return lists;
}

/** Every version that a registry lists. */
export function* allSymbols(lookup: Lookup): Iterable<SymbolLocation> {
  for (const { header } of registriesOf(lookup))
    for (const fact of entriesIn(header, lookup)) {
      const version = textOf(fact, 'version');
      const name = fullName(fact, lookup) + (version === undefined ? '' : `@${normalVersion(version)}`);
      yield { name, kind: 'entry', container: fact.type, place: { fact, part: Part.name } };
    }
}

import { FactParts } from '../../../model/fact-parts';
import { fileName } from '../../../base/paths';
import { firstLine } from '../../../base/text';
import { entryOf } from '../../../syntax/yaml/tree';
import type { FactWriter, Source } from '../../system';
import type { IdMapFact, MappingFact } from '../facts';
import { addEntry, textUnder, valueUnder } from './yaml-fields';

/** Reads what may be an ID map (formats 2.4): a file with `mappings`, or one whose name leaves no doubt. */
export function readIdMap(source: Source, out: FactWriter): void {
  const { file, text } = source;
  const isCalledSo = /id[-_.]?map/i.test(fileName(file.path));
  if (!isCalledSo && !/^mappings\s*:/m.test(text)) return;
  const tree = source.yaml();
  for (const { kind, span, message } of tree.problems)
    if (kind === 'syntax' || kind === 'merge-marker' || kind === 'limit')
      out.problem({ code: 'module/id-map', span, message, damage: true });
  const mappings = valueUnder(tree.root, 'mappings');
  const hasMappings = mappings?.type === 'sequence';
  const fact: IdMapFact = { kind: 'id-map', name: file.path, file, hasMappings };
  out.fact(fact, new FactParts({ start: 0, end: text.length }, firstLine(text)));
  if (!hasMappings) return;
  for (const item of mappings.items) {
    if (item.type !== 'mapping') continue;
    const [path, id, className] = ['file', 'id', 'class'].map(key => textUnder(item, key));
    const mapping: MappingFact = {
      kind: 'id-mapping',
      name: id ?? path ?? '',
      file,
      ...(path === undefined ? {} : { path }),
      ...(id === undefined ? {} : { id }),
      ...(className === undefined ? {} : { className }),
    };
    const own = entryOf(item, id === undefined ? 'file' : 'id')?.value?.span ?? item.entries[0]?.key.span ?? item.span;
    const parts = new FactParts(item.span, own);
    for (const key of ['file', 'id', 'class']) addEntry(parts, entryOf(item, key), own);
    out.fact(mapping, parts);
  }
}

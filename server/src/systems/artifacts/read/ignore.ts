import { FactParts } from '../../../model/fact-parts';
import type { FactWriter, Source } from '../../system';
import type { IgnoreFact } from '../facts';
import { child, textIn } from './yaml';

/** Reads the sections of a `.onexignore` that hold for trees: `all` and `tree`, each with `patterns`. */
export function readIgnore(source: Source, out: FactWriter): void {
  const { root } = source.yaml();
  const patterns = ['all', 'tree'].flatMap(section => {
    const list = child(child(root, section), 'patterns');
    return list?.type === 'sequence' ? list.items.flatMap(item => textIn(item) ?? []) : [];
  });
  const fact: IgnoreFact = { kind: 'onexignore', name: '', file: source.file, patterns };
  out.fact(fact, new FactParts({ start: 0, end: source.text.length }, { start: 0, end: 0 }));
}

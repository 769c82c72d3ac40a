import { Part, type Fact, type SourceFile } from '../../model/fact';
import type { SymbolItem } from '../system';
import { isStep, textOf, type StepEntry } from './facts';

/** The outline of a registry file: its variables with their rows, its metadata, its other tables. */
export function symbols(file: SourceFile): readonly SymbolItem[] {
  const items: SymbolItem[] = [];
  let table: SymbolItem[] = items;
  for (const fact of file.facts) {
    if (fact.kind === 'variable') {
      table = [];
      items.push({ name: fact.name, detail: '', kind: 'table', place: { fact, part: Part.whole }, children: table });
    } else if (isStep(fact)) table.push(entry(fact));
    else if (fact.kind === 'metadata') items.push(metadata(fact));
  }
  return items;
}

function entry(fact: StepEntry): SymbolItem {
  const detail = textOf(fact, 'sagemaker_step_type') ?? '';
  return { name: fact.name, detail, kind: 'entry', place: { fact, part: Part.whole }, children: [] };
}

function metadata(fact: Fact): SymbolItem {
  return {
    name: 'WORKSPACE_METADATA',
    detail: fact.name,
    kind: 'table',
    place: { fact, part: Part.whole },
    children: [],
  };
}

import { isTestPath } from '../../../base/test-paths';
import { Part, type Fact, type SourceFile } from '../../../model/fact';
import { classSuffixKey } from '../../../model/class-outline';
import type { Lookup } from '../../../model/lookup';
import type { SymbolLocation, SymbolItem } from '../../system';
import { allDefinitions } from '../define/definitions';
import { isStep, textOf, type StepEntry } from '../facts';
import { coreOf } from '../define/core';
import { workspaceDirectory } from '../layout';

/** The outline of a registry file: its variables with their rows, and its metadata. */
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

/** The symbols of the repository: every definition of a step, and the classes whose names end in `StepBuilder`. */
export function* allSymbols(lookup: Lookup): Iterable<SymbolLocation> {
  for (const { entry, workspace } of allDefinitions(lookup))
    yield { name: entry.name, kind: 'entry', container: workspace ?? 'core', place: { fact: entry, part: Part.name } };
  for (const fact of lookup.providers(classSuffixKey('StepBuilder')))
    if (!isTestPath(fact.file.path))
      yield {
        name: fact.name,
        kind: 'class',
        container: ownerOf(fact.file.path, lookup),
        place: { fact, part: Part.name },
      };
}

/** Whose a file is: a workspace's, core's, or nobody's. Its path is shown anyway. */
function ownerOf(path: string, lookup: Lookup): string {
  const core = coreOf(lookup);
  const isInCore = core !== undefined && path.startsWith(`${core.package}/`);
  return workspaceDirectory(path) ?? (isInCore ? 'core' : '');
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

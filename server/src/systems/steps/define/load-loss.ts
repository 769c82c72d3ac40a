import type { FactFile } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { headerOf, isHeader, isStep, type StepEntry, type Table } from '../facts';
import { isReadTable, loadingPoints } from './steps-table';

/** What is lost at run time if a registry file cannot be loaded (formats 1.1, 1.5), as the end of a sentence. */
export function loadFailureInWords(file: FactFile, lookup: Lookup): string {
  const header = file.headers.find(isHeader);
  switch (header?.form) {
    case 'workspace':
      return `the file cannot be loaded, so ${lostSteps(file, lookup)}`;
    case 'literal':
    case 'extras':
    case 'access-layer':
    case 'table':
      return 'the file cannot be loaded, so importing the core registry fails';
    case 'interface':
    case 'pack':
      return 'the file cannot be loaded, so this step is not registered';
    case 'ignored':
    case undefined:
      return 'the file cannot be loaded';
  }
}

function lostSteps(file: FactFile, lookup: Lookup): string {
  const count = lookup.contents(file).facts.filter(fact => isStep(fact) && isReadTable(fact.table, lookup)).length;
  if (count === 0) return 'this workspace has no registry at run time';
  return `this workspace has none of its ${count === 1 ? 'steps' : `${count} steps`} at run time`;
}

/** What a refused row costs its registry, as a sentence; empty if loading has stopped at an earlier row already. */
export function refusalInWords(entry: StepEntry, lookup: Lookup): string {
  const header = headerOf(entry);
  if (header?.form !== 'workspace') return 'The registry manager then refuses the whole core registry';
  const { stopsAt } = loadingPoints(header, lookup);
  if (stopsAt?.table !== entry.table || stopsAt.name !== entry.name) return '';
  const lost =
    entry.table !== 'STEP_OVERRIDES' ? 'this entry, those after it and all overrides' : 'this entry and those after it';
  return `Loading stops here: ${lost} are lost`;
}

/** What is lost if a whole table cannot be loaded, as the end of a sentence. */
export function rowsAfterInWords(table: Table): string {
  return table !== 'STEP_OVERRIDES' ? 'its steps and all overrides are lost' : 'its overrides are lost';
}

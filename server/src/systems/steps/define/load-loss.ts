import type { FactFile } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { isHeader, isStep } from '../facts';

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
  const count = lookup.contents(file).facts.filter(fact => isStep(fact) && fact.table !== 'WORKSPACE_STEPS').length;
  if (count === 0) return 'this workspace has no registry at run time';
  return `this workspace has none of its ${count === 1 ? 'steps' : `${count} steps`} at run time`;
}

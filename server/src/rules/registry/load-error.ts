import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  coreOf,
  HeaderPart,
  isVariable,
  loadFailureInWords,
  loadingPoints,
  type RegistryHeader,
  rowsAfterInWords,
  runOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const loadError: FactRule<RegistryHeader> = {
  code: 'registry/load-error',
  severity: 'error',
  registryIs: 'unreadable',
  summary: 'A registry cannot be loaded, or not wholly.',
  why:
    'The registry manager runs the file by its path, as a module that belongs to no package, and then goes through the dicts ' +
    'LOCAL_STEPS and STEP_OVERRIDES. If running raises an exception (a name that is nowhere, a relative import), nothing of the ' +
    'file is loaded, and the manager says so at debug level only. If a variable is no dict (a comma after it makes a tuple), ' +
    'loading stops there. An exception that is no Exception, such as SystemExit, is not caught: then there is no registry at all. ' +
    'Core is imported as a module of its package; if that raises an exception, there is no registry either.',
  remedy:
    'Repair the place. What both registries and other code need belongs into a module that can be imported by its full name.',
  bad: `
from .rows import ROWS
#                 ^^^^ registry/load-error

LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}
`,
  good: `
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}
`,
  over: 'fact',
  kind: 'registry',
  *check(header, lookup) {
    if (header.form !== 'workspace' && coreOf(lookup)?.headers.includes(header) !== true) return;
    yield* failureToRun(header, lookup);
    yield* noDict(header, lookup);
    if (header.id?.is === 'no key')
      yield {
        at: at(header, HeaderPart.id),
        message: `developer_id must be a string. The registry manager cannot file this workspace under ${header.id.text}: all its steps are lost`,
      };
  },
};

function* failureToRun(header: RegistryHeader, lookup: Lookup): Iterable<Report> {
  const run = runOf(header, lookup);
  if (run?.outcome === 'raises')
    yield { at: run.at, message: `${run.reason}: ${loadFailureInWords(header.file, lookup)}` };
  if (run?.outcome === 'exits')
    yield {
      at: run.at,
      message: `${run.reason}: this ends the program while the registry manager is built, so all steps of all workspaces are lost`,
    };
}

/** A table that is no dict: loading stops before its first row. */
function* noDict(header: RegistryHeader, lookup: Lookup): Iterable<Report> {
  const { form, file } = header;
  const { stopsAt } = loadingPoints(header, lookup);
  if (stopsAt === undefined || stopsAt.name !== undefined) return;
  const variable = lookup.contents(file).facts.findLast(fact => isVariable(fact) && fact.name === stopsAt.table);
  yield {
    at: variable === undefined ? at(header, Part.whole) : at(variable, Part.fieldValue(0)),
    message:
      form === 'workspace'
        ? `${stopsAt.table} must be a dict. Loading stops here: ${rowsAfterInWords(stopsAt.table)}`
        : `${stopsAt.table} must be a dict. The registry manager refuses the whole core registry`,
  };
}

import { coreNames } from '../define/definitions';
import { compareStrings } from '../../../base/collections';
import type { Lookup } from '../../../model/lookup';
import type { Answers } from '../../system';
import { blindSpots } from './blind-spots';
import { complete } from './complete';
import { describe } from './describe';
import { dependants, dependencies } from './dependencies';
import { draft } from './new-step';
import { add, move, pathInCore } from './add-and-move';
import { explainStep, outcomeOfStep } from '../explain/explain';
import { exportedTables } from './exports';
import { rowsIn } from '../define/core';
import { hint, lenses } from './lenses';
import { links } from './links';
import { isOfType, list, openParts, typeOf, workspaces } from './list';
import { meaning } from './meaning';
import { mentionAt } from './mention';
import { symbolAt } from './name-at';
import { subjectsOf } from './subjects';
import { synonymKeys } from './synonym-keys';
import { refactors } from './refactors';
import { editsForMoves, rename } from './rename';
import { allSymbols, symbols } from './symbols';
import { declarations, definitions, implementations } from './targets';
import { workspacesOf } from '../define/workspaces';
import { policySubjects } from './policy-subjects';

/** What step registries answer. */
export const answers: Answers = {
  kind: 'step',
  plural: 'steps',
  commandWording: { rank: 1, name: 'a step', listCommand: 'list-steps', types: 'steps of this SageMaker step type' },
  names,
  symbolAt,
  mentionAt,
  subjectsOf,
  describe,
  definitions,
  declarations,
  implementations,
  synonymKeys,
  rename,
  editsForMoves,
  explain: explainStep,
  meaning,
  outcome: outcomeOfStep,
  complete,
  blindSpots,
  symbols,
  allSymbols,
  links,
  lenses,
  hint,
  refactors,
  dependencies,
  dependants,
  list,
  openParts,
  typeOf,
  listing: { isOfType },
  workspaces,
  add,
  draft,
  move,
  pathInCore,
  exportedTables,
  policySubjects,
};

function names(lookup: Lookup): readonly string[] {
  const all = new Set(coreNames(lookup));
  for (const { header } of workspacesOf(lookup)) for (const entry of rowsIn(header, lookup)) all.add(entry.name);
  return [...all].sort(compareStrings);
}

import { coreNames } from './definitions';
import { compareStrings } from '../../base/collections';
import type { Lookup } from '../../model/lookup';
import type { Answers } from '../system';
import { complete } from './complete';
import { describe } from './describe';
import { add, landing, promote } from './edits';
import { explainStep, outcomeOfStep } from './explain';
import { exported } from './exports';
import { isStep } from './facts';
import { list, workspaces } from './list';
import { named } from './named';
import { symbols } from './symbols';
import { definitions } from './targets';
import { workspacesOf } from './workspaces';

/** What step registries answer. */
export const answers: Answers = {
  kind: 'step',
  names,
  named,
  describe,
  definitions,
  explain: explainStep,
  outcome: outcomeOfStep,
  complete,
  symbols,
  list,
  workspaces,
  add,
  promote,
  landing,
  exported,
};

function names(lookup: Lookup): readonly string[] {
  const all = new Set(coreNames(lookup));
  for (const { header } of workspacesOf(lookup))
    for (const entry of header.file.facts.filter(isStep)) all.add(entry.name);
  return [...all].sort(compareStrings);
}

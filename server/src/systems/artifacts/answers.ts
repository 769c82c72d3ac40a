import type { Answers } from '../system';
import { complete } from './complete';
import { definitions, describe } from './describe';
import { explainArtifact, outcomeOfArtifact } from './explain';
import { list, names } from './list';
import { named } from './named';
import { symbols } from './symbols';
import { policed } from './policed';

/** What artifacts answer. They know no developer workspaces: every question has one answer for the whole repository. */
export const answers: Answers = {
  kind: 'artifact',
  names,
  named,
  describe,
  definitions,
  explain: explainArtifact,
  outcome: outcomeOfArtifact,
  complete,
  symbols,
  list: (_, lookup) => list(lookup),
  workspaces: () => [],
  policed,
};

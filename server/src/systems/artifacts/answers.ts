import type { Answers } from '../system';
import { complete } from './complete';
import { dependants, dependencies } from './depends';
import { definitions, describe } from './describe';
import { explainArtifact, outcomeOfArtifact } from './explain';
import { lenses } from './lenses';
import { links } from './links';
import { list, names } from './list';
import { moved } from './moved';
import { named } from './named';
import { otherKeys } from './other-keys';
import { policed } from './policed';
import { rename } from './rename';
import { everywhere, symbols } from './symbols';

/** What artifacts answer. They know no developer workspaces: every question has one answer for the whole repository. */
export const answers: Answers = {
  kind: 'artifact',
  names,
  named,
  describe,
  definitions,
  otherKeys,
  rename,
  moved,
  explain: explainArtifact,
  outcome: outcomeOfArtifact,
  complete,
  symbols,
  everywhere,
  links,
  lenses,
  dependencies,
  dependants,
  list: (_, lookup) => list(lookup),
  workspaces: () => [],
  policed,
};

import { damageOf } from '../../../model/blind-spot';
import { registriesOf } from '../define/registries';
import type { Answers } from '../../system';
import { complete } from './complete';
import { dependants, dependencies } from './dependencies';
import { definitions, describe } from './describe';
import { explainArtifact, outcomeOfArtifact } from '../explain/explain';
import { lenses } from './lenses';
import { links } from './links';
import { hidden, list, listing, names } from './list';
import { editsForMoves } from './move';
import { symbolAt } from './name-at';
import { synonymKeys } from './synonym-keys';
import { policySubjects } from './policy-subjects';
import { rename } from './rename';
import { allSymbols, symbols } from './symbols';

/** What artifacts answer. They know no developer workspaces: every question has one answer for the whole repository. */
export const answers: Answers = {
  kind: 'artifact',
  plural: 'artifacts',
  commandWording: { rank: 3, name: 'an artifact such as stamper_node@1.0.0', types: 'artifacts of this type' },
  names,
  symbolAt,
  describe,
  definitions,
  synonymKeys,
  rename,
  editsForMoves,
  explain: explainArtifact,
  outcome: outcomeOfArtifact,
  complete,
  symbols,
  allSymbols,
  links,
  lenses,
  dependencies,
  dependants,
  hidden,
  list: (_, lookup) => list(lookup),
  typeOf: ({ fields }) => (typeof fields['type'] === 'string' ? fields['type'] : undefined),
  listing,
  blindSpots: lookup =>
    registriesOf(lookup)
      .filter(({ header }) => header.file.incomplete)
      .map(({ header: { file } }) => ({
        rules: ['artifact/unlisted-version'],
        reason: 'the file is damaged, so it may list more',
        at: damageOf(file, lookup),
      })),
  policySubjects,
};

import { compareStrings } from '../../../base/collections';
import { damageOf } from '../../../model/blind-spot';
import type { Lookup } from '../../../model/lookup';
import type { AbortItem, Answers } from '../../system';
import { complete } from './complete';
import { configurationOf, damagedConfigurationFiles } from '../define/configuration';
import { idsOf } from '../define/places';
import { definitions } from './targets';
import { dependants, dependencies } from './dependencies';
import { describe } from './describe';
import { discoveryRuns } from '../resolve/discovery';
import { explainModule } from '../explain/explain';
import { modulesKey } from '../keys';
import { hint, lenses } from './lenses';
import { links } from './links';
import { list, listing } from './list';
import { editsForMoves } from './move';
import { symbolAt } from './name-at';
import { synonymKeys } from './synonym-keys';
import { refactors } from './refactors';
import { subjectsOf } from './subjects';
import { rename } from './rename';
import { schemas } from './schemas';
import { policySubjects } from './policy-subjects';
import { allSymbols, symbols } from './symbols';

/** What modules answer. */
export const answers: Answers = {
  kind: 'module',
  plural: 'modules',
  commandWording: { rank: 2, name: 'a module' },
  names,
  symbolAt,
  subjectsOf,
  describe,
  definitions,
  synonymKeys,
  rename,
  editsForMoves,
  explain: explainModule,
  complete,
  symbols,
  allSymbols,
  links,
  lenses,
  hint,
  refactors,
  dependencies,
  dependants,
  list: (_, lookup) => list(lookup),
  typeOf: ({ fields }) => (typeof fields['namespace'] === 'string' ? fields['namespace'] : undefined),
  listing,
  schemas,
  aborts,
  blindSpots: lookup =>
    damagedConfigurationFiles(lookup).map(file => ({
      rules: ['module/*'],
      reason: 'the file is damaged, so it is not known where modules are',
      at: damageOf(file, lookup),
    })),
  policySubjects,
};

function names(lookup: Lookup): readonly string[] {
  const configuration = configurationOf(lookup);
  const ids = configuration.discoveries.flatMap(discovery =>
    lookup.providers(modulesKey(discovery)).flatMap(({ file }) => idsOf(file.path, discovery, configuration)),
  );
  return [...new Set(ids)].sort(compareStrings);
}

function aborts(lookup: Lookup): readonly AbortItem[] {
  return discoveryRuns(lookup).flatMap(({ aborted }) => {
    if (aborted === undefined) return [];
    const { stage: _, at, ...said } = aborted;
    return [{ ...said, place: at }];
  });
}

import { compareStrings } from '../../../base/collections';
import type { Lookup } from '../../../model/lookup';
import type { AbortItem, Answers } from '../../system';
import { complete } from './complete';
import { configurationOf, idOf, placeOf } from '../define/configuration';
import { definitions } from './targets';
import { dependants, dependencies } from './dependencies';
import { describe } from './describe';
import { runs } from '../resolve/discovery';
import { explainModule } from '../explain/explain';
import { modulesKey } from '../keys';
import { hint, lenses } from './lenses';
import { links } from './links';
import { list, listing } from './list';
import { moved } from './move';
import { named } from './name-at';
import { otherKeys } from './synonym-keys';
import { refactors } from './refactors';
import { rename } from './rename';
import { schemas } from './schemas';
import { policed } from './policy-subjects';
import { everywhere, symbols } from './symbols';

/** What modules answer. */
export const answers: Answers = {
  kind: 'module',
  plural: 'modules',
  spoken: { rank: 2, name: 'a module' },
  names,
  named,
  describe,
  definitions,
  otherKeys,
  rename,
  moved,
  explain: explainModule,
  complete,
  symbols,
  everywhere,
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
  policed,
};

function names(lookup: Lookup): readonly string[] {
  const configuration = configurationOf(lookup);
  const ids = configuration.discoveries.flatMap(discovery =>
    lookup.providers(modulesKey(discovery)).map(({ file }) => idOf(placeOf(file.path, configuration)!).id),
  );
  return [...new Set(ids)].sort(compareStrings);
}

function aborts(lookup: Lookup): readonly AbortItem[] {
  return runs(lookup).flatMap(({ aborted }) =>
    aborted === undefined ? [] : [{ code: aborted.code, message: aborted.message, place: aborted.at }],
  );
}

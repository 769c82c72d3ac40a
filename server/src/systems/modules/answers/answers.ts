import { compareStrings } from '../../../base/collections';
import type { Lookup } from '../../../model/lookup';
import type { AbortItem, Answers, ListItem } from '../../system';
import { complete } from './complete';
import { configurationOf, idOf, namespaceOf, placeOf } from '../define/configuration';
import { dependenciesOf } from '../resolve/dependencies';
import { classPlaces } from '../resolve/class-places';
import { definitions } from './targets';
import { dependants, dependencies } from './dependencies';
import { describe } from './describe';
import { runs, type Discovered, type Run } from '../resolve/discovery';
import { explainModule } from '../explain/explain';
import { isModule } from '../facts';
import { modulesKey } from '../keys';
import { hint, lenses } from './lenses';
import { links } from './links';
import { versionOf } from '../resolve/module';
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
  workspaces: () => [],
  schemas,
  aborts,
  policed,
};

function names(lookup: Lookup): readonly string[] {
  const configuration = configurationOf(lookup);
  const ids = configuration.discoveries.flatMap(discovery =>
    lookup
      .providers(modulesKey(discovery))
      .filter(isModule)
      .map(({ file }) => idOf(placeOf(file.path, configuration)!).id),
  );
  return [...new Set(ids)].sort(compareStrings);
}

/** Every module that the scan meets, in each discovery; by id, then path. */
function list(lookup: Lookup): readonly ListItem[] {
  return runs(lookup)
    .flatMap(run => run.modules.map(each => listItem(each, run, lookup)))
    .sort((a, b) => compareStrings(a.name, b.name) || compareStrings(a.place.fact.file.path, b.place.fact.file.path));
}

function listItem({ module, outcome, lost, order }: Discovered, { discovery }: Run, lookup: Lookup): ListItem {
  const { id, companion, placed } = module;
  return {
    kind: 'module',
    name: id,
    scope: 'module',
    workspace: undefined,
    home: placed.root.path === '' ? '.' : placed.root.path,
    place: classPlaces(module)[0]!,
    fields: {
      outcome,
      order: order ?? null,
      namespace: discovery.isMulti ? namespaceOf(placed.root) : null,
      version: versionOf(module, lookup) ?? null,
      dependencies: dependenciesOf(companion)
        .map(({ name }) => name)
        .filter(name => name !== ''),
    },
    loaded: outcome === 'registered',
    ...(lost === undefined ? {} : { reason: lost.why }),
  };
}

function aborts(lookup: Lookup): readonly AbortItem[] {
  return runs(lookup).flatMap(({ aborted }) =>
    aborted === undefined ? [] : [{ code: aborted.code, message: aborted.message, place: aborted.at }],
  );
}

import { compareStrings } from '../../../base/collections';
import { fileName } from '../../../base/paths';
import { damageOf, type BlindSpot } from '../../../model/blind-spot';
import { Part, type Fact } from '../../../model/fact';
import type { Fix } from '../../../model/fix';
import type { Lookup } from '../../../model/lookup';
import type { AbortItem, Answers, NamedSymbol } from '../../system';
import { fileFact } from '../components/file-facts';
import { isCompanion, isModule, isModuleClass } from '../facts';
import { companionPath } from '../layout';
import { moduleOf, modulesOf, modulesOfCompanion } from '../resolve/module';
import { complete } from './complete';
import { configurationOf, damagedConfigurationFiles } from '../define/configuration';
import { idsOf } from '../define/places';
import { definitions } from './targets';
import { dependants, dependencies } from './dependencies';
import { describe } from './describe';
import { discoveryRuns } from '../resolve/discovery';
import { explainModule } from '../explain/explain';
import { modulesKey, REGISTRATIONS_KEY } from '../keys';
import { openRegistrations } from '../resolve/uses';
import { hint, lenses } from './lenses';
import { links } from './links';
import { list, listing } from './list';
import { editsForMoves } from './move';
import { symbolAt } from './name-at';
import { synonymKeys } from './synonym-keys';
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
  blindSpots,
  policySubjects,
};

function names(lookup: Lookup): readonly string[] {
  const configuration = configurationOf(lookup);
  const ids = configuration.discoveries.flatMap(discovery =>
    lookup.providers(modulesKey(discovery)).flatMap(({ file }) => idsOf(file.path, discovery, configuration)),
  );
  const byHand = lookup.providers(REGISTRATIONS_KEY).flatMap(({ name }) => (name === '' ? [] : [name]));
  return [...new Set([...ids, ...byHand])].sort(compareStrings);
}

/** The ids of the modules that a companion or a module file is about. */
function subjectsOf(fact: Fact, lookup: Lookup): readonly string[] {
  const modules = isCompanion(fact) ? modulesOfCompanion(fact, lookup) : isModule(fact) ? modulesOf(fact, lookup) : [];
  return modules.map(({ id }) => id);
}

/** On the class of a module: the companion that it does not have yet. What is written into it changes nothing by itself. */
function refactors({ place: { fact } }: NamedSymbol, lookup: Lookup): readonly Fix[] {
  if (!isModuleClass(fact)) return [];
  const file = fileFact(fact.file.path, isModule, lookup);
  const module = file && moduleOf(file, lookup);
  const path = companionPath(fact.file.path);
  if (module === undefined || module.companion !== undefined || lookup.hasFile(path)) return [];
  const text = 'dependencies: []\n';
  return [{ title: `Create ${fileName(path)}`, safe: false, edits: [{ do: 'create-file', path, text }] }];
}

function blindSpots(lookup: Lookup): readonly BlindSpot[] {
  const damaged = damagedConfigurationFiles(lookup).map(file => ({
    rules: ['module/*'],
    reason: 'the file is damaged, so it is not known where modules are',
    at: damageOf(file, lookup),
  }));
  const open = openRegistrations(lookup).map(fact => ({
    rules: ['module/unknown-reference'],
    reason: 'it registers modules under ids that no text states',
    at: { fact, part: Part.name },
  }));
  return [...damaged, ...open];
}

function aborts(lookup: Lookup): readonly AbortItem[] {
  return discoveryRuns(lookup).flatMap(({ aborted }) => {
    if (aborted === undefined) return [];
    const { stage: _, at, ...said } = aborted;
    return [{ ...said, place: at }];
  });
}

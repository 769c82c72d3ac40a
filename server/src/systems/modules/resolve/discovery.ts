import { compareStrings, groupBy } from '../../../base/collections';
import { cannotTell } from '../../../base/in-words';
import type { Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { configurationOf, type Discovery } from '../define/configuration';
import type { Language } from '../facts';
import { idsOf } from '../define/places';
import { modulesKey, plainFilesKey } from '../keys';
import { languageOf } from '../layout';
import { ID_PATTERN, MAX_ID_LENGTH, reservedWordOf } from '../vocabulary';
import { decisiveOf, earlyAbort, exitAbort, firstMet, perhapsExits, type Abort } from './abort';
import { collect, collectModule, type CollectedModule } from './collected';
import { whyNotRegistered } from './dependencies';
import { orderByDependencies } from './load-order';
import type { Module } from './module';
import { moduleWithId, whyOpen } from './same-id';
import { STAGES, type Stage } from './stages';
import { unhashableIdAbort } from './strange-ids';

/**
 * The verdict on one module, of which findings, lists, explanations and everything else that is shown are made. What only running
 * the code decides is `cannot tell`, and never counts as registered.
 */
export interface DiscoveredModule {
  readonly module: Module;
  readonly outcome: 'registered' | 'skipped' | 'not-loaded' | 'cannot tell';
  /** The stage that skips the module, aborts or cannot be told, and the reason. */
  readonly lost?: Loss;
  /** The position in the order of registration, from 1. */
  readonly order?: number;
}

interface Loss {
  readonly stage: Stage;
  readonly why: string;
  /** Where that is decided. */
  readonly at?: Place;
}

/** Why a module is not registered, or why that cannot be told, as all answers say it; undefined for one that is. */
export function reasonOf({ outcome, lost }: DiscoveredModule): string | undefined {
  return lost === undefined || outcome !== 'cannot tell' ? lost?.why : cannotTell(lost.why);
}

/** The result of one discovery in one language, through all its stages. */
export interface DiscoveryRun {
  readonly discovery: Discovery;
  readonly language: Language;
  /** What ends the discovery; modules that are registered by then stay so. */
  readonly aborted: Abort | undefined;
  /** By id, then path. */
  readonly modules: readonly DiscoveredModule[];
}

/** The results of all discoveries of the repository that find at least one file, or abort. */
export function discoveryRuns(lookup: Lookup): DiscoveryRun[] {
  const languages: readonly Language[] = ['python', 'typescript'];
  return configurationOf(lookup).discoveries.flatMap(discovery => {
    const runs = languages.map(language => discoveryRunOf(discovery, language, lookup));
    const found = runs.filter(({ modules }) => modules.length > 0);
    return found.length > 0 ? found : runs.slice(0, 1).filter(({ aborted }) => aborted !== undefined);
  });
}

/** Runs a discovery through all stages: for questions about the whole. Time grows with the number of its modules, once. */
export function discoveryRunOf(discovery: Discovery, language: Language, lookup: Lookup): DiscoveryRun {
  return lookup.remember(`discovery:${discovery.name}//${language}`, inner => discover(discovery, language, inner));
}

function discover(discovery: Discovery, language: Language, lookup: Lookup): DiscoveryRun {
  const found = lookup
    .providers(modulesKey(discovery))
    .filter(({ file }) => languageOf(file.path) === language)
    .flatMap(fact => lookup.remember(`collected:${fact.file.path}`, inner => collect(fact, inner), 'its kind'))
    .filter(({ module }) => module.placed.discovery.name === discovery.name);
  const { all, given } = settleIds(found, discovery, lookup);
  const modules = all.map(({ module }) => module);
  const early = modulesSkippedEarly(modules, given);
  const collected = all.filter(({ module }) => !early.has(module));
  const isPython = language === 'python';
  const exits = [
    firstMet(byRoot(all).map(({ module }) => [module, exitAbort(module)])),
    ...(isPython ? [perhapsExits(discovery, lookup)] : []),
  ];
  const first = decisiveOf([
    earlyAbort(discovery, language, modules, lookup),
    ...(isPython ? [unhashableIdAbort(discovery, lookup)] : []),
    decisiveOf(exits),
  ]);
  const run = laterStages(collected, first, lookup);
  return {
    discovery,
    language,
    aborted: run.aborted,
    modules: modules.map((module): DiscoveredModule => {
      const own = early.get(module);
      if (own !== undefined && !isBefore(run.aborted, own.lost)) return { module, ...own };
      return { module, ...(run.outcomes.get(module) ?? notReached(run.aborted)) };
    }),
  };
}

/** The modules by id, then path, and for each id that several files have the module that discovery goes on with. */
function settleIds(
  found: readonly CollectedModule[],
  discovery: Discovery,
  lookup: Lookup,
): { readonly all: readonly CollectedModule[]; readonly given: ReadonlyMap<string, Module> } {
  const given = new Map<string, Module>();
  const configuration = configurationOf(lookup);
  const plain = new Set(
    lookup.providers(plainFilesKey(discovery)).flatMap(({ file }) => idsOf(file.path, discovery, configuration)),
  );
  for (const [id, [first, second]] of groupBy(found, ({ module }) => module.id)) {
    const isShared = second !== undefined || plain.has(id);
    const kept = isShared ? moduleWithId(discovery, first.module.placed.language, id, lookup) : undefined;
    if (kept !== undefined) given.set(id, kept);
  }
  const all = found.map(each => {
    const kept = given.get(each.module.id);
    return kept?.fact === each.module.fact ? collectModule(kept, lookup) : each;
  });
  return { all: all.sort((a, b) => byIdThenPath(a.module, b.module)), given };
}

type Outcome = Omit<DiscoveredModule, 'module'>;

interface Later {
  readonly aborted: Abort | undefined;
  readonly outcomes: ReadonlyMap<Module, Outcome>;
}

/** Stages 6 to 8, as far as nothing aborts. */
function laterStages(collected: readonly CollectedModule[], early: Abort | undefined, lookup: Lookup): Later {
  const { aborted: blocked, order } = orderByDependencies(collected, lookup);
  const inOrder = byRoot(collected);
  const aborted = decisiveOf([
    early,
    firstMet(inOrder.map(({ module, crash }) => [module, crash])),
    firstMet(inOrder.map(({ module, refusal }) => [module, refusal])),
    blocked,
  ]);
  if (aborted === undefined) return register(order);
  return { aborted, outcomes: aborted.certain === false ? inDoubt(collected, aborted) : new Map() };
}

/** Roots come in their order; the modules of one stay sorted by id, since the disk has no order. */
function byRoot(collected: readonly CollectedModule[]): readonly CollectedModule[] {
  return collected.toSorted((a, b) => a.module.placed.rank - b.module.placed.rank);
}

/** Stage 8, one module after the other: what is registered before discovery ends stays so. */
function register(order: readonly CollectedModule[]): Later {
  const outcomes = new Map<Module, Outcome>();
  let aborted: Abort | undefined;
  let count = 0;
  for (const { module, registration } of order) {
    const outcome = aborted === undefined ? outcomeOf(module, registration) : notReached(aborted);
    if (registration.status === 'crash' && outcome.outcome === 'not-loaded') aborted ??= abortOf(module, registration);
    outcomes.set(module, outcome.outcome === 'registered' ? { ...outcome, order: ++count } : outcome);
  }
  return { aborted, outcomes };
}

function outcomeOf({ id, doubt }: Module, registration: CollectedModule['registration']): Outcome {
  const stage = 'registration';
  const word = reservedWordOf(id);
  if (word !== undefined)
    return { outcome: 'skipped', lost: { stage, why: `its id begins with the reserved word '${word}'` } };
  if (doubt !== undefined) return { outcome: 'cannot tell', lost: { stage: 'entry point', ...doubt } };
  switch (registration.status) {
    case 'registered':
      return { outcome: 'registered' };
    case 'lost':
      return { outcome: 'skipped', lost: { stage, why: registration.why, at: registration.at } };
    case 'cannot tell':
      return { outcome: 'cannot tell', lost: { stage, why: registration.why, at: registration.at } };
    case 'crash':
      return { outcome: 'not-loaded', lost: { stage, why: `discovery aborts: ${crashInWords(id, registration)}` } };
  }
}

type CrashRegistration = Extract<CollectedModule['registration'], { readonly status: 'crash' }>;

function abortOf({ id }: Module, registration: CrashRegistration): Abort {
  const { crash, at } = registration;
  return { stage: 'registration', code: crash.exception, message: crashInWords(id, registration), at };
}

function crashInWords(id: string, { crash }: CrashRegistration): string {
  return `${crash.exception}: ${crash.message}, while '${id}' is registered`;
}

function inDoubt(collected: readonly CollectedModule[], { stage, message, at }: Abort): Map<Module, Outcome> {
  const lost = { stage, why: `discovery may abort: ${message}`, at };
  return new Map(collected.map(({ module }) => [module, { outcome: 'cannot tell', lost } as const]));
}

/** What becomes of a module that discovery does not come to. */
function notReached(aborted: Abort | undefined): Outcome {
  if (aborted === undefined) return { outcome: 'skipped' };
  return { outcome: 'not-loaded', lost: { stage: aborted.stage, why: `discovery aborts: ${aborted.message}` } };
}

/** Whether discovery ends before it comes to a module that would be lost later. */
function isBefore(aborted: Abort | undefined, { stage }: Loss): boolean {
  if (aborted === undefined || aborted.certain === false) return false;
  return STAGES.indexOf(aborted.stage) < STAGES.indexOf(stage);
}

type EarlyOutcome = Outcome & { readonly lost: Loss };

/** The modules that discovery skips one by one before it reads dependencies, or gives up for others of their ids. */
function modulesSkippedEarly(
  modules: readonly Module[],
  given: ReadonlyMap<string, Module>,
): ReadonlyMap<Module, EarlyOutcome> {
  const early = new Map<Module, EarlyOutcome>();
  for (const module of modules) {
    const kept = given.get(module.id) ?? module;
    if (kept.fact !== module.fact) {
      early.set(module, givenUpFor(kept, module));
      continue;
    }
    const lost = ownLoss(module);
    if (lost !== undefined) early.set(module, { outcome: 'skipped', lost });
  }
  return early;
}

/** What becomes of a file whose id another one is given, or may be. */
function givenUpFor(kept: Module, { derived, placed }: Module): EarlyOutcome {
  const isLater = placed.rank !== kept.placed.rank && derived === kept.derived;
  const stage = derived !== kept.derived ? 'ID map' : isLater ? 'entry point' : 'scan';
  const isOpen = placed.rank === kept.placed.rank && (kept.rivals !== undefined || kept.doubt !== undefined);
  return isOpen && placed.language === 'python'
    ? { outcome: 'cannot tell', lost: { stage, why: whyOpen(kept) } }
    : { outcome: 'skipped', lost: { stage, why: `${kept.fact.file.path} has the id '${kept.id}' as well` } };
}

function ownLoss(module: Module): Loss | undefined {
  const refused = module.placed.language === 'typescript' ? refusedAtScan(module.id) : undefined;
  if (refused !== undefined) return { stage: 'scan', why: refused };
  if (module.ready !== 'no') return undefined;
  const stage = module.entry.status === 'found' ? 'validation' : 'entry point';
  return { stage, why: whyNotRegistered(module) };
}

/** TypeScript discovery applies pattern, length and reserved words before anything else (formats 2.3). */
function refusedAtScan(id: string): string | undefined {
  if (!ID_PATTERN.test(id)) return 'its id does not match the pattern of ids';
  if (id.length > MAX_ID_LENGTH) return `its id is longer than ${MAX_ID_LENGTH} characters`;
  const word = reservedWordOf(id);
  return word === undefined ? undefined : `its id begins with the reserved word '${word}'`;
}

function byIdThenPath(a: Module, b: Module): number {
  return compareStrings(a.id, b.id) || compareStrings(a.fact.file.path, b.fact.file.path);
}

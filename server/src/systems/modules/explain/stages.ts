import type { Explanation } from '../../../model/explanation';
import type { Lookup } from '../../../model/lookup';
import { inheritedAttribute } from '../components/classes';
import { configurationOf } from '../define/configuration';
import { dependenciesOf } from '../facts';
import { whyNotRegistered } from '../resolve/dependencies';
import type { DiscoveredModule, DiscoveryRun } from '../resolve/discovery';
import { STAGES, type Stage } from '../resolve/stages';
import { mergedFields } from '../resolve/companion-merge';
import { linkOnTheWay } from '../define/scan-links';

type StageItem = Explanation['pipeline'][number];

/** What each stage makes of a module; after the one that loses it, the others are not reached. */
export function stagesOf(each: DiscoveredModule, run: DiscoveryRun, lookup: Lookup): StageItem[] {
  const { lost } = each;
  const end = lost === undefined ? STAGES.length : STAGES.indexOf(lost.stage);
  return STAGES.map((stage, i): StageItem => {
    if (i > end) return { stage, outcome: 'not reached', why: '' };
    // Why the discovery aborts is said by the outcome, and by the conflict that links to its cause.
    if (i === end && each.outcome === 'not-loaded') return { stage, outcome: ENDS['not-loaded'], why: '' };
    if (i === end && lost !== undefined) return { stage, ...endOf(ENDS[each.outcome], lost.why) };
    return { stage, ...PASSED[stage](each, run, lookup) };
  });
}

/** The outcome in words, and the reason without them. */
function endOf(outcome: string, why: string): Omit<StageItem, 'stage'> {
  const prefix = `${outcome}: `;
  return { outcome, why: why.startsWith(prefix) ? why.slice(prefix.length) : why };
}

/** How the stage is called that is the last one of a module. */
const ENDS: Readonly<Record<DiscoveredModule['outcome'], string>> = {
  registered: 'registered',
  skipped: 'lost',
  'not-loaded': 'discovery aborts',
  'cannot tell': 'cannot tell',
};

type Passed = (each: DiscoveredModule, run: DiscoveryRun, lookup: Lookup) => Omit<StageItem, 'stage'>;

const PASSED: Readonly<Record<Stage, Passed>> = {
  scan({ module: { fact, placed, derived } }, _, lookup) {
    const link = linkOnTheWay(fact.file.path, configurationOf(lookup).links);
    const by = link === undefined ? '' : `, by the link ${link}`;
    return {
      outcome: derived,
      why: `${placed.relative} below ${placed.root.path === '' ? 'the root' : placed.root.path}${by}`,
    };
  },
  'ID map': ({ module: { id, derived } }, { discovery: { idMap } }) => {
    if (idMap === undefined) return { outcome: 'no map', why: '' };
    return id === derived ? { outcome: 'no entry', why: idMap } : { outcome: id, why: `${idMap} says so` };
  },
  metadata: ({ module }) =>
    module.companion === undefined
      ? { outcome: 'no companion', why: 'the class alone counts' }
      : { outcome: 'read', why: module.companion.file.path },
  'entry point'({ module: { entry, companion, placed } }) {
    if (entry.status === 'found')
      return {
        outcome: entry.entry.name,
        why:
          companion?.fields.some(({ name }) => name === 'entry_point') === true
            ? 'the companion names it'
            : entry.entry.name === 'default'
              ? 'the default export'
              : `the only ${placed.language === 'python' ? 'class' : 'export'} that qualifies`,
      };
    return { outcome: 'cannot tell', why: entry.status === 'cannot tell' ? entry.why : '' };
  },
  validation: ({ module }) =>
    module.ready === 'yes'
      ? { outcome: 'valid', why: 'schemas, description and execute are there' }
      : {
          outcome: 'cannot tell',
          why: module.doubt?.why ?? whyNotRegistered(module),
        },
  'dependency collection'({ module }, _, lookup) {
    const names = dependenciesOf(module.companion, lookup).flatMap(({ name }) => (name === '' ? [] : [name]));
    return { outcome: `${names.length} collected`, why: names.slice(0, 8).join(', ') };
  },
  'dependency resolution': ({ order }) => ({
    outcome: order === undefined ? 'ordered' : `number ${order}`,
    why: 'modules without dependencies first, by id; then whatever has all it needs',
  }),
  registration: ({ module }, _, lookup) => ({ outcome: 'registered', why: registration(module, lookup) }),
};

function registration(module: DiscoveredModule['module'], lookup: Lookup): string {
  const won = mergedFields(module, lookup).filter(({ winner }) => winner === 'companion' || winner === 'both');
  const merged =
    won.length === 0 ? 'nothing is merged' : `${won.map(({ name }) => name).join(', ')} from the companion`;
  const hook =
    module.entry.status === 'found' ? inheritedAttribute('on_load', module.entry.entry, lookup).status : 'cannot tell';
  const loads =
    hook === 'found' ? '; then on_load runs, and if it raises, the module is taken out again: no text can tell' : '';
  return merged + loads;
}

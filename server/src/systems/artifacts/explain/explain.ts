import { defined } from '../../../base/defined';
import { joinPath } from '../../../base/paths';
import type { ComponentItem, Context, Explanation, Outcome, TraceItem } from '../../../model/explanation';
import { Part, type Place } from '../../../model/fact';
import { valuePlace } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { artifactSettings } from '../settings';
import { truncateName } from '../../../base/message-text';
import { textOf } from '../facts';
import { deprecationOf } from '../resolve/deprecation';
import { STAGES, type Loading } from '../define/loading';
import { idOf, resolve, type Candidate, type Resolution } from '../resolve/resolve';
import { classOf, targetExists, targetsOf, type Target } from '../components/targets';
import { treeEntryAt } from '../components/trees';

/** Why a name means a version of an artifact (resolution.md, Artifacts): every decision and every step of precedence. */
export function explainArtifact(name: string, { mode, profile }: Context, lookup: Lookup): Explanation {
  const resolution = resolve(name, lookup);
  const { winner, candidates } = resolution;
  const subject = winner ?? resolution.inQuestion[0] ?? candidates[0];
  return {
    kind: 'artifact',
    subject: name,
    context: { mode, profile },
    under: `policy ${resolution.policy}`,
    outcome: outcomeOf(resolution),
    trace: traceOf(resolution, lookup),
    components: winner === undefined ? [] : componentsOf(winner, lookup),
    pipeline: subject === undefined ? [] : pipelineOf(subject, lookup),
    divergence: divergenceOf(name, resolution, lookup),
    conflicts: conflictsOf(resolution),
    recommendations: recommendationsOf(resolution, lookup),
    counterfactuals: counterfactualsOf(resolution),
  };
}

/** The outcome of resolving an artifact by its name, in one line. */
export function outcomeOfArtifact(name: string, _: Context, lookup: Lookup): Outcome {
  return outcomeOf(resolve(name, lookup));
}

function outcomeOf({ winner, doubtful, strategy, reason, query }: Resolution): Outcome {
  if (doubtful !== undefined) return { resolved: null, at: doubtAt(doubtful), reason };
  const said =
    query.alias === undefined
      ? reason
      : `'${truncateName(query.text)}' stands for '${truncateName(query.alias)}'. ${reason}`;
  if (winner === undefined) return { resolved: false, reason: said };
  return {
    resolved: true,
    winner: idOf(winner),
    at: placeOf(winner),
    strategy: defined(strategy, 'the strategy of a winner'),
    reason: said,
  };
}

function doubtAt({ entry, loading: { doubtful } }: Candidate): Place {
  return doubtful === undefined ? placeOf({ entry }) : valuePlace(entry, doubtful);
}

function placeOf({ entry }: Pick<Candidate, 'entry'>) {
  return { fact: entry, part: Part.name };
}

function traceOf(resolution: Resolution, lookup: Lookup): TraceItem[] {
  const { candidates } = resolution;
  return candidates.map(candidate => ({
    source: `${idOf(candidate)} in ${candidate.registry.scope}`,
    at: placeOf(candidate),
    ...verdictOf(candidate, resolution, lookup),
  }));
}

function verdictOf(
  candidate: Candidate,
  { winner, inQuestion, query, strategy, reason }: Resolution,
  lookup: Lookup,
): Pick<TraceItem, 'verdict' | 'why'> {
  if (candidate === winner) return { verdict: 'selected', why: reason };
  if (!inQuestion.includes(candidate)) return { verdict: 'excluded', why: whyExcluded(candidate, query.version) };
  const { status, reason: problem } = candidate.loading;
  const isChosen = artifactSettings(lookup).includeWip || query.version !== undefined;
  if (status === 'cannot tell') return { verdict: 'cannot tell', why: problem ?? '' };
  if (status === 'invalid' || (status === 'wip' && !isChosen))
    return { verdict: 'not loaded', why: status === 'wip' ? 'work in progress (.wip)' : (problem ?? '') };
  if (winner === undefined) return { verdict: 'excluded', why: reason };
  if (candidate.registry.path !== winner.registry.path && strategy !== 'pinned')
    return { verdict: 'shadowed', why: `${winner.registry.scope} registry ${winner.registry.path} is asked first` };
  return { verdict: 'shadowed', why: whyShadowed(winner, strategy) };
}

function whyExcluded({ namespace, entry }: Candidate, version: string | undefined): string {
  if (version !== undefined) return 'another version, type or namespace than the one asked for';
  return namespace === '' ? `another type, ${entry.type}` : `in namespace ${namespace}`;
}

function whyShadowed(winner: Candidate, strategy: Resolution['strategy']): string {
  if (strategy === 'exact') return 'registered twice; lookups return the first';
  if (strategy === 'pinned') return `the project file pins ${winner.version}`;
  return strategy === 'latest'
    ? `${winner.version} is higher`
    : `${winner.version} has the higher trust score or version`;
}

function componentsOf({ loading, entry }: Candidate, lookup: Lookup): ComponentItem[] {
  const { folder, file, metadata } = loading;
  const items: ComponentItem[] = [
    {
      kind: 'metadata',
      name: textOf(entry, 'metadata_file') ?? '',
      ...(metadata === undefined ? {} : { at: { fact: metadata, part: Part.name } }),
      ...(file === undefined ? {} : { path: file }),
      // Only what is loaded has components, so it is there, or in a folder that could not be listed.
      status: file === undefined ? 'cannot tell' : 'found',
      tried: [],
    },
  ];
  if (metadata === undefined || folder === undefined) return items;
  for (const target of targetsOf(metadata)) items.push(componentOf(target, folder, lookup));
  return items;
}

/** A part of an artifact: its place is the file if that is there, otherwise the text that names it. */
function componentOf(target: Target, folder: string, lookup: Lookup): ComponentItem {
  const { kind, name, at, module } = target;
  if (!targetExists(target, folder, lookup)) return { kind, name, at, status: 'missing', tried: [module ?? folder] };
  if (kind === 'adapter') {
    const fact = classOf(target, lookup);
    if (fact !== undefined) return { kind, name, at: { fact, part: Part.name }, status: 'found', tried: [] };
    return { kind, name, at, status: 'cannot tell', tried: [module ?? ''] };
  }
  const path = [joinPath(folder, name), name].find(each => lookup.hasFile(each));
  return { kind, name, ...(path === undefined ? {} : { path }), status: 'found', tried: [] };
}

/** The stages of loading, each with what came of it. */
function pipelineOf({ loading, registry }: Candidate, lookup: Lookup): Explanation['pipeline'] {
  const end = STAGES.indexOf(loading.stage);
  return STAGES.map((stage, i) => {
    if (i > end) return { stage, outcome: loading.status === 'cannot tell' ? 'cannot tell' : 'skipped', why: '' };
    if (i < end && stage === 'registry file')
      return { stage, outcome: 'read', why: `${registry.path} (${registry.scope})` };
    if (i < end) return { stage, outcome: 'passed', why: stage === '.wip' ? 'no marker' : '' };
    if (stage === 'manifest') return manifestOf(loading, lookup);
    return { stage, outcome: OUTCOMES[loading.status], why: loading.reason ?? '' };
  });
}

const OUTCOMES: Readonly<Record<Loading['status'], string>> = {
  valid: 'passed',
  invalid: 'stops here',
  wip: 'work in progress',
  'cannot tell': 'cannot tell',
};

function manifestOf({ folder }: Loading, lookup: Lookup): Explanation['pipeline'][number] {
  const found = folder === undefined ? undefined : treeEntryAt(folder, lookup);
  if (found === undefined) return { stage: 'manifest', outcome: 'not compared', why: 'no tree reaches this folder' };
  const { path } = found.tree.file;
  return found.node === undefined
    ? { stage: 'manifest', outcome: 'out of sync', why: `${path} does not list it; it is loaded all the same` }
    : { stage: 'manifest', outcome: 'in sync', why: path };
}

function divergenceOf(name: string, { winner, strategy }: Resolution, lookup: Lookup): Explanation['divergence'] {
  if (winner === undefined || strategy === 'exact' || strategy === 'pinned') return [];
  return (['latest', 'highest_trust'] as const).flatMap(policy => {
    const other = resolve(name, lookup, policy);
    if (other.doubtful !== undefined) return [{ when: `policy ${policy}`, winner: 'cannot tell', why: other.reason }];
    if (other.winner === undefined || idOf(other.winner) === idOf(winner)) return [];
    return [{ when: `policy ${policy}`, winner: idOf(other.winner), why: other.reason }];
  });
}

function conflictsOf({ winner, inQuestion }: Resolution): Explanation['conflicts'] {
  if (winner === undefined) return [];
  return inQuestion
    .filter(each => each !== winner && idOf(each) === idOf(winner))
    .map(each => ({
      message: `also in ${each.registry.path} (${each.registry.scope})`,
      at: placeOf(each),
    }));
}

function recommendationsOf({ winner, inQuestion }: Resolution, lookup: Lookup): string[] {
  const advice: string[] = [];
  if (winner !== undefined) {
    const found = deprecationOf(winner.entry, winner.loading, lookup);
    if (found !== undefined)
      advice.push(`${idOf(winner)} is deprecated${found.instead === undefined ? '' : `: use ${found.instead}`}`);
  }
  for (const { loading, entry } of inQuestion)
    if (loading.status === 'invalid' && advice.length < 5)
      advice.push(`Repair ${entry.name} ${textOf(entry, 'version') ?? ''}: ${loading.reason ?? ''}`);
  return advice;
}

/** A pin makes any loaded version win; a marker that goes lets a version take part. */
function counterfactualsOf({ winner, inQuestion, query }: Resolution): Explanation['counterfactuals'] {
  const edits: Explanation['counterfactuals'][number][] = [];
  for (const each of inQuestion) {
    if (each === winner || edits.length > 4) continue;
    const { entry, version, loading } = each;
    if (loading.status === 'valid' && query.version === undefined)
      edits.push({
        edit: `pin ${entry.name} to ${version} in registry-intelligence.yaml`,
        effect: `${idOf(each)} wins`,
      });
    else if (loading.status === 'wip')
      edits.push({
        edit: `delete ${loading.folder ?? ''}/.wip`,
        effect: `${idOf(each)} takes part, once its metadata is valid`,
      });
    else if (loading.stage === 'metadata file' && loading.folder === undefined)
      edits.push({
        edit: `correct the path of ${version}`,
        effect: 'its metadata can be read',
        at: valuePlace(entry, 'path'),
      });
  }
  return edits;
}

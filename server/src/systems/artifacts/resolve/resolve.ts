import { defined } from '../../../base/defined';
import { joinPath } from '../../../base/paths';
import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { decidingPolicy, policyInWords, type PolicyInForce } from '../../../model/policy';
import type { VersionPolicy } from '../../../model/policy';
import { artifactSettings, type ArtifactSettings } from '../settings';
import { truncateName } from '../../../base/message-text';
import { isArtifact, textOf, type ArtifactEntry } from '../facts';
import { idKey, nameKey } from '../keys';
import { entriesOf, loadingOf, type Loading } from '../define/loading';
import { isSamplePath } from '../layout';
import { identityOf, namespaceOf } from '../define/identity';
import { comparePrecedence, registriesOf, registryOf, type Registry } from '../define/registries';
import { ARTIFACT_TYPES, isArtifactType } from '../vocabulary';
import { compareVersions, normalVersion } from '../versions';

/** What is asked for: `stamper_node`, `nodes/stamper_node`, `dev/stamper_node@1.0.0`, a symbolic id, an alias. */
export interface Query {
  readonly text: string;
  /** What an alias of the project file stands for. */
  readonly alias?: string;
  /** A namespace or type. */
  readonly prefix?: string;
  readonly name: string;
  readonly version?: string;
}

/** A version that the question may mean. */
export interface Candidate {
  readonly entry: ArtifactEntry;
  readonly registry: Registry;
  readonly namespace: string;
  readonly version: string;
  readonly loading: Loading;
  readonly trust: number | undefined;
}

/** How a version is chosen among the candidates. */
export type Strategy = 'exact' | 'pinned' | 'latest' | 'highest_trust';

/** The answer to a query: who was asked, who wins, and why. */
export interface Resolution {
  readonly query: Query;
  /** In the order asked: by registry, then the highest version first. */
  readonly candidates: readonly Candidate[];
  /** The candidates that come into question: of one type, one namespace, and the version that is named. */
  readonly inQuestion: readonly Candidate[];
  readonly winner?: Candidate;
  /** What would win if it is loaded, which cannot be told; nothing wins then. */
  readonly doubtful?: Candidate;
  readonly strategy?: Strategy;
  readonly reason: string;
  /** Which version is meant where none is named: a pack's, else the project file's. */
  readonly policy: VersionPolicy;
}

/** Reads `name` or `prefix/name`, with or without `@version`, or what an alias stands for. */
export function parseQuery(text: string, { aliases }: ArtifactSettings): Query {
  const alias = aliases.get(text);
  const full = alias ?? text;
  const at = full.lastIndexOf('@');
  const path = at > 0 ? full.slice(0, at) : full;
  const slash = path.lastIndexOf('/');
  return {
    text,
    name: path.slice(slash + 1),
    ...(alias === undefined ? {} : { alias }),
    ...(slash > 0 ? { prefix: path.slice(0, slash) } : {}),
    ...(at > 0 ? { version: full.slice(at + 1) } : {}),
  };
}

/** Which version of which artifact a name means (resolution.md, Artifacts). */
export function resolve(text: string, lookup: Lookup, policy?: VersionPolicy): Resolution {
  const settings = artifactSettings(lookup);
  const query = parseQuery(text, settings);
  const candidates = candidatesFor(query, lookup);
  const inQuestion = candidatesInQuestion(query, candidates);
  const found = { query, candidates, inQuestion, policy: policy ?? settings.policy };
  if (candidates.length === 0) return { ...found, reason: 'Not found in any registry' };
  const [namespace, another] = new Set(inQuestion.map(each => each.namespace));
  if (namespace !== undefined && another !== undefined)
    return {
      ...found,
      reason: `In several namespaces: name one, such as '${truncateName(joinPath(namespace, query.name))}'`,
    };
  const eligible = inQuestion.filter(each => isEligible(each, query, settings));
  const first = eligible[0] ?? inQuestion[0];
  const by = policy === undefined && first !== undefined ? versionPolicyFor(first.entry, lookup) : undefined;
  const inForce = policy ?? by?.policy.versionPolicy ?? settings.policy;
  return { ...found, policy: inForce, ...choose(query, inQuestion, eligible, settings, inForce, by) };
}

/** The policy of a pack that says which version is meant. */
export function versionPolicyFor(entry: ArtifactEntry, lookup: Lookup): PolicyInForce | undefined {
  return decidingPolicy(lookup, identityOf(entry, lookup), ({ versionPolicy }) => versionPolicy !== undefined);
}

function candidatesFor({ prefix, name }: Query, lookup: Lookup): Candidate[] {
  const full = joinPath(prefix ?? '', name);
  const registries = registriesOf(lookup);
  const named = [...lookup.providers(nameKey(name)), ...(prefix === undefined ? [] : lookup.providers(nameKey(full)))];
  const byName = candidatesOf(new Set(named.filter(isArtifact)), registries, lookup).filter(
    ({ entry, namespace }) =>
      prefix === undefined ||
      entry.name === full ||
      namespace === prefix ||
      entry.type === prefix ||
      joinPath(namespace, entry.type) === prefix,
  );
  if (byName.length > 0) return byName;
  const metadata = lookup.providers(idKey(full));
  return candidatesOf(new Set(metadata.flatMap(each => entriesOf(each, lookup))), registries, lookup);
}

function candidatesOf(entries: Iterable<ArtifactEntry>, registries: readonly Registry[], lookup: Lookup): Candidate[] {
  const { trustField } = artifactSettings(lookup);
  const candidates = [...entries].flatMap((entry): Candidate[] => {
    const registry = registryOf(entry, registries, lookup);
    if (registry === undefined || isSamplePath(entry.file.path)) return [];
    const loading = loadingOf(entry, lookup);
    const trust = loading.metadata && fieldOf(loading.metadata, trustField);
    const version = normalVersion(textOf(entry, 'version') ?? '');
    const namespace = namespaceOf(entry, lookup);
    return [{ entry, registry, namespace, version, loading, trust: typeof trust === 'number' ? trust : undefined }];
  });
  return candidates.sort((a, b) => comparePrecedence(a.registry, b.registry) || compareVersions(b.version, a.version));
}

/** Of one type, the first in the order of types; without a namespace if one has none; of the version that is named. */
function candidatesInQuestion({ prefix, version }: Query, candidates: readonly Candidate[]): Candidate[] {
  const type = ARTIFACT_TYPES.find(each => candidates.some(({ entry }) => entry.type === each));
  const isBare = prefix === undefined || isArtifactType(prefix);
  const hasPlain = isBare && candidates.some(({ namespace }) => namespace === '');
  return candidates.filter(
    each =>
      each.entry.type === type &&
      (!hasPlain || each.namespace === '') &&
      (version === undefined || each.version === normalVersion(version)),
  );
}

function isEligible({ loading }: Candidate, { version }: Query, { includeWip }: ArtifactSettings): boolean {
  return loading.status === 'valid' || (loading.status === 'wip' && (includeWip || version !== undefined));
}

type Choice = Pick<Resolution, 'winner' | 'doubtful' | 'strategy' | 'reason'>;

/** The winner, unless a version that would go before it may be loaded or not. */
function choose(...[query, inQuestion, eligible, settings, policy, by]: Parameters<typeof chooseLoaded>): Choice {
  const choice = chooseLoaded(query, inQuestion, eligible, settings, policy, by);
  const rival = inQuestion.find(each => each.loading.status === 'cannot tell' && goesBefore(each, choice, inQuestion));
  if (rival === undefined) return choice;
  return {
    doubtful: rival,
    reason: `cannot tell: ${idOf(rival)} goes first if it is loaded. ${rival.loading.reason ?? ''}`,
  };
}

/** Whether a version would win, or might, if it were loaded. */
function goesBefore(each: Candidate, { winner, strategy }: Choice, inQuestion: readonly Candidate[]): boolean {
  if (winner === undefined) return true;
  if (strategy === 'pinned' && each.version !== winner.version) return false;
  if (strategy === 'highest_trust' && each.registry.path === winner.registry.path) return true;
  return inQuestion.indexOf(each) < inQuestion.indexOf(winner);
}

/** A version that is named, else a pin, else the policy within the first registry that has any. */
function chooseLoaded(
  query: Query,
  inQuestion: readonly Candidate[],
  eligible: readonly Candidate[],
  { pins }: ArtifactSettings,
  policy: VersionPolicy,
  by: PolicyInForce | undefined,
): Choice {
  const { version, name } = query;
  const [first] = eligible;
  if (version !== undefined) {
    if (inQuestion.length === 0) return { reason: `There is no version ${truncateName(normalVersion(version))}` };
    if (first === undefined) return { reason: whyNoWinner(inQuestion) };
    return { winner: first, strategy: 'exact', reason: `Version ${first.version} is asked for${sourceInWords(first)}` };
  }
  const pin = pins.get(joinPath(inQuestion[0]?.namespace ?? '', name)) ?? pins.get(name);
  if (pin !== undefined) {
    const pinned = eligible.find(each => each.version === normalVersion(pin));
    if (pinned === undefined)
      return { reason: `Pinned to ${truncateName(pin)} by the project file, and no such version is loaded` };
    return {
      winner: pinned,
      strategy: 'pinned',
      reason: `Pinned to ${pinned.version} by the project file${sourceInWords(pinned)}`,
    };
  }
  const said = by === undefined ? '' : ` (${policyInWords(by)})`;
  if (policy === 'exact') return { reason: `Policy exact${said}: a version has to be named` };
  if (policy === 'pinned') return { reason: `Policy pinned${said}: the project file pins no version` };
  if (first === undefined) return { reason: whyNoWinner(inQuestion) };
  const own = eligible.filter(({ registry }) => registry.path === first.registry.path);
  const winner =
    policy === 'latest' ? first : defined([...own].sort(byTrust)[0], 'the version of the highest trust score');
  const trust = winner.trust === undefined ? 'no trust score' : `trust score ${winner.trust}`;
  const why = policy === 'latest' ? 'The highest version' : `The highest trust score (${trust})`;
  return { winner, strategy: policy, reason: `${why}${said}${sourceInWords(winner)}` };
}

/** The higher score first, then the higher version; none counts as the lowest. */
function byTrust(a: Candidate, b: Candidate): number {
  const [one, two] = [a.trust ?? -Infinity, b.trust ?? -Infinity];
  return one === two ? compareVersions(b.version, a.version) : two - one;
}

function sourceInWords({ registry: { path, scope, precedence, by } }: Candidate): string {
  const why = by === undefined ? scope : `${scope}, precedence ${precedence} by ${policyInWords(by)}`;
  return `, from ${truncateName(path)} (${why})`;
}

function whyNoWinner(inQuestion: readonly Candidate[]): string {
  const isWip = inQuestion.every(({ loading }) => loading.status === 'wip');
  return isWip ? 'Every version is work in progress (.wip)' : 'No version is loaded';
}

/** A version as it can be asked for: `dev/stamper_node@1.0.0`. */
export function idOf({ entry, namespace, version }: Candidate): string {
  return `${joinPath(namespace, entry.name)}@${version}`;
}

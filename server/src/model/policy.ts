import { matchesGlob } from '../base/glob';
import { matchesPattern } from '../base/fnmatch';
import { truncateName } from '../base/message-text';
import { ofKind, Part, type Fact, type Place } from './fact';
import type { Severity } from './finding';
import { SETTINGS_KEY, type Lookup } from './lookup';
import { settingsOf, type RuleSetting } from './settings';
import { isList, isMapping, isUnknown, type Value } from './value';

/** How grave something is: in general, and in some environments otherwise. */
export interface SeverityByEnvironment {
  readonly severity?: Severity | 'off';
  readonly environments: ReadonlyMap<string, Severity | 'off'>;
}

/** A file of policies, as far as it is sound. `Part.fieldName(i)` is the name of policy `i`, the codes of `rules` come after. */
export interface PolicyPack extends Fact {
  readonly kind: 'policy-pack';
  readonly policies: readonly Policy[];
  readonly rules: readonly PackRule[];
}

/** Whether a fact is a policy pack. */
export const isPolicyPack = ofKind<PolicyPack>('policy-pack');

/** Sets severities of rules, as `rules` of the project file. */
export interface PackRule extends SeverityByEnvironment, Omit<RuleSetting, 'severity'> {}

/** What a pack says about definitions: what may be, and what decides between them. */
export interface Policy extends SeverityByEnvironment {
  readonly name: string;
  readonly description?: string;
  readonly for: Selector;
  readonly except?: Selector;
  /** Patterns of names (`base/fnmatch.ts`). With `allow`, what fits none of it is not allowed. */
  readonly allow?: readonly string[];
  readonly deny: readonly string[];
  readonly naming?: NamingStyle;
  readonly patterns?: readonly string[];
  /** Fields that have to say something, as dotted paths. */
  readonly require: readonly string[];
  readonly versionPolicy?: VersionPolicy;
  readonly precedence?: number;
}

/** What a policy is about: whatever fits all lists that are given. */
export interface Selector {
  readonly kinds?: readonly string[];
  /** Globs over the paths of the files that define things. */
  readonly registries?: readonly string[];
  readonly workspaces?: readonly string[];
  readonly categories?: readonly string[];
  readonly names?: readonly string[];
}

/** Which version of a thing is meant where none is named. */
export type VersionPolicy = 'latest' | 'highest_trust' | 'exact' | 'pinned';

/** What policies are told apart by: which definition it is. */
export interface PolicyIdentity {
  /** `step`, `module`, `artifact`. */
  readonly kind: string;
  readonly name: string;
  /** What it can be called in lists: its name, with its namespace, with its version. */
  readonly names: readonly string[];
  readonly categories: readonly string[];
  readonly workspace: string | undefined;
  readonly place: Place;
}

/** A definition as policies look at it; each system makes it of its own facts. */
export interface PolicyEntry extends PolicyIdentity {
  readonly fields: ReadonlyMap<string, Value>;
  /** Whether the definition may state more than its text shows, so that no policy can call a field absent. */
  readonly open: boolean;
}

/** A policy that is in force, and the pack that states it. */
export interface PolicyInForce {
  readonly policy: Policy;
  readonly pack: PolicyPack;
  readonly severity: Severity;
  /** Where its name stands. */
  readonly at: Place;
}

const NAMING_STYLES = {
  PascalCase: /^[A-Z][A-Za-z0-9]*$/,
  camelCase: /^[a-z][A-Za-z0-9]*$/,
  snake_case: /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/,
  'kebab-case': /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  UPPER_CASE: /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/,
} as const;

/** A style that a policy may ask of names; `docs/policy-packs.md` describes each. */
export type NamingStyle = keyof typeof NAMING_STYLES;

/** The packs that the project file names, in its order. */
export function packsOf(lookup: Lookup): readonly PolicyPack[] {
  const { packs } = settingsOf(lookup).policies;
  if (packs.length === 0) return NONE;
  const known = lookup.providers(SETTINGS_KEY).filter(isPolicyPack);
  return packs.flatMap(path => known.find(({ file }) => file.path === path) ?? []);
}

const NONE: readonly never[] = [];

/** The policies that are not off in the environment that is set, in the order of packs. */
export function policiesOf(lookup: Lookup): readonly PolicyInForce[] {
  const packs = packsOf(lookup);
  if (packs.length === 0) return NONE;
  const { environment } = settingsOf(lookup).policies;
  return packs.flatMap(pack =>
    pack.policies.flatMap((policy, i): PolicyInForce[] => {
      const severity = severityIn(policy, environment) ?? 'warning';
      return severity === 'off' ? [] : [{ policy, pack, severity, at: { fact: pack, part: Part.fieldName(i) } }];
    }),
  );
}

/** A severity of a rule, and where a pack says so; nothing but the project file's own have no `by`. */
export interface RuleInForce extends RuleSetting {
  readonly by?: Place;
}

/** What sets severities, in the order in which the last one wins: the packs, then the project file. */
export function rulesInForce(lookup: Lookup): readonly RuleInForce[] {
  const { rules, policies } = settingsOf(lookup);
  const packs = packsOf(lookup);
  if (packs.length === 0) return rules;
  const packed = packs.flatMap(pack =>
    pack.rules.flatMap((rule, i): RuleInForce[] => {
      const severity = severityIn(rule, policies.environment);
      const by = { fact: pack, part: Part.fieldName(pack.policies.length + i) };
      return severity === undefined ? [] : [{ ...rule, severity, by }];
    }),
  );
  return [...packed, ...rules];
}

function severityIn(
  { severity, environments }: SeverityByEnvironment,
  environment: string | undefined,
): Severity | 'off' | undefined {
  return (environment === undefined ? undefined : environments.get(environment)) ?? severity;
}

/** A policy as messages name it. */
export function policyInWords({ policy, pack }: PolicyInForce): string {
  return `policy '${truncateName(policy.name)}' of pack '${truncateName(pack.name)}'`;
}

/** Whether a policy is about a definition. */
export function isAbout(policy: Policy, entry: PolicyIdentity): boolean {
  return selects(policy.for, entry) && (policy.except === undefined || !selects(policy.except, entry));
}

function selects({ kinds, registries, workspaces, categories, names }: Selector, entry: PolicyIdentity): boolean {
  const { path } = entry.place.fact.file;
  return (
    (kinds === undefined || kinds.includes(entry.kind)) &&
    (registries === undefined || registries.some(glob => matchesGlob(glob, path))) &&
    (workspaces === undefined || (entry.workspace !== undefined && workspaces.includes(entry.workspace))) &&
    (categories === undefined || categories.some(each => entry.categories.includes(each))) &&
    (names === undefined || matchesAny(names, entry.names))
  );
}

function matchesAny(patterns: readonly string[], names: readonly string[]): boolean {
  return patterns.some(pattern => names.some(name => matchesPattern(pattern, name)));
}

/** In what a definition breaks a policy that is about it, in a fixed order. */
export function breaches({ allow, deny, naming, patterns, require }: Policy, entry: PolicyEntry): Breach[] {
  const found: Breach[] = [];
  if (matchesAny(deny, entry.names)) found.push({ what: 'denied' });
  else if (allow !== undefined && !matchesAny(allow, entry.names)) found.push({ what: 'not allowed' });
  if (naming !== undefined && !NAMING_STYLES[naming].test(entry.name)) found.push({ what: 'style', wanted: naming });
  if (patterns !== undefined && !matchesAny(patterns, [entry.name]))
    found.push({ what: 'pattern', wanted: patterns.slice(0, MAX_PATTERNS_IN_MESSAGE).join(' or ') });
  for (const field of require) if (statesField(entry, field) === 'no') found.push({ what: 'missing', wanted: field });
  return found;
}

/** One demand of a policy that a definition does not meet. */
export interface Breach {
  readonly what: 'denied' | 'not allowed' | 'style' | 'pattern' | 'missing';
  /** The style, patterns or field that is asked for. */
  readonly wanted?: string;
}

/** A breach as a message. */
export function breachInWords({ what, wanted = '' }: Breach, name: string, inForce: PolicyInForce): string {
  const by = policyInWords(inForce);
  const subject = `'${truncateName(name)}'`;
  const said = {
    denied: `${subject} is denied by ${by}`,
    'not allowed': `${subject} is not among what ${by} allows`,
    style: `${subject} has to be ${wanted}, says ${by}`,
    pattern: `${subject} has to fit ${truncateName(wanted)}, says ${by}`,
    missing: `${subject} states no '${truncateName(wanted)}', which ${by} requires`,
  }[what];
  const { description } = inForce.policy;
  return description === undefined ? said : `${said}: ${truncateName(description)}`;
}

/** How many patterns a message names. */
const MAX_PATTERNS_IN_MESSAGE = 3;

/** Whether a definition says anything under a dotted path. An empty text, list or mapping says nothing. */
function statesField({ fields, open }: PolicyEntry, path: string): 'yes' | 'no' | 'cannot tell' {
  const value = fields.get(path) ?? valueAt(fields, path.split('.'));
  if (isUnknown(value)) return 'cannot tell';
  const says = isMapping(value)
    ? value.size > 0
    : isList(value)
      ? value.length > 0
      : value !== undefined && value !== null && value !== '';
  return says ? 'yes' : open ? 'cannot tell' : 'no';
}

function valueAt(fields: ReadonlyMap<string, Value>, path: readonly string[]): Value | undefined {
  let value: Value | undefined = fields;
  for (const key of path) {
    if (isUnknown(value)) return value;
    value = isMapping(value) ? value.get(key) : undefined;
  }
  return value;
}

/**
 * The policy that decides something for a definition: the one about the least, which is a name before a category before a
 * registry or workspace before everything; of equals the last.
 */
export function decidingPolicy(
  lookup: Lookup,
  entry: PolicyIdentity,
  decides: (policy: Policy) => boolean,
): PolicyInForce | undefined {
  const about = policiesOf(lookup).filter(({ policy }) => decides(policy) && isAbout(policy, entry));
  const nearest = Math.max(...about.map(({ policy }) => specificityOf(policy)));
  return about.findLast(({ policy }) => specificityOf(policy) === nearest);
}

function specificityOf({ for: { names, categories, registries, workspaces } }: Policy): number {
  if (names !== undefined) return 3;
  if (categories !== undefined) return 2;
  return registries !== undefined || workspaces !== undefined ? 1 : 0;
}

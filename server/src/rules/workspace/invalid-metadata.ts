import { inWords } from '../../base/in-words';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import { isList, isUnknown, type Value } from '../../model/value';
import {
  closest,
  headerOf,
  isRequirement,
  isVersion,
  type MetadataEntry,
  STRATEGIES,
  TOLERANCES,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const invalidMetadata: FactRule<MetadataEntry> = {
  code: 'workspace/invalid-metadata',
  severity: 'warning',
  summary: 'WORKSPACE_METADATA holds a value that means nothing.',
  why:
    'Nothing checks these values when the registry is loaded. Strategy and tolerance have fixed words, the version should be ' +
    'one, and dependencies are requirement strings as pip takes them (PEP 508), so that tools can install them.',
  remedy: 'Correct the value.',
  bad: `
WORKSPACE_METADATA = {
    "developer_id": "alice",
    "conflict_tolerance": "lo",
#                         ^^^^ workspace/invalid-metadata
    "dependencies": ["pandas>>1.3"],
#                   ^^^^^^^^^^^^^^^ workspace/invalid-metadata
}
`,
  good: `
WORKSPACE_METADATA = {
    "developer_id": "alice",
    "conflict_tolerance": "low",
    "dependencies": ["pandas>=1.3"],
}
`,
  over: 'fact',
  kind: 'metadata',
  *check(metadata) {
    if (metadata.partial === true || headerOf(metadata)?.form !== 'workspace') return;
    if (metadata.shape === 'other') yield { at: at(metadata, Part.name), message: 'WORKSPACE_METADATA must be a dict' };
    for (const [i, { name, value }] of metadata.fields.entries())
      for (const report of CHECKS.get(name)?.(value) ?? []) yield { ...report, at: at(metadata, Part.fieldValue(i)) };
  },
};

type Complaint = Omit<Report, 'at'>;

const CHECKS: ReadonlyMap<string, (value: Value) => Iterable<Complaint>> = new Map([
  ['version', version],
  ['default_resolution_strategy', (value: Value) => oneOf(value, STRATEGIES, 'resolution strategy')],
  ['conflict_tolerance', (value: Value) => oneOf(value, TOLERANCES, 'tolerance')],
  ['dependencies', dependencies],
]);

function* version(value: Value): Iterable<Complaint> {
  if (isUnknown(value) || (typeof value === 'string' && isVersion(value))) return;
  if (typeof value === 'string') yield { message: `'${truncateName(value)}' is no version` };
  else yield { message: "The version should be a string, such as '1.0.0'" };
}

function* oneOf(value: Value, words: ReadonlySet<string>, what: string): Iterable<Complaint> {
  if (isUnknown(value) || (typeof value === 'string' && words.has(value))) return;
  const choice = inWords([...words], 'or');
  if (typeof value !== 'string') yield { message: `The ${what} should be ${choice}` };
  else {
    const meant = closest(value, words);
    const hint = meant === undefined ? `; it should be ${choice}` : `. Did you mean '${meant}'?`;
    yield { message: `'${truncateName(value)}' is no ${what}${hint}` };
  }
}

function* dependencies(value: Value): Iterable<Complaint> {
  if (isUnknown(value)) return;
  if (!isList(value)) yield { message: "The dependencies should be a list of strings, such as ['pandas>=1.3']" };
  else {
    const strange = value.filter(item => typeof item === 'string').filter(item => !isRequirement(item));
    if (strange.length > 0) yield { message: strangeRequirements(strange) };
  }
}

function strangeRequirements(items: readonly string[]): string {
  const quoted = items.slice(0, 3).map(item => `'${truncateName(item)}'`);
  const list = items.length > 3 ? `${quoted.join(', ')} and others` : inWords(quoted, 'and');
  const verb = items.length === 1 ? 'is no requirement' : 'are no requirements';
  return `${list} ${verb} that pip understands, such as 'pandas>=1.3'`;
}

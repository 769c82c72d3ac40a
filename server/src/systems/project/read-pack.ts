import type { Span } from '../../base/text';
import { FactParts } from '../../model/fact-parts';
import type { Severity } from '../../model/finding';
import type { NamingStyle, PackRule, Policy, PolicyPack, Selector, VersionPolicy } from '../../model/policy';
import { isList, isMapping, stringsOf, type Value } from '../../model/value';
import { validate } from '../../generated/policy-pack-validator';
import { checkAgainst, type SchemaProblem } from '../../syntax/schema';
import { entryOf, yamlValue, type YamlMapping, type YamlNode } from '../../syntax/yaml/tree';
import type { FactWriter, Source } from '../system';
import { INVALID } from './codes';
import { withWordsAsText, isWhole, textsOf } from './values';

/** Whether a file at `path` can be a policy pack. JSON is read as the YAML that it is. */
export function isPackPath(path: string): boolean {
  return /\.policy\.(?:ya?ml|json)$/.test(path);
}

/**
 * Reads a policy pack. A policy or rule with anything wrong in it is reported and left out, the others are in force. What
 * has no `pack` key is somebody else's file, unless the project file names it: its problems are kept for that.
 */
export function readPack(source: Source, out: FactWriter): void {
  const { file, text } = source;
  const tree = source.yaml();
  for (const { span, message, kind } of tree.problems)
    if (kind !== 'refused')
      out.problem({ code: INVALID, span, message, damage: kind === 'syntax' || kind === 'merge-marker' });
  const root = tree.root && withWordsAsText(tree.root);
  const problems = root === undefined ? [] : checkAgainst(validate, root);
  for (const { span, message } of problems) out.problem({ code: INVALID, span, message, damage: false });
  const name = root?.type === 'mapping' ? entryOf(root, 'pack')?.value : undefined;
  const said = name && yamlValue(name);
  if (root?.type !== 'mapping' || name === undefined || typeof said !== 'string') return;
  const policies = itemsOf(root, 'policies', problems);
  const rules = itemsOf(root, 'rules', problems);
  const fact: PolicyPack = {
    kind: 'policy-pack',
    name: said,
    file,
    policies: policies.map(policyFrom),
    rules: rules.map(ruleFrom),
  };
  const parts = new FactParts({ start: 0, end: text.length }, name.span);
  for (const item of policies) parts.field(nameOf(item, 'name'), item.span);
  for (const item of rules) parts.field(nameOf(item, 'code'), item.span);
  out.fact(fact, parts);
}

/** The sound items of a list, which are mappings. */
function itemsOf(root: YamlMapping, key: string, problems: readonly SchemaProblem[]): YamlMapping[] {
  const list = entryOf(root, key)?.value;
  if (list?.type !== 'sequence') return [];
  return list.items.filter(
    (item, i): item is YamlMapping => item.type === 'mapping' && isWhole([key, String(i)], problems),
  );
}

/** Where an item is named: under a key, or by itself where it lacks that. */
function nameOf(item: YamlMapping, key: string): Span {
  return entryOf(item, key)?.value?.span ?? item.span;
}

function ruleFrom(item: YamlNode): PackRule {
  const at = readerOf(item);
  return { code: textAt(at, 'code'), ...gradeFrom(at), ...listFrom(at, 'paths'), ...listFrom(at, 'workspaces') };
}

function policyFrom(item: YamlNode): Policy {
  const at = readerOf(item);
  const [description, naming, version, precedence] = ['description', 'naming', 'version_policy', 'precedence'].map(at);
  const except = at('except');
  return {
    name: textAt(at, 'name'),
    ...(typeof description === 'string' ? { description } : {}),
    ...gradeFrom(at),
    for: selectorFrom(at('for')),
    ...(isMapping(except) ? { except: selectorFrom(except) } : {}),
    ...listFrom(at, 'allow'),
    deny: stringsOf(at('deny')),
    ...(typeof naming === 'string' ? { naming: naming as NamingStyle } : {}),
    ...listFrom(at, 'patterns'),
    require: stringsOf(at('require')),
    ...(typeof version === 'string' ? { versionPolicy: version as VersionPolicy } : {}),
    ...(typeof precedence === 'number' ? { precedence } : {}),
  };
}

type Reader = (key: string) => Value | undefined;

function readerOf(item: YamlNode): Reader {
  const value = yamlValue(item);
  return key => (isMapping(value) ? value.get(key) : undefined);
}

/** A text that the schema asks for. */
function textAt(at: Reader, key: string): string {
  const value = at(key);
  return typeof value === 'string' ? value : '';
}

function gradeFrom(at: Reader): Pick<PackRule, 'severity' | 'environments'> {
  const severity = at('severity');
  return {
    ...(typeof severity === 'string' ? { severity: severity as Severity | 'off' } : {}),
    environments: textsOf(at('environments')) as Map<string, Severity | 'off'>,
  };
}

function selectorFrom(value: Value | undefined): Selector {
  const at: Reader = key => (isMapping(value) ? value.get(key) : undefined);
  return {
    ...listFrom(at, 'kinds'),
    ...listFrom(at, 'registries'),
    ...listFrom(at, 'workspaces'),
    ...listFrom(at, 'categories'),
    ...listFrom(at, 'names'),
  };
}

function listFrom<K extends string>(at: Reader, key: K): Readonly<Partial<Record<K, string[]>>> {
  const value = at(key);
  return (isList(value) ? { [key]: stringsOf(value) } : {}) as Readonly<Partial<Record<K, string[]>>>;
}

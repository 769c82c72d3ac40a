import { FactParts } from '../../model/fact-parts';
import type { Span } from '../../base/text';
import { truncateName } from '../../base/message-text';
import {
  DEFAULT_SETTINGS,
  type NamedPath,
  type RuleSetting,
  type Settings,
  type SettingsFact,
  type SettingsPart,
  type SettingsReader,
} from '../../model/settings';
import { isMapping, isList, stringsOf, type Value } from '../../model/value';
import { validate } from '../../generated/project-validator';
import { checkAgainst, type SchemaProblem } from '../../syntax/schema';
import { entryOf, yamlValue, type YamlNode } from '../../syntax/yaml/tree';
import type { FactWriter, Source } from '../system';
import { INVALID } from './codes';
import { isPackPath } from './read-pack';
import { withWordsAsText, isSound, isWhole } from './values';

/**
 * Reads `registry-intelligence.yaml`. What breaks the schema is reported and left out, the rest is in force: a slip in
 * one rule setting must not switch off the others.
 */
export function readProject(source: Source, parts: readonly SettingsPart<object>[], out: FactWriter): void {
  const { file, text } = source;
  const tree = source.yaml();
  // What only Python refuses is no matter here: nothing but this reads the file.
  for (const { span, message, kind } of tree.problems)
    if (kind !== 'refused') report(out, span, message, kind === 'syntax' || kind === 'merge-marker');
  const root = tree.root && withWordsAsText(tree.root);
  const problems = root === undefined ? [] : checkAgainst(validate, root);
  for (const { span, message } of problems) report(out, span, message);
  const paths: (NamedPath & { readonly span: Span })[] = [];
  const mapping = root?.type === 'mapping' ? root : NOTHING;
  const settings = settingsFrom(readerAt(mapping, [], { problems, out, paths }), parts);
  const fact: SettingsFact = {
    kind: 'settings',
    name: '',
    file,
    settings,
    paths: paths.map(({ path, what, otherwise }) => ({ path, what, otherwise })),
  };
  const places = new FactParts({ start: 0, end: text.length }, { start: 0, end: 0 });
  for (const { span } of paths) places.field(span);
  out.fact(fact, places);
}

const NOTHING: YamlNode = { type: 'mapping', entries: [], span: { start: 0, end: 0 } };

function report(out: FactWriter, span: Span, message: string, damage = false): void {
  out.problem({ code: INVALID, span, message, damage });
}

function settingsFrom(from: SettingsReader, parts: readonly SettingsPart<object>[]): Settings {
  const { resolution } = DEFAULT_SETTINGS;
  const environment = from.value('policies', 'environment');
  return {
    resolution: {
      profile: word(from.value('resolution', 'profile'), resolution.profile),
      mode: word(from.value('resolution', 'mode'), resolution.mode),
      preferredFrameworks: stringsOf(from.value('resolution', 'preferred_frameworks')),
      environmentPreferences: stringsOf(from.value('resolution', 'environment_preferences')),
    },
    policies: {
      packs: packsFrom(from),
      ...(typeof environment === 'string' ? { environment } : {}),
    },
    mergePreview: from.value('merge_preview') === true,
    rules: rulesFrom(from),
    systems: Object.fromEntries(parts.map(part => [part.system, part.read(from)])),
  };
}

/** The packs that the project file names; those that can be none are reported and left out. */
function packsFrom(from: SettingsReader): string[] {
  const packs: string[] = [];
  const seen = new Set<string>();
  for (const { item } of from.items('policies', 'packs')) {
    const path = item.path();
    if (path === undefined || seen.has(path)) continue;
    seen.add(path);
    if (!isPackPath(path)) item.report('The name of a policy pack ends in .policy.yaml, .policy.yml or .policy.json');
    else {
      packs.push(path);
      item.expect({ path, what: 'file', otherwise: 'none of its policies is in force' });
    }
  }
  return packs;
}

/** A value that the schema has found to be one of `T`, unless it is not known at all. */
function word<T extends string>(value: Value | undefined, otherwise: T): T {
  return typeof value === 'string' ? (value as T) : otherwise;
}

/** A setting with anything wrong in it is left out: without its `paths`, say, it would apply everywhere. */
function rulesFrom(from: SettingsReader): RuleSetting[] {
  return from.items('rules').flatMap(({ item, isWhole }) => {
    if (!isWhole || !isMapping(item.value())) return [];
    const list = (key: string) => (isList(item.value(key)) ? { [key]: stringsOf(item.value(key)) } : {});
    const { code, severity } = { code: item.value('code'), severity: item.value('severity') };
    return [{ code, severity, ...list('paths'), ...list('workspaces') } as RuleSetting];
  });
}

/** What the settings of all systems are read from, and where it is noted what is wrong or has to be there. */
interface Reading {
  readonly problems: readonly SchemaProblem[];
  readonly out: FactWriter;
  readonly paths: (NamedPath & { readonly span: Span })[];
}

/** Reads at a node of the project file, which lies at `above`. */
function readerAt(node: YamlNode, above: readonly string[], reading: Reading): SettingsReader {
  const { problems, out, paths } = reading;
  const soundAt = (keys: readonly string[]): YamlNode | undefined =>
    isSound([...above, ...keys], problems) ? nodeAt(node, keys) : undefined;
  return {
    value: (...keys) => {
      const found = soundAt(keys);
      return found && (yamlValue(found) ?? undefined);
    },
    path(...keys) {
      const found = soundAt(keys);
      return found && pathBelowRoot(yamlValue(found), found.span, out);
    },
    items(...keys) {
      const list = soundAt(keys);
      if (list?.type !== 'sequence') return [];
      return list.items.map((item, i) => {
        const at = [...above, ...keys, String(i)];
        return { item: readerAt(item, at, reading), isWhole: isWhole(at, problems) };
      });
    },
    report: message => report(out, node.span, message),
    expect: (named, ...keys) => void paths.push({ ...named, span: (nodeAt(node, keys) ?? node).span }),
  };
}

function nodeAt(node: YamlNode, keys: readonly string[]): YamlNode | undefined {
  return keys.reduce<YamlNode | undefined>(
    (inner, key) => (inner?.type === 'mapping' ? entryOf(inner, key)?.value : undefined),
    node,
  );
}

/** A path relative to the root, with `/` and without an end; one that leads out of it is reported. */
function pathBelowRoot(value: Value, span: Span, out: FactWriter): string | undefined {
  if (typeof value !== 'string') return undefined;
  const segments = value.split('/').filter(step => step !== '' && step !== '.');
  const isBelow = !/^\/|^[A-Za-z]:|\\/.test(value) && !segments.includes('..') && segments.length > 0;
  if (!isBelow) report(out, span, `'${truncateName(value)}' has to be a path below the root, with '/' between folders`);
  return isBelow ? segments.join('/') : undefined;
}

import type { Span } from '../../base/text';
import { shown } from '../../base/truncate';
import { Part } from '../../model/fact';
import type { ExtensionRoot } from '../../model/lookup';
import {
  DEFAULT_SETTINGS,
  type ArtifactSettings,
  type RegistryScope,
  type RegistrySetting,
  type RuleSetting,
  type Settings,
  type SettingsFact,
} from '../../model/settings';
import { isMapping, isList, stringsOf, type Value } from '../../model/value';
import { validate } from '../../generated/project-validator';
import { checkAgainst, type SchemaProblem } from '../../syntax/schema';
import { entryOf, yamlValue, type YamlMapping, type YamlNode } from '../../syntax/yaml/tree';
import type { FactWriter, Source } from '../system';
import { INVALID } from './codes';
import { isPackPath } from './read-pack';
import { asWritten, isSound, isWhole, textsOf, valueAt } from './values';

/** Keys whose place a finding may point at; the span of each is `Part.fieldValue` of its index here. */
export const PATH_KEYS = ['core', 'workspaces', 'id_map'] as const;

/**
 * Reads `registry-intelligence.yaml`. What breaks the schema is reported and left out, the rest is in force: a slip in
 * one rule setting must not switch off the others.
 */
export function readProject(source: Source, out: FactWriter): void {
  const { file, text } = source;
  const tree = source.yaml();
  // What only Python refuses is no matter here: nothing but this reads the file.
  for (const { span, message, kind } of tree.problems)
    if (kind !== 'refused') report(out, span, message, kind === 'syntax' || kind === 'merge-marker');
  const root = tree.root && asWritten(tree.root);
  const problems = root === undefined ? [] : checkAgainst(validate, root);
  for (const { span, message } of problems) report(out, span, message);
  const mapping = root?.type === 'mapping' ? root : undefined;
  const packs = packsFrom(mapping, out);
  const settings = mapping === undefined ? DEFAULT_SETTINGS : settingsFrom(mapping, packs, problems, out);
  const fact: SettingsFact = { kind: 'settings', name: '', file, settings };
  const packSpans = packs.flatMap(({ span: { start, end } }) => [start, end, start, end]);
  out.fact(fact, [0, text.length, 0, 0, ...spansOf(mapping), ...packSpans, ...registrySpans(mapping)]);
}

function report(out: FactWriter, span: Span, message: string, damage = false): void {
  out.problem({ code: INVALID, span, message, damage });
}

function settingsFrom(
  root: YamlMapping,
  packs: readonly PackPath[],
  problems: readonly SchemaProblem[],
  out: FactWriter,
): Settings {
  const at = (...path: string[]) => (isSound(path, problems) ? valueAt(yamlValue(root), path) : undefined);
  const path = (key: (typeof PATH_KEYS)[number]) => pathBelowRoot(at(key), entryOf(root, key)?.value?.span, out);
  const [core, workspaces] = [path('core'), path('workspaces')];
  const idMap = path('id_map');
  const extensions = extensionsFrom(
    isSound(['extensions'], problems) ? entryOf(root, 'extensions')?.value : undefined,
    out,
  );
  const { resolution } = DEFAULT_SETTINGS;
  const environment = at('policies', 'environment');
  return {
    ...(core === undefined ? {} : { core }),
    ...(workspaces === undefined ? {} : { workspaces }),
    ...(extensions.length === 0 ? {} : { extensions }),
    ...(idMap === undefined ? {} : { idMap }),
    resolution: {
      profile: word(at('resolution', 'profile'), resolution.profile),
      mode: word(at('resolution', 'mode'), resolution.mode),
      preferredFrameworks: stringsOf(at('resolution', 'preferred_frameworks')),
      environmentPreferences: stringsOf(at('resolution', 'environment_preferences')),
    },
    artifacts: artifactsFrom((...path) => at('artifacts', ...path), problems),
    policies: {
      packs: packs.map(({ path }) => path),
      ...(typeof environment === 'string' ? { environment } : {}),
    },
    mergePreview: at('merge_preview') === true,
    rules: rulesFrom(at('rules'), problems),
  };
}

interface PackPath {
  readonly path: string;
  readonly span: Span;
}

/** The packs that the project file names; those that can be none are reported and left out. */
function packsFrom(root: YamlMapping | undefined, out: FactWriter): PackPath[] {
  const policies = root && entryOf(root, 'policies')?.value;
  const list = policies?.type === 'mapping' ? entryOf(policies, 'packs')?.value : undefined;
  if (list?.type !== 'sequence') return [];
  const seen = new Set<string>();
  return list.items.flatMap(item => {
    const path = pathBelowRoot(yamlValue(item), item.span, out);
    if (path === undefined || seen.has(path)) return [];
    seen.add(path);
    if (isPackPath(path)) return [{ path, span: item.span }];
    report(out, item.span, `The name of a policy pack ends in .policy.yaml, .policy.yml or .policy.json`);
    return [];
  });
}

function artifactsFrom(
  at: (...path: string[]) => Value | undefined,
  problems: readonly SchemaProblem[],
): ArtifactSettings {
  const { artifacts: initial } = DEFAULT_SETTINGS;
  const registries = at('registries');
  const field = at('trust_field');
  const includeWip = at('include_wip');
  return {
    registries: (isList(registries) ? registries : []).flatMap((item, i) => registryFrom(item, i, problems)),
    policy: word(at('policy'), initial.policy),
    pins: textsOf(at('pins')),
    aliases: textsOf(at('aliases')),
    trustField: typeof field === 'string' ? field : initial.trustField,
    includeWip: includeWip === true,
  };
}

/** A registry with anything wrong in it is left out, as a rule setting is. */
function registryFrom(item: Value, index: number, problems: readonly SchemaProblem[]): RegistrySetting[] {
  if (!isMapping(item) || !isWhole(['artifacts', 'registries', String(index)], problems)) return [];
  const [path, scope, precedence, namespace] = ['path', 'scope', 'precedence', 'namespace'].map(key => item.get(key));
  const steps = typeof path === 'string' ? path.split('/').filter(step => step !== '' && step !== '.') : [];
  if (steps.length === 0) return [];
  return [
    {
      path: steps.join('/'),
      index,
      ...(typeof scope === 'string' ? { scope: scope as RegistryScope } : {}),
      ...(typeof precedence === 'number' ? { precedence } : {}),
      ...(typeof namespace === 'string' ? { namespace } : {}),
    },
  ];
}

/** Roots that are no folders below the root, or no mappings with one, are reported and left out. */
function extensionsFrom(node: YamlNode | undefined, out: FactWriter): ExtensionRoot[] {
  if (node?.type !== 'sequence') return [];
  return node.items.flatMap(item => {
    const at = item.type === 'mapping' ? entryOf(item, 'root')?.value : item;
    const path = at && pathBelowRoot(yamlValue(at), at.span, out);
    const named = item.type === 'mapping' ? entryOf(item, 'namespace')?.value : undefined;
    const namespace = named && yamlValue(named);
    if (path === undefined) return [];
    return [typeof namespace === 'string' ? { path, namespace } : { path }];
  });
}

/** A value that the schema has found to be one of `T`, unless it is not known at all. */
function word<T extends string>(value: Value | undefined, otherwise: T): T {
  return typeof value === 'string' ? (value as T) : otherwise;
}

/** A setting with anything wrong in it is left out: without its `paths`, say, it would apply everywhere. */
function rulesFrom(value: Value | undefined, problems: readonly SchemaProblem[]): RuleSetting[] {
  const items = isList(value) ? value : [];
  return items.flatMap((item, i) => {
    if (!isMapping(item) || !isWhole(['rules', String(i)], problems)) return [];
    const list = (key: string) => (isList(item.get(key)) ? { [key]: stringsOf(item.get(key)) } : {});
    const { code, severity } = { code: item.get('code'), severity: item.get('severity') };
    return [{ code, severity, ...list('paths'), ...list('workspaces') } as RuleSetting];
  });
}

/** A path relative to the root, with `/` and without an end; one that leads out of it is reported. */
function pathBelowRoot(value: Value | undefined, span: Span | undefined, out: FactWriter): string | undefined {
  if (typeof value !== 'string' || span === undefined) return undefined;
  const steps = value.split('/').filter(step => step !== '' && step !== '.');
  const isBelow = !/^\/|^[A-Za-z]:|\\/.test(value) && !steps.includes('..') && steps.length > 0;
  if (!isBelow) report(out, span, `'${shown(value)}' has to be a path below the root, with '/' between folders`);
  return isBelow ? steps.join('/') : undefined;
}

/** Name and value of each of `PATH_KEYS`; an absent one stands at the beginning. */
function spansOf(root: YamlMapping | undefined): number[] {
  return PATH_KEYS.flatMap(key => {
    const entry = root && entryOf(root, key);
    const value = entry?.value?.span ?? entry?.key.span;
    return [entry?.key.span.start ?? 0, entry?.key.span.end ?? 0, value?.start ?? 0, value?.end ?? 0];
  });
}

/** The path of each item under `artifacts.registries`, twice; an item without one has its own span. */
function registrySpans(root: YamlMapping | undefined): number[] {
  const artifacts = root && entryOf(root, 'artifacts')?.value;
  const registries = artifacts?.type === 'mapping' ? entryOf(artifacts, 'registries')?.value : undefined;
  const items = registries?.type === 'sequence' ? registries.items : [];
  return items.flatMap(item => {
    const { start, end } = (item.type === 'mapping' ? entryOf(item, 'path')?.value : undefined)?.span ?? item.span;
    return [start, end, start, end];
  });
}

/** The part of a settings fact that holds the path of an artifact registry; `index` counts the items as written. */
export function registryPart({ policies }: Settings, index: number): number {
  return Part.fieldValue(PATH_KEYS.length + policies.packs.length + index);
}

/** The part of a settings fact that holds the value of a path key. */
export function pathPart(key: (typeof PATH_KEYS)[number]): number {
  return Part.fieldValue(PATH_KEYS.indexOf(key));
}

/** The part of a settings fact that holds the path of a pack, by its index in `Settings.policies.packs`. */
export function packPart(index: number): number {
  return Part.fieldValue(PATH_KEYS.length + index);
}

import { isMap, isScalar, isSeq, parseDocument, type Node, type YAMLMap } from 'yaml';
import type { Explanation } from '../../../../server/src/model/explanation';
import type { Workspace } from '../../../../server/src/workspace';

/**
 * What loading does with an entry of a registry, written from formats 3.1 and 3.2 and from nothing else, and what follows for who
 * may win (resolution.md, Artifacts). Entries are found in the documents by the places that an explanation gives.
 */
interface Entry {
  readonly file: string;
  readonly name: string;
  readonly version: string;
  readonly status: 'valid' | 'invalid' | 'wip';
}

const LISTS = ['nodes', 'cli_tools', 'runtimes', 'adapters', 'contracts', 'packages'];

/** The problems of an explanation; none where it is right. */
export function judgeArtifact(
  said: Explanation,
  asked: string,
  workspace: Workspace,
  files: ReadonlyMap<string, string | undefined>,
): string[] {
  const problems: string[] = [];
  const all = entriesIn(files);
  const version = asked.includes('@') ? asked.slice(asked.lastIndexOf('@') + 1) : undefined;
  const items = said.trace.map(item => {
    const span = item.at && workspace.span(item.at);
    const file = item.at?.fact.file.path;
    const found = all.filter(
      each => each.file === file && span !== undefined && each.start <= span.start && span.end <= each.end,
    );
    if (found.length !== 1) problems.push(`${asked}: ${item.source} is at no entry of ${file ?? 'a file'}`);
    return { item, entry: found[0] };
  });
  const name = items[0]?.entry?.name;
  const seen = new Set(items.map(({ entry }) => entry));
  const registries = new Set(items.map(({ entry }) => entry?.file));
  for (const each of all)
    if (each.name === name && registries.has(each.file) && !seen.has(each) && !asked.includes('/'))
      problems.push(`${asked}: ${each.version} in ${each.file} is not in the trace`);
  const selected = items.filter(({ item }) => item.verdict === 'selected');
  if (selected.length !== (said.outcome.resolved ? 1 : 0)) problems.push(`${asked}: ${selected.length} are selected`);
  for (const { item, entry } of items) {
    if (entry === undefined) continue;
    const mayLoad = entry.status === 'valid' || (entry.status === 'wip' && version !== undefined);
    if (item.verdict === 'selected' && !mayLoad)
      problems.push(`${asked}: ${entry.version}, which is ${entry.status}, is selected`);
    if (item.verdict === 'not loaded' && mayLoad)
      problems.push(`${asked}: ${entry.version} in ${entry.file} is valid, and is said not to be loaded`);
    if (item.verdict === 'shadowed' && !mayLoad)
      problems.push(`${asked}: ${entry.version} in ${entry.file} is ${entry.status}, and is said to be shadowed`);
    if (version !== undefined && item.verdict === 'selected' && plain(entry.version) !== plain(version))
      problems.push(`${asked}: ${entry.version} is selected`);
  }
  const [winner] = selected;
  if (winner?.entry === undefined || said.outcome.strategy === 'pinned') return problems;
  for (const { item, entry } of items) {
    if (entry === undefined || item === winner.item || item.verdict === 'excluded' || entry.status !== 'valid')
      continue;
    const order = SCOPES.indexOf(scopeOf(item.source)) - SCOPES.indexOf(scopeOf(winner.item.source));
    if (order < 0) problems.push(`${asked}: ${item.source} is asked before ${winner.item.source}`);
    if (
      entry.file === winner.entry.file &&
      said.outcome.strategy === 'latest' &&
      isHigher(entry.version, winner.entry.version)
    )
      problems.push(`${asked}: ${entry.version} is higher than ${winner.entry.version}`);
  }
  if (said.pipeline.length === 0) problems.push(`${asked}: no stage is told`);
  return problems;
}

/** Ids that can be asked for: of every entry, by name alone and with its version. */
export function namesIn(files: ReadonlyMap<string, string | undefined>): string[] {
  return [
    ...new Set(entriesIn(files).flatMap(({ name, version }) => (name === '' ? [] : [name, `${name}@${version}`]))),
  ];
}

const SCOPES = ['core', 'plugin', 'local'];

function scopeOf(source: string): string {
  return source.slice(source.lastIndexOf(' ') + 1);
}

function entriesIn(files: ReadonlyMap<string, string | undefined>): (Entry & { start: number; end: number })[] {
  return [...files].flatMap(([file, text]) => {
    if (text === undefined || !/\.ya?ml$/.test(file) || !LISTS.some(list => text.includes(list))) return [];
    const document = parseDocument(text, { logLevel: 'silent' });
    if (document.errors.length > 0 || !isMap(document.contents)) return [];
    const top = document.contents;
    const fails = LISTS.some(list => top.has(list) && endsLoading(top.get(list, true)));
    return LISTS.flatMap(list => itemsOf(top.get(list, true))).flatMap(item =>
      itemsOf(item.get('versions', true)).map(version => {
        const [start, end] = version.range!;
        const name = item.get('name');
        const own = load(version, file, files);
        const loaded = fails ? { ...own, status: 'invalid' as const } : own;
        return { file, name: typeof name === 'string' ? name : '', start, end, ...loaded };
      }),
    );
  });
}

/** What the loader cannot go through ends the loading of the whole registry (formats 3.1). */
function endsLoading(list: unknown): boolean {
  if (!isSeq(list)) return !(isMap(list) && list.items.length === 0);
  return list.items.some(
    item => !isMap(item) || (Boolean(item.get('name')) && item.has('versions') && !isSeq(item.get('versions', true))),
  );
}

function itemsOf(node: unknown): YAMLMap[] {
  return isSeq(node) ? node.items.filter((each): each is YAMLMap => isMap(each)) : [];
}

function load(
  entry: YAMLMap,
  file: string,
  files: ReadonlyMap<string, string | undefined>,
): Pick<Entry, 'version' | 'status'> {
  const said = ['version', 'path', 'metadata_file'].map(key => value(entry.get(key, true) as Node | undefined));
  const version = typeof said[0] === 'string' ? said[0] : '';
  const invalid = { version, status: 'invalid' } as const;
  if (!said.every((each): each is string => typeof each === 'string' && each !== '')) return invalid;
  const path = said[1]!.replace(/^\.\//, '').replace(/\/+$/, '');
  const above = file.split('/').slice(0, -1);
  // From the root of the repository, else from a folder above the registry.
  const starts = ['', ...above.map((_, i) => `${above.slice(0, i + 1).join('/')}/`)];
  const folder = starts
    .map(start => start + path)
    .find(each => [...files.keys()].some(at => at.startsWith(`${each}/`)));
  if (folder === undefined) return invalid;
  if (files.has(`${folder}/.wip`)) return { version, status: 'wip' };
  const text = files.get(`${folder}/${said[2]!}`);
  if (text === undefined) return invalid;
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0 || !isMap(document.contents)) return invalid;
  const metadata = document.contents;
  const isWhole = ['name', 'version', 'schema_version'].every(key => metadata.has(key));
  return { version, status: isWhole ? 'valid' : 'invalid' };
}

function value(node: Node | undefined): unknown {
  return isScalar(node) ? node.value : undefined;
}

/** `v1_0_0` and `v1.0.0` are 1.0.0 (rules.md, artifact/version-mismatch). */
function plain(version: string): string {
  return version.replace(/^v(\d+)[_.](\d+)[_.](\d+)$/, '$1.$2.$3');
}

/** By numbers; nothing is said of others. */
function isHigher(one: string, other: string): boolean {
  const [a, b] = [one, other].map(each => /^(\d+)\.(\d+)\.(\d+)$/.exec(plain(each))?.slice(1).map(Number));
  if (a === undefined || b === undefined) return false;
  const order = a.map((each, i) => each - b[i]!).find(each => each !== 0) ?? 0;
  return order > 0;
}

import { parse } from 'yaml';

/**
 * What discovery of Python modules does with a repository, written from formats 2.2 to 2.7 and from nothing else: the judge of
 * explanations. It reads texts with means of its own, which know less of Python; then it says `unknown`.
 */
export interface Reference {
  /** By id; of files with one id the first by path. */
  readonly modules: ReadonlyMap<string, Judged>;
  /**
   * Whether nothing is registered: before the classes are looked at (`early`), or once dependencies are; `unknown` where that hangs
   * on what was not understood.
   */
  readonly aborts: 'early' | 'late' | 'no' | 'unknown';
  /** Ids in the order of registration. */
  readonly order: readonly string[];
}

export interface Judged {
  readonly path: string;
  readonly ready: 'yes' | 'no' | 'unknown';
  /** Other files with the same id, which are passed over. */
  readonly others: readonly Pick<Judged, 'path' | 'ready'>[];
}

interface Companion {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly isBroken: boolean;
}

interface Found {
  readonly id: string;
  readonly path: string;
  readonly ready: Judged['ready'];
  readonly version: string | undefined;
  readonly companion: Companion | undefined;
}

type Files = ReadonlyMap<string, string>;

interface Config {
  readonly roots: readonly { readonly path: string; readonly namespace: string | undefined }[];
  readonly isMulti: boolean;
  readonly depth: number;
  readonly map: string | undefined;
}

/** Nothing where the configuration of the repository is beyond this reference. */
export function discoverPython(files: Files): Reference | undefined {
  const config = configOf(files);
  if (config === undefined) return undefined;
  // A folder of that name that no configuration mentions may be a discovery of its own.
  if (
    !config.roots.some(({ path }) => path === 'extensions') &&
    [...files.keys()].some(path => path.startsWith('extensions/'))
  )
    return undefined;
  // A root that holds no file may be there or not.
  if (config.roots.some(({ path }) => ![...files.keys()].some(each => each.startsWith(`${path}/`)))) return undefined;
  const namespaces = config.roots.map(root => namespaceOf(root));
  const ids = idsOf(config, files);
  if (ids === 'unknown') return undefined;
  const found: Found[] = [];
  for (const root of config.roots)
    for (const [path, text] of files) {
      const relative = path.startsWith(`${root.path}/`) && path.endsWith('.py') ? path.slice(root.path.length + 1) : '';
      const steps = relative.split('/');
      if (relative === '' || steps.length > config.depth) continue;
      if (steps.some(step => /^[._]/.test(step) || step === 'node_modules')) continue;
      const plain = relative.slice(0, -3).replaceAll('/', '.');
      const id = ids.get(relative) ?? (config.isMulti ? `${namespaceOf(root)}.${plain}` : plain);
      const companion = companionOf(files.get(path.replace(/\.py$/, '_meta.yaml')));
      found.push({ id, path, companion, ...judge(text, companion) });
    }
  found.sort((a, b) => compare(a.id, b.id) || compare(a.path, b.path));
  const modules = new Map<string, Judged>();
  const kept: Found[] = [];
  for (const each of found) {
    const first = modules.get(each.id);
    if (first === undefined) {
      modules.set(each.id, { path: each.path, ready: each.ready, others: [] });
      kept.push(each);
    } else modules.set(each.id, { ...first, others: [...first.others, { path: each.path, ready: each.ready }] });
  }
  const aborts =
    (config.isMulti && new Set(namespaces).size < namespaces.length) ||
    (ids.size === 0 && config.map !== undefined && !hasMappings(files.get(config.map))) ||
    found.some(({ companion }) => companion?.isBroken === true);
  return { modules, ...(aborts ? { aborts: 'early', order: [] } : resolve(kept)) };
}

function configOf(files: Files): Config | undefined {
  if (files.has('registry-intelligence.yaml')) return undefined;
  const all = [...files.keys()].filter(path => path.endsWith('apcore.yaml'));
  if (all.length > 1 || (all.length === 1 && all[0] !== 'apcore.yaml')) return undefined;
  const text = files.get('apcore.yaml');
  const usual = { roots: [{ path: 'extensions', namespace: undefined }], isMulti: false, depth: 8, map: undefined };
  if (text === undefined) {
    const folders = [...files.keys()].filter(
      path => /(^|\/)extensions\//.test(path) && !path.startsWith('extensions/'),
    );
    return folders.length > 0 ? undefined : usual;
  }
  const { extensions = {}, id_map: map = {} } = (read(text) ?? {}) as {
    extensions?: Record<string, unknown>;
    id_map?: unknown;
  };
  const own = (at: unknown): string => String(at).replace(/^\.\//, '').replace(/\/$/, '');
  const overrides = typeof map === 'string' ? map : (map as { overrides?: string }).overrides;
  const roots = extensions['roots'] as (string | { root: string; namespace?: string })[] | undefined;
  return {
    roots:
      roots?.map(each =>
        typeof each === 'string'
          ? { path: own(each), namespace: undefined }
          : { path: own(each.root), namespace: each.namespace },
      ) ?? (extensions['root'] === undefined ? usual.roots : [{ path: own(extensions['root']), namespace: undefined }]),
    isMulti: roots !== undefined,
    depth: typeof extensions['max_depth'] === 'number' ? extensions['max_depth'] : 8,
    map: overrides === undefined ? undefined : own(overrides),
  };
}

function namespaceOf({ path, namespace }: Config['roots'][number]): string {
  return namespace ?? path.slice(path.lastIndexOf('/') + 1);
}

/** By path below a root; the last entry for a file counts, one without an id makes the path the id (2.4). */
function idsOf({ map }: Config, files: Files): Map<string, string> | 'unknown' {
  const text = map === undefined ? undefined : files.get(map);
  const ids = new Map<string, string>();
  if (text === undefined) return ids;
  const { mappings } = (read(text) ?? {}) as { mappings?: unknown };
  if (!Array.isArray(mappings)) return ids;
  for (const each of mappings as unknown[]) {
    const { file, id } = (each ?? {}) as { file?: unknown; id?: unknown };
    if (typeof file !== 'string' || (id !== undefined && typeof id !== 'string')) return 'unknown';
    ids.set(file, id ?? file);
  }
  return ids;
}

function hasMappings(text: string | undefined): boolean {
  const { mappings } = ((text === undefined ? undefined : read(text)) ?? {}) as { mappings?: unknown };
  return Array.isArray(mappings);
}

/** Broken YAML, and YAML that is no mapping, abort the discovery; an empty file is an empty mapping (2.5). */
function companionOf(text: string | undefined): Companion | undefined {
  if (text === undefined) return undefined;
  const value = read(text);
  if (value === null) return { fields: {}, isBroken: false };
  const isMapping = typeof value === 'object' && !Array.isArray(value);
  return { fields: isMapping ? (value as Record<string, unknown>) : {}, isBroken: !isMapping };
}

/** Nothing for what is no YAML. */
function read(text: string): unknown {
  try {
    return parse(text, { logLevel: 'error' }) as unknown;
  } catch {
    return undefined;
  }
}

interface PythonClass {
  readonly name: string;
  readonly bases: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly methods: ReadonlySet<string>;
}

const PLAIN_BASES = new Set(['BaseModel', 'object', '']);

function classesIn(text: string): PythonClass[] {
  const classes: PythonClass[] = [];
  for (const block of text.split(/^(?=\S)/m)) {
    const head = /^class (\w+)(?:\(([^)]*)\))?:/.exec(block);
    if (head === null) continue;
    const values = new Map(
      [...block.matchAll(/^ {4}(\w+)(?: *:[^=\n]*)? *= *(.*)$/gm)].map(([, name, value]) => [
        name!,
        value!.replace(/ *#.*$/, '').trim(),
      ]),
    );
    const methods = new Set([...block.matchAll(/^ {4}(?:async )?def (\w+)/gm)].map(([, name]) => name!));
    classes.push({ name: head[1]!, bases: (head[2] ?? '').split(',').map(each => each.trim()), values, methods });
  }
  return classes;
}

/** Stages 4 and 5 for one file (2.6). */
function judge(
  text: string,
  companion: Companion | undefined,
): { ready: Judged['ready']; version: string | undefined } {
  const unknown = { ready: 'unknown', version: undefined } as const;
  // What is not written one thing a line, in four columns, is not understood.
  if (/^(?:if|for|try|with|while|@|from .* import \*)|globals\(\)|type\(|^class [^\n]*[^:\n]$|"""|\\$/m.test(text))
    return unknown;
  const classes = classesIn(text);
  const schema = (value: string | undefined): 'yes' | 'no' | 'unknown' => {
    if (value === undefined) return 'no';
    const named = classes.find(each => each.name === value);
    if (named !== undefined)
      return named.bases.includes('BaseModel')
        ? 'yes'
        : named.bases.every(each => PLAIN_BASES.has(each))
          ? 'no'
          : 'unknown';
    return /^[{["'\d]/.test(value) ? 'no' : 'unknown';
  };
  const isOpen = ({ bases }: PythonClass): boolean => bases.some(each => !PLAIN_BASES.has(each));
  const qualifies = (each: PythonClass): 'yes' | 'no' | 'unknown' => {
    if (isOpen(each)) return 'unknown';
    const parts = [
      schema(each.values.get('input_schema')),
      schema(each.values.get('output_schema')),
      each.methods.has('execute') ? 'yes' : each.values.has('execute') ? 'unknown' : 'no',
    ];
    return parts.includes('no') ? 'no' : parts.includes('unknown') ? 'unknown' : 'yes';
  };
  const named = companion?.fields['entry_point'];
  let chosen: PythonClass | undefined;
  if (typeof named === 'string' && named !== '') {
    const name = named.slice(named.lastIndexOf(':') + 1);
    chosen = classes.findLast(each => each.name === name);
    if (chosen === undefined)
      return /^(?:from|import) .*\b(?!BaseModel)/m.test(text) && new RegExp(`\\b${name}\\b`).test(text)
        ? unknown
        : { ready: 'no', version: undefined };
  } else {
    const verdicts = classes.map(qualifies);
    if (verdicts.filter(each => each === 'yes').length > 1) return { ready: 'no', version: undefined };
    if (verdicts.includes('unknown')) return unknown;
    chosen = classes[verdicts.indexOf('yes')];
    if (chosen === undefined) return { ready: 'no', version: undefined };
  }
  if (isOpen(chosen)) return unknown;
  const description = chosen.values.get('description');
  if (description !== undefined && !/^["']/.test(description)) return unknown;
  const isDescribed = description !== undefined && description.length > 2;
  const verdict = qualifies(chosen);
  const ready = verdict === 'yes' && !isDescribed ? 'no' : verdict;
  const stated = companion?.fields['version'];
  const own = chosen.values.get('version')?.replace(/^(["'])(.*)\1$/, '$2');
  const version =
    typeof stated === 'string' && stated !== '' ? stated : own === undefined || own === '' ? '1.0.0' : own;
  return { ready, version: typeof stated === 'number' ? undefined : version };
}

/** Stages 6 to 8 (2.7): what aborts, and the order of registration. */
function resolve(all: readonly Found[]): Pick<Reference, 'aborts' | 'order'> {
  const unsure = all.some(({ ready }) => ready === 'unknown');
  const there = all.filter(({ ready }) => ready !== 'no');
  const byId = new Map(there.map(each => [each.id, each]));
  const waits = new Map<string, string[]>();
  let isUnknown = unsure;
  for (const { id, companion } of there) {
    const { dependencies } = companion?.fields ?? {};
    const needed: string[] = [];
    if (dependencies !== undefined && dependencies !== null) {
      if (!Array.isArray(dependencies)) return { aborts: unsure ? 'unknown' : 'late', order: [] };
      for (const each of dependencies as unknown[]) {
        if (typeof each !== 'object' || each === null) return { aborts: unsure ? 'unknown' : 'late', order: [] };
        const { module_id: on, version, optional = false } = each as Record<string, unknown>;
        if (!on) continue;
        if (typeof on !== 'string') return { aborts: 'unknown', order: [] };
        const target = byId.get(on);
        if (target !== undefined && version && typeof version !== 'string')
          return { aborts: unsure ? 'unknown' : 'late', order: [] };
        const fits = target === undefined ? undefined : !version ? true : satisfies(target.version, version as string);
        if (target !== undefined && fits === 'unknown') isUnknown = true;
        // A constraint that cannot be read aborts even where the dependency is optional.
        if (fits === 'malformed') return { aborts: unsure ? 'unknown' : 'late', order: [] };
        if (fits === true || fits === 'unknown') needed.push(on);
        else if (optional !== true) return { aborts: unsure ? 'unknown' : 'late', order: [] };
      }
    }
    waits.set(id, needed);
  }
  const order: string[] = [];
  // An entry that stands twice counts twice, and is taken off once.
  const left = new Map([...waits].map(([id, needed]) => [id, needed.length]));
  const queue = [...left]
    .filter(([, count]) => count === 0)
    .map(([id]) => id)
    .sort(compare);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    order.push(id);
    const dependants = [...waits].filter(([, needed]) => needed.includes(id)).map(([each]) => each);
    for (const each of dependants.sort(compare)) {
      left.set(each, left.get(each)! - 1);
      if (left.get(each) === 0) queue.push(each);
    }
  }
  if (isUnknown) return { aborts: 'unknown', order: [] };
  if (order.length < there.length) return { aborts: 'late', order: [] };
  const RESERVED = new Set(['system', 'internal', 'core', 'apcore', 'plugin', 'schema', 'acl']);
  return { aborts: 'no', order: order.filter(id => !RESERVED.has(id.split('.')[0]!)) };
}

/** Comma is and; `^` and `~` as npm has them; a bare `1` or `1.2` matches what begins so; prerelease is ignored (2.7). */
function satisfies(version: string | undefined, constraint: string): boolean | 'malformed' | 'unknown' {
  const parts = constraint.split(',').map(each => each.trim());
  const read = parts.map(each => /^(>=|<=|>|<|\^|~|=)?(\d[\w.\-+]*)$/.exec(each));
  if (read.includes(null)) return 'malformed';
  const own = version === undefined ? undefined : numbers(version);
  if (own === undefined) return 'unknown';
  return read.every(match => {
    const [, sign = '', said = ''] = match!;
    const wanted = numbers(said);
    if (wanted === undefined) return false;
    const order = own.map((each, i) => each - wanted[i]!).find(each => each !== 0) ?? 0;
    const given = said.split(/[-+]/)[0]!.split('.').length;
    if (sign === '>=') return order >= 0;
    if (sign === '<=') return order <= 0;
    if (sign === '>') return order > 0;
    if (sign === '<') return order < 0;
    if (sign === '^') {
      const fixed = wanted[0] > 0 ? 1 : wanted[1] > 0 ? 2 : 3;
      return order >= 0 && own.slice(0, fixed).every((each, i) => each === wanted[i]);
    }
    if (sign === '~') return order >= 0 && own.slice(0, Math.min(2, given)).every((each, i) => each === wanted[i]);
    if (given < 3) return own.slice(0, given).every((each, i) => each === wanted[i]);
    return order === 0;
  });
}

function numbers(version: string): [number, number, number] | undefined {
  const match = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[-+].*)?$/.exec(version);
  return match === null ? undefined : [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
}

/** As Python sorts. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { Span } from '../../../base/text';
import { nameText, stringValue } from '../../../syntax/python/literal';
import { Clause, clauseOf, Flag, Kind, type PythonTree } from '../../../syntax/python/tree';

/** An attribute of its config that a builder reads and that nothing around it makes optional; where it is read first. */
export interface ConfigUse extends Span {
  readonly name: string;
}

/** What the classes of a builder's file say of their config. */
export interface ConfigUses {
  /** The class that the config is said to have: the only one that the file annotates a config with. */
  readonly config?: string;
  readonly uses: readonly ConfigUse[];
}

/**
 * Reads the attributes of `self.config` in the classes that annotate their config: one that derives from them may be given a config that
 * has more. Left out is what the file assigns, what it asks for with `hasattr` or `getattr` anywhere, and what is read in a `try`.
 * Takes a tree of full depth.
 */
export function readConfigUses(tree: PythonTree): ConfigUses {
  const annotations = configAnnotations(tree);
  const names = new Set(annotations.map(({ name }) => name));
  const [config] = names;
  const optional = optionalNames(tree);
  const uses = new Map<string, ConfigUse>();
  for (let node = 1; node < tree.count; node = tree.next[node]!) {
    const end = tree.next[node]!;
    if (tree.kind[node] !== Kind.Class || !annotations.some(each => node < each.node && each.node < end)) continue;
    for (const use of usesBetween(tree, node, end))
      if (!optional.has(use.name) && !uses.has(use.name)) uses.set(use.name, use);
  }
  return { ...(config !== undefined && names.size === 1 ? { config } : {}), uses: [...uses.values()] };
}

/** Where a parameter, variable or attribute called `config` is annotated with a class of a config. */
function configAnnotations(tree: PythonTree): { readonly node: number; readonly name: string }[] {
  const found = [];
  for (let node = 1; node < tree.count; node++) {
    if (tree.kind[node] !== Kind.Annotation || !/(?:^|\.)config$/.test(nameText(tree, node - 1) ?? '')) continue;
    const said = nameText(tree, node + 1) ?? stringValue(tree, node + 1);
    const name = said?.split('.').at(-1) ?? '';
    if (/^[A-Z]\w*$/.test(name) && name.includes('Config')) found.push({ node, name });
  }
  return found;
}

const ASKING: ReadonlySet<string> = new Set(['hasattr', 'getattr', 'setattr', 'delattr']);

/** The attributes of the config that the file assigns or asks for. */
function optionalNames(tree: PythonTree): ReadonlySet<string> {
  const names = new Set<string>();
  for (let node = 1; node < tree.count; node++) {
    if (tree.kind[node] === Kind.Target) {
      for (const [attribute, isWhole] of attributesIn(tree, node)) if (isWhole) names.add(attribute);
    } else if (tree.kind[node] === Kind.Call && ASKING.has(nameText(tree, node + 1) ?? '')) {
      const name = nameText(tree, node + 2) === CONFIG ? stringValue(tree, node + 3) : undefined;
      if (name !== undefined) names.add(name);
    }
  }
  return names;
}

/** The attributes that a target binds: its own, or those of the names in a tuple or list. */
function* attributesIn(tree: PythonTree, target: number): Generator<readonly [name: string, isWhole: boolean]> {
  const { kind, next } = tree;
  let node = target + 1;
  while (node < next[target]!) {
    const attribute = attributeAt(tree, node);
    if (attribute !== undefined) yield attribute;
    const isGroup = kind[node] === Kind.Tuple || kind[node] === Kind.List || kind[node] === Kind.Spread;
    node = isGroup ? node + 1 : next[node]!;
  }
}

function* usesBetween(tree: PythonTree, from: number, to: number): Generator<ConfigUse> {
  let tried = 0;
  for (let node = from; node < to; node++) {
    if (tree.kind[node] === Kind.Block && clauseOf(tree, node) === Clause.Try)
      tried = Math.max(tried, tree.next[node]!);
    const [name] = node < tried ? [] : (attributeAt(tree, node) ?? []);
    if (name === undefined) continue;
    const start = tree.start[node]! + CONFIG.length + 1;
    yield { name, start, end: start + name.length };
  }
}

const CONFIG = 'self.config';

/** The attribute of the config in `self.config.name`, and whether nothing follows it. */
function attributeAt(tree: PythonTree, node: number): readonly [name: string, isWhole: boolean] | undefined {
  const isOne = tree.kind[node] === Kind.Name && tree.text.startsWith(`${CONFIG}.`, tree.start[node]);
  if (!isOne || (tree.flags[node]! & Flag.Spaced) !== 0) return undefined;
  const [name = '', more] = tree.text.slice(tree.start[node]! + CONFIG.length + 1, tree.end[node]).split('.', 2);
  return [name, more === undefined];
}

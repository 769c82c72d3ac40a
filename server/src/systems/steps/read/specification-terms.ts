import { nameText } from '../../../syntax/python/literal';
import { children, Kind, NONE, textOf, valueOf } from '../../../syntax/python/tree';
import type { Term } from '../terms';
import { keywordsOf, type TermList } from './term-list';

/** Reads the dependencies and outputs of a specification: lists of calls, or dicts with calls for values. */
export function readSpecificationTerms(list: TermList, keywords: ReadonlyMap<string, number>): void {
  readPorts(list, keywords.get('dependencies'), 'input');
  readPorts(list, keywords.get('outputs'), 'output');
}

function readPorts(list: TermList, ports: number | undefined, of: 'input' | 'output'): void {
  if (ports === undefined) return;
  const { tree } = list;
  const kind = tree.kind[ports];
  if (kind !== Kind.List && kind !== Kind.Tuple && kind !== Kind.Dict) return void list.open.add(of);
  for (const child of children(tree, ports)) {
    const call = kind === Kind.Dict && tree.kind[child] === Kind.Pair ? valueOf(tree, child) : child;
    if (call === NONE || !readPort(list, call, of)) list.open.add(of);
  }
}

/** Reads one dependency or output; returns whether the text says which one the call makes. */
function readPort(list: TermList, call: number, of: 'input' | 'output'): boolean {
  const { tree } = list;
  const isPort = tree.kind[call] === Kind.Call && /(?:Dependency|Output)Spec$/.test(nameText(tree, call + 1) ?? '');
  const keywords = isPort ? keywordsOf(tree, call) : undefined;
  const named = keywords?.get('logical_name');
  const name = list.text(named);
  if (keywords === undefined || named === undefined || name === undefined) return false;
  const type = typeAt(list, keywords.get(of === 'input' ? 'dependency_type' : 'output_type'));
  const required = of === 'input' ? requiredAt(list, keywords.get('required')) : undefined;
  const data = keywords.get('data_type');
  const dataType = data === undefined ? 'S3Uri' : list.text(data);
  const more: Partial<Term> = {
    ...(type === undefined ? {} : { type }),
    ...(dataType === undefined || dataType === 'S3Uri' ? {} : { dataType }),
    ...(dataType === undefined ? { isOpen: true } : {}),
    ...(of === 'input' ? matching(list, keywords) : {}),
    ...(required === undefined ? {} : { required }),
  };
  list.add({ of, name, ...more }, named, call);
  if (of === 'output') readNames(list, keywords, name);
  return true;
}

/** What outputs are matched with a dependency by, besides its name and types. */
function matching(
  list: TermList,
  keywords: ReadonlyMap<string, number>,
): Pick<Term, 'sources' | 'keywords' | 'isOpen'> {
  const sources = textsAt(list, keywords.get('compatible_sources'));
  const words = textsAt(list, keywords.get('semantic_keywords'));
  if (sources === undefined || words === undefined) return { isOpen: true };
  return { ...(sources.length > 0 ? { sources } : {}), ...(words.length > 0 ? { keywords: words } : {}) };
}

/** The texts of a list; undefined where code decides any of them. */
function textsAt(list: TermList, node: number | undefined): readonly string[] | undefined {
  if (node === undefined) return [];
  if (list.tree.kind[node] !== Kind.List) return undefined;
  const texts = children(list.tree, node).map(item => list.text(item));
  return texts.every(text => text !== undefined) ? texts : undefined;
}

/** Reads the aliases and the property path of an output. */
function readNames(list: TermList, keywords: ReadonlyMap<string, number>, output: string): void {
  const { tree } = list;
  const aliases = keywords.get('aliases');
  if (aliases !== undefined && tree.kind[aliases] === Kind.List) {
    for (const item of children(tree, aliases)) {
      const name = list.text(item);
      if (name === undefined) list.open.add('alias');
      else list.add({ of: 'alias', name, output }, item);
    }
  } else if (aliases !== undefined) list.open.add('alias');
  const property = keywords.get('property_path');
  const path = list.text(property);
  if (property !== undefined && path !== undefined) list.add({ of: 'property', name: path, output }, property);
}

/** The type that `DependencyType.PROCESSING_OUTPUT` or a string stands for. */
function typeAt(list: TermList, node: number | undefined): string | undefined {
  if (node === undefined) return undefined;
  const member = /(?:^|\.)DependencyType\.(\w+)$/.exec(nameText(list.tree, node) ?? '')?.[1];
  return member?.toLowerCase() ?? list.text(node);
}

/** Whether a dependency is required, which it is unless it says otherwise; nothing where code decides. */
function requiredAt({ tree }: TermList, node: number | undefined): boolean | undefined {
  if (node === undefined) return true;
  const text = tree.kind[node] === Kind.Constant ? textOf(tree, node) : undefined;
  return text === 'True' || text === 'False' ? text === 'True' : undefined;
}

import { children, Kind, valueOf } from '../../../syntax/python/tree';
import type { TermKind } from '../terms';
import type { TermList } from './term-list';

/** Reads the keyword arguments of a contract. */
export function readContractTerms(list: TermList, keywords: ReadonlyMap<string, number>): void {
  readMapping(list, keywords.get('expected_input_paths'), { of: 'input' });
  readMapping(list, keywords.get('expected_output_paths'), { of: 'output' });
  readMapping(list, keywords.get('expected_arguments'), { of: 'argument' });
  readMapping(list, keywords.get('optional_env_vars'), { of: 'variable', required: false });
  readList(list, keywords.get('required_env_vars'), { of: 'variable', required: true });
}

interface Common {
  readonly of: TermKind;
  readonly required?: boolean;
}

/** Reads a dict whose keys are names; of inputs and outputs, its values are paths. */
function readMapping(list: TermList, dict: number | undefined, common: Common): void {
  if (dict === undefined) return;
  const { tree } = list;
  if (tree.kind[dict] !== Kind.Dict) return void list.open.add(common.of);
  for (const pair of children(tree, dict)) {
    const name = tree.kind[pair] === Kind.Pair ? list.text(pair + 1) : undefined;
    const path = common.of === 'input' || common.of === 'output' ? list.text(valueOf(tree, pair)) : undefined;
    if (name === undefined) list.open.add(common.of);
    else list.add({ ...common, name, ...(path === undefined ? {} : { path }) }, pair + 1, pair);
  }
}

function readList(list: TermList, items: number | undefined, common: Common): void {
  if (items === undefined) return;
  const { tree } = list;
  if (tree.kind[items] !== Kind.List) return void list.open.add(common.of);
  for (const item of children(tree, items)) {
    const name = list.text(item);
    if (name === undefined) list.open.add(common.of);
    else list.add({ ...common, name }, item);
  }
}

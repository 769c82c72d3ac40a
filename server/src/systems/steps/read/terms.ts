import { isTestPath } from '../../../base/test-paths';
import type { Span } from '../../../base/text';
import { FactParts, type FieldSpans } from '../../../model/fact-parts';
import { nameText } from '../../../syntax/python/literal';
import {
  afterData,
  children,
  firstChild,
  Kind,
  NONE,
  type PythonTree,
  spanOf,
  valueOf,
} from '../../../syntax/python/tree';
import type { FactWriter, Source } from '../../system';
import { isComponentPath } from '../layout';
import { EVERY_KIND, keywordOf, SECTIONS, type TermsFact } from '../terms';
import { readContractTerms } from './contract-terms';
import { type ImportedName, moduleNames, type ModuleNames } from './module-names';
import { readSpecificationTerms } from './specification-terms';
import { keywordsOf, TermList } from './term-list';

/** Reads what the contracts and specifications of a Python file say that their steps need and give. */
export function readTerms({ file }: Source, tree: PythonTree, out: FactWriter): void {
  if (isTestPath(file.path)) return;
  const isContract = isComponentPath(file.path) ? /Contract$/ : /(?:Script|Step)Contract$/;
  let names: ModuleNames | undefined;
  for (let node = 0; node < tree.count;) {
    const kind = tree.kind[node];
    const made = kind === Kind.Assign ? assignedCall(tree, node) : undefined;
    const by = made === undefined ? undefined : roleOf(made.callee, isContract);
    if (made !== undefined && by !== undefined) {
      names ??= moduleNames(tree);
      const list = new TermList(tree, names);
      const links = readCall(list, made.call, by, names);
      const open = names.touched.has(made.variable) ? EVERY_KIND : [...list.open].sort();
      const fact: TermsFact = { kind: 'terms', name: made.variable, file, by, terms: list.terms, open, ...links };
      const name = spanOf(tree, node + 2);
      const parts = new FactParts(spanOf(tree, made.call), name).fields(list.spans);
      out.fact(fact, parts.fields(sectionSpans(tree, made.call, by, name)));
    }
    node = kind === Kind.Function || kind === Kind.Class ? tree.next[node]! : afterData(tree, node);
  }
}

/** Where the sections of a call stand, in their order. */
function sectionSpans(tree: PythonTree, call: number, by: TermsFact['by'], absent: Span): readonly FieldSpans[] {
  const keywords = keywordsOf(tree, call);
  return SECTIONS.map(section => {
    const node = section === 'all' ? call : keywords?.get(keywordOf(by, section) ?? '');
    return { name: absent, value: node === undefined ? absent : spanOf(tree, node) };
  });
}

function roleOf(callee: string, isContract: RegExp): TermsFact['by'] | undefined {
  if (callee.endsWith('StepSpecification')) return 'specification';
  return isContract.test(callee) ? 'contract' : undefined;
}

/** The call that an assignment gives a name, with that name and what is called. */
function assignedCall(
  tree: PythonTree,
  assign: number,
): { readonly variable: string; readonly call: number; readonly callee: string } | undefined {
  const call = valueOf(tree, assign);
  if (call === NONE || tree.kind[call] !== Kind.Call) return undefined;
  const variable = nameText(tree, assign + 2);
  const callee = nameText(tree, call + 1);
  return variable === undefined || callee === undefined ? undefined : { variable, call, callee };
}

/** Reads the terms into `list`; returns what the contract or specification names. */
function readCall(
  list: TermList,
  call: number,
  by: TermsFact['by'],
  names: ModuleNames,
): Pick<TermsFact, 'contract' | 'entryPoint' | 'stepType'> {
  const keywords = keywordsOf(list.tree, call);
  if (keywords === undefined) {
    for (const kind of EVERY_KIND) list.open.add(kind);
    return {};
  }
  if (by === 'contract') {
    readContractTerms(list, keywords);
    const entryPoint = list.text(keywords.get('entry_point'));
    return entryPoint === undefined ? {} : { entryPoint };
  }
  readSpecificationTerms(list, keywords);
  const contract = contractName(list.tree, keywords.get('script_contract'), names);
  const stepType = stepTypeAt(list, keywords.get('step_type'));
  return { ...(contract === undefined ? {} : { contract }), ...(stepType === undefined ? {} : { stepType }) };
}

/**
 * What `step_type` makes of it: `"X"`, `get_spec_step_type("X")`, `get_spec_step_type_with_job_type("X", "training")`, or such a call with
 * `+ "_Training"` behind it.
 */
function stepTypeAt(list: TermList, node: number | undefined): string | undefined {
  if (node === undefined) return undefined;
  const { tree } = list;
  if (tree.kind[node] === Kind.Binary) {
    const [left, right] = children(tree, node);
    const [stem, ending] = [stepTypeAt(list, left), list.text(right)];
    return stem === undefined || ending === undefined ? undefined : stem + ending;
  }
  if (tree.kind[node] !== Kind.Call) return list.text(node);
  const [callee, ...given] = children(tree, node);
  if (callee === undefined || nameText(tree, callee)?.startsWith('get_spec_step_type') !== true) return undefined;
  const [stem, jobType] = given.map(each => list.text(each));
  if (given.length < 2 || stem === undefined) return stem;
  return jobType === undefined || jobType === ''
    ? undefined
    : `${stem}_${jobType[0]?.toUpperCase()}${jobType.slice(1)}`;
}

/**
 * The contract that `script_contract=X` names; also where a function of the file, `script_contract=_get_x()`, imports and returns
 * it, to avoid a circle of imports.
 */
function contractName(tree: PythonTree, value: number | undefined, names: ModuleNames): ImportedName | undefined {
  if (value === undefined) return undefined;
  const isCall = tree.kind[value] === Kind.Call;
  const name = nameText(tree, isCall ? firstChild(tree, value) : value);
  const local = isCall && name !== undefined ? names.returned.get(name) : name;
  if (local === undefined) return undefined;
  return names.imports.has(local) ? names.imports.get(local) : { variable: local, module: '' };
}

import { FactParts } from '../../../model/fact-parts';
import { firstLine } from '../../../base/text';
import { nameText, stringValue } from '../../../syntax/python/literal';
import { Kind, type PythonTree, spanOf } from '../../../syntax/python/tree';
import type { FactWriter, Source } from '../../system';
import type { ComponentFact, ComponentRole } from '../facts';
import { isComponentPath, isTestPath, stem } from '../layout';
import { fileRole } from '../naming';
import { childrenOf, walk } from './syntax-walk';

/**
 * The components that a file holds: specs and contracts by their content, wherever they are; builders, configs, scripts
 * and hyperparameters by the folder of components they lie in (their classes are indexed by name anyway).
 */
export function readComponents({ file, text }: Source, tree: PythonTree | undefined, out: FactWriter): void {
  if (isTestPath(file.path)) return;
  const role = roleByFolder(file.path);
  const name = role === undefined ? stem(file.path) : bareName(stem(file.path), role);
  if (name.startsWith('__')) return;
  const found = new Set<ComponentRole>();
  const add: Add = (component, parts) => {
    found.add(component.role);
    out.fact({ kind: 'component', name, file, ...component }, parts);
  };
  const addFile = (of: ComponentRole): void => {
    add({ role: of, ...(of === 'script' && RUNS.test(text) ? { runs: true } : {}) }, new FactParts(firstLine(text)));
  };
  if (role !== undefined && !BY_CONTENT.has(role)) addFile(role);
  if (tree !== undefined) readContents(tree, file.path, add);
  if (role !== undefined && !found.has(role) && fileRole(file.path)?.role === role) addFile(role);
}

/** What a script that is started by itself holds. */
const RUNS = /__name__\s*==\s*["']__main__["']/;

type Add = (component: Partial<ComponentFact> & { role: ComponentRole }, parts: FactParts) => void;

/** Specs and contracts that are made by a call; a file that is called like one may make it in another way. */
function readContents(tree: PythonTree, path: string, add: Add): void {
  const isContract = isComponentPath(path) ? /Contract$/ : /(?:Script|Step)Contract$/;
  let assigned: { readonly name: string; readonly end: number } | undefined;
  walk(tree, node => {
    if (tree.kind[node] === Kind.Assign) assigned = { name: nameText(tree, node + 2) ?? '', end: tree.end[node]! };
    if (tree.kind[node] !== Kind.Call) return;
    const callee = nameText(tree, node + 1) ?? '';
    const isSpec = callee.endsWith('StepSpecification');
    if (!isSpec && !isContract.test(callee)) return;
    const inside = assigned !== undefined && tree.start[node]! < assigned.end ? assigned.name : '';
    const base = /^(.+)_(?:SPEC|CONTRACT)$/i.exec(inside)?.[1]?.toLowerCase();
    const variable = base === undefined ? {} : { variable: base };
    if (isSpec) addSpec(tree, node, variable, add);
    else addContract(tree, node, variable, add);
  });
}

/** The step name in a file name, by its role (formats 1.7): `builder_xgboost_training_step` → `xgboost_training`. */
export function bareName(fileStem: string, role: ComponentRole): string {
  return AFFIXES[role].exec(fileStem)?.[1] ?? fileStem;
}

const AFFIXES: Readonly<Record<ComponentRole, RegExp>> = {
  builder: /^builder_(.+)_step$/,
  config: /^config_(.+)_step$/,
  spec: /^(.+)_spec$/,
  contract: /^(.+)_contract$/,
  script: /^(.+)$/,
  hyperparameters: /^hyperparameters_(.+)$/,
};

const BY_CONTENT: ReadonlySet<ComponentRole> = new Set(['spec', 'contract']);

const FOLDERS: ReadonlyMap<string, ComponentRole> = new Map([
  ['builders', 'builder'],
  ['configs', 'config'],
  ['specs', 'spec'],
  ['contracts', 'contract'],
  ['scripts', 'script'],
  ['hyperparams', 'hyperparameters'],
]);

/** The role that the folder of a component file says: `…/steps/builders/x.py`, and in folders below. */
export function roleByFolder(path: string): ComponentRole | undefined {
  const match = /(?:^|\/)steps\/(\w+)\//.exec(path);
  return match === null ? undefined : FOLDERS.get(match[1]!);
}

/** The keyword argument `name` of a call. */
function argument(tree: PythonTree, call: number, name: string): number | undefined {
  for (const child of childrenOf(tree, call))
    if (tree.kind[child] === Kind.Keyword && nameText(tree, child + 1) === name) return [...childrenOf(tree, child)][1];
  return undefined;
}

/** `step_type="X"`, or `step_type=get_spec_step_type("X")` and its like. */
function addSpec(tree: PythonTree, call: number, variable: { variable?: string }, add: Add): void {
  const value = argument(tree, call, 'step_type');
  const named = value !== undefined && tree.kind[value] === Kind.Call ? [...childrenOf(tree, value)][1] : value;
  const stepType = named === undefined ? undefined : stringValue(tree, named);
  if (stepType === undefined) return add({ role: 'spec', ...variable }, wholeOf(tree, call));
  return add({ role: 'spec', stepType, ...variable }, wholeOf(tree, call).field(spanOf(tree, named!)));
}

function addContract(tree: PythonTree, call: number, variable: { variable?: string }, add: Add): void {
  const value = argument(tree, call, 'entry_point');
  const entryPoint = value === undefined ? undefined : stringValue(tree, value);
  if (entryPoint === undefined) return add({ role: 'contract', ...variable }, wholeOf(tree, call));
  return add({ role: 'contract', entryPoint, ...variable }, wholeOf(tree, call).field(spanOf(tree, value!)));
}

/** A call, named by what it calls. */
function wholeOf(tree: PythonTree, call: number): FactParts {
  return new FactParts(spanOf(tree, call), spanOf(tree, call + 1));
}

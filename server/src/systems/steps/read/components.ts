import { isTestPath } from '../../../base/test-paths';
import { FactParts } from '../../../model/fact-parts';
import { firstLine, groupOf } from '../../../base/text';
import { nameText, stringValue } from '../../../syntax/python/literal';
import {
  afterData,
  childOfKind,
  children,
  firstChild,
  Kind,
  NONE,
  Operator,
  operatorOf,
  type PythonTree,
  spanOf,
} from '../../../syntax/python/tree';
import type { FactWriter, Source } from '../../system';
import type { ComponentFact, ComponentRole } from '../facts';
import { fileName } from '../../../base/paths';
import { isComponentPath, isWorkspaceRegistry, stem } from '../layout';
import { fileRole } from '../naming';
import { walk } from './syntax-walk';

/**
 * Reads the components that a file holds. Specs and contracts are recognised by content, wherever the file is;
 * builders, configs, scripts and hyperparameters by the folder of components that the file is in (their classes are
 * indexed by name anyway).
 */
export function readComponents({ file, text }: Source, tree: PythonTree | undefined, out: FactWriter): void {
  if (isTestPath(file.path)) return;
  const role = roleByFolder(file.path);
  const name = role === undefined ? stem(file.path) : stepPartOfName(stem(file.path), role);
  if (name.startsWith('__')) return;
  const found = new Set<ComponentRole>();
  const add: Add = (component, parts) => {
    found.add(component.role);
    out.fact({ kind: 'component', name, file, ...component }, parts);
  };
  const addFile = (of: ComponentRole): void => {
    add(
      { role: of, ...(of === 'script' && MAIN_CHECK.test(text) ? { runs: true } : {}) },
      new FactParts(firstLine(text)),
    );
  };
  // A workspace registry is imported, and never started.
  if (role === undefined && !isWorkspaceRegistry(file.path) && MAIN_CHECK.test(text))
    out.fact({ kind: 'program', name: fileName(file.path), file }, new FactParts(firstLine(text)));
  if (role !== undefined && !ROLES_BY_CONTENT.has(role)) addFile(role);
  if (tree !== undefined) readContents(tree, file.path, add);
  if (role !== undefined && !found.has(role) && fileRole(file.path)?.role === role) addFile(role);
}

/** The check by which a script finds out that it was started on its own. */
const MAIN_CHECK = /__name__\s*==\s*["']__main__["']/;

type Add = (component: Partial<ComponentFact> & { role: ComponentRole }, parts: FactParts) => void;

/** Reads specs and contracts that a call makes. */
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
    const base = variableBase(inside);
    const variable = base === undefined ? {} : { variable: base };
    if (isSpec) addSpec(tree, node, variable, add);
    else addContract(tree, node, variable, add);
  });
}

/** The step name in a file name, by its role (formats 1.7): `builder_xgboost_training_step` → `xgboost_training`. */
export function stepPartOfName(fileStem: string, role: ComponentRole): string {
  return NAME_PATTERNS[role].exec(fileStem)?.[1] ?? fileStem;
}

const NAME_PATTERNS: Readonly<Record<ComponentRole, RegExp>> = {
  builder: /^builder_(.+)_step$/,
  config: /^config_(.+)_step$/,
  spec: /^(.+)_spec$/,
  contract: /^(.+)_contract$/,
  script: /^(.+)$/,
  hyperparameters: /^hyperparameters_(.+)$/,
};

const ROLES_BY_CONTENT: ReadonlySet<ComponentRole> = new Set(['spec', 'contract']);

const ROLE_BY_FOLDER: ReadonlyMap<string, ComponentRole> = new Map([
  ['builders', 'builder'],
  ['configs', 'config'],
  ['specs', 'spec'],
  ['contracts', 'contract'],
  ['scripts', 'script'],
  ['hyperparams', 'hyperparameters'],
]);

/** The role of a component file by its folder: `…/steps/builders/x.py`, and files in folders below. */
export function roleByFolder(path: string): ComponentRole | undefined {
  const match = /(?:^|\/)steps\/(\w+)\//.exec(path);
  return match === null ? undefined : ROLE_BY_FOLDER.get(groupOf(match, 1));
}

/** The value of the keyword argument `name` of a call. */
function argument(tree: PythonTree, call: number, name: string): number | undefined {
  for (const child of children(tree, call))
    if (tree.kind[child] === Kind.Keyword && nameText(tree, child + 1) === name) return children(tree, child)[1];
  return undefined;
}

function addSpec(tree: PythonTree, call: number, variable: { variable?: string }, add: Add): void {
  const contract = contractOf(tree, argument(tree, call, 'script_contract') ?? NONE);
  const spec = { role: 'spec', ...variable, ...(contract === undefined ? {} : { contract }) } as const;
  const named = nodeNamingStep(tree, argument(tree, call, 'step_type') ?? NONE);
  const stepType = stringValue(tree, named);
  if (stepType === undefined) return add(spec, callParts(tree, call));
  return add({ ...spec, stepType }, callParts(tree, call).field(spanOf(tree, named)));
}

/** The string that names the step: that of `"X"`, `get_spec_step_type("X")` and its like, or `get_spec_step_type("X") + "_Training"`. */
function nodeNamingStep(tree: PythonTree, value: number): number {
  if (tree.kind[value] === Kind.Call) return children(tree, value)[1] ?? NONE;
  if (tree.kind[value] !== Kind.Binary || operatorOf(tree, value) !== Operator.Add) return value;
  const [left = NONE, right = NONE] = children(tree, value);
  return tree.kind[right] === Kind.String ? nodeNamingStep(tree, left) : value;
}

/**
 * The variable of the contract that `script_contract=X_CONTRACT` names, without its ending; also where a function of the
 * file, `script_contract=_get_x_contract()`, imports and returns it, to avoid a circle of imports.
 */
function contractOf(tree: PythonTree, value: number): string | undefined {
  const isCall = tree.kind[value] === Kind.Call;
  const name = nameText(tree, isCall ? firstChild(tree, value) : value);
  if (name === undefined) return undefined;
  return variableBase(isCall ? (returnedBy(tree, name) ?? '') : name);
}

/** The name that a function of the file returns. */
function returnedBy(tree: PythonTree, name: string): string | undefined {
  for (let node = 0; node < tree.count; node = afterData(tree, node)) {
    if (tree.kind[node] !== Kind.Function || nameText(tree, childOfKind(tree, node, Kind.Name)) !== name) continue;
    for (let inner = node; inner < tree.next[node]!; inner++)
      if (tree.kind[inner] === Kind.Return) return nameText(tree, firstChild(tree, inner));
  }
  return undefined;
}

/** A variable without its ending: `churn_report` of `CHURN_REPORT_CONTRACT`. */
function variableBase(variable: string): string | undefined {
  return /^(.+)_(?:SPEC|CONTRACT)$/i.exec(variable)?.[1]?.toLowerCase();
}

function addContract(tree: PythonTree, call: number, variable: { variable?: string }, add: Add): void {
  const value = argument(tree, call, 'entry_point');
  const entryPoint = value === undefined ? undefined : stringValue(tree, value);
  if (value === undefined || entryPoint === undefined)
    return add({ role: 'contract', ...variable }, callParts(tree, call));
  return add({ role: 'contract', entryPoint, ...variable }, callParts(tree, call).field(spanOf(tree, value)));
}

/** The parts of a fact that a call stands for: its name is what it calls. */
function callParts(tree: PythonTree, call: number): FactParts {
  return new FactParts(spanOf(tree, call), spanOf(tree, call + 1));
}

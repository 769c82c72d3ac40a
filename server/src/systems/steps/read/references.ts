import { FactParts } from '../../../model/fact-parts';
import { nameText, stringValue } from '../../../syntax/python/literal';
import { children, Kind, type PythonTree, spanOf } from '../../../syntax/python/tree';
import type { FactWriter, Source } from '../../system';
import { API_FUNCTIONS, API_TABLES, type ApiFunction, GIVEN, type NamedArgument } from './registry-api';
import type { ReferenceFact, ReferenceTo, WorkspaceImport } from '../facts';
import { isDamaged } from './rows';
import { RegistryNames } from './registry-imports';
import { walk } from './syntax-walk';

/**
 * Reads strings in Python code that name something in a registry: arguments of the registry API, keys of its
 * dictionaries, `compatible_sources`; and imports of other workspaces. Functions and dictionaries count only if the
 * file imports them from a registry.
 */
export function readReferences({ file }: Source, tree: PythonTree, out: FactWriter): void {
  const api = new RegistryNames(tree, file.path);
  const add = (node: number, to: ReferenceTo, by: string, workspace?: string): void => {
    const name = stringValue(tree, node);
    if (name === undefined) return;
    const span = spanOf(tree, node);
    const where = workspace === undefined ? {} : { workspace };
    const flags = isDamaged(tree, span) ? { partial: true } : {};
    const fact: ReferenceFact = { kind: 'reference', name, file, to, api: by, ...where, ...flags };
    out.fact(fact, new FactParts(span));
  };
  walk(tree, (node, scope) => {
    const kind = tree.kind[node];
    if (kind === Kind.ImportFrom || kind === Kind.Import) readImport(tree, node, file, out);
    else if (kind === Kind.Keyword) readSources(tree, node, add);
    else if (kind === Kind.Call) readCall(tree, node, { api, withCall: scope.withCall }, add);
    else if (kind === Kind.Subscript) readSubscript(tree, node, api, add);
  });
}

type Add = (node: number, to: ReferenceTo, api: string, workspace?: string) => void;

function readCall(
  tree: PythonTree,
  call: number,
  { api, withCall }: { api: RegistryNames; withCall: number },
  add: Add,
): void {
  const name = api.nameAt(call + 1);
  const named = name === undefined ? undefined : API_FUNCTIONS.get(name)?.takes;
  if (name === undefined || named === undefined) return;
  const workspace = workspaceArgument(tree, call, named) ?? workspaceOfWith(tree, withCall, api);
  for (const { value, argument } of argumentsOf(tree, call, named))
    add(value, argument.to, name, argument.to === 'workspace' ? undefined : workspace);
}

function* argumentsOf(
  tree: PythonTree,
  call: number,
  named: readonly NamedArgument[],
): Iterable<{ value: number; argument: NamedArgument }> {
  let position = -1;
  for (const child of children(tree, call)) {
    if (child === call + 1) continue;
    const isKeyword = tree.kind[child] === Kind.Keyword;
    if (!isKeyword) position++;
    const argument = named.find(each =>
      isKeyword ? each.keyword === nameText(tree, child + 1) : each.position === position,
    );
    const value = isKeyword ? children(tree, child)[1] : child;
    if (argument !== undefined && value !== undefined) yield { value, argument };
  }
}

/** The workspace that the enclosing `with workspace_context("x")` selects. */
function workspaceOfWith(tree: PythonTree, call: number, api: RegistryNames): string | undefined {
  const called = call < 0 ? undefined : functionAt(call, api);
  return called?.selects === true ? workspaceArgument(tree, call, called.takes) : undefined;
}

/** The workspace that a call itself names. */
function workspaceArgument(tree: PythonTree, call: number, named: readonly NamedArgument[]): string | undefined {
  for (const { value, argument } of argumentsOf(tree, call, named))
    if (argument.to === 'workspace') return stringValue(tree, value);
  return undefined;
}

/** The function of the registry API that a call calls. */
function functionAt(call: number, api: RegistryNames): ApiFunction | undefined {
  const name = api.nameAt(call + 1);
  return name === undefined ? undefined : API_FUNCTIONS.get(name);
}

function readSubscript(tree: PythonTree, node: number, api: RegistryNames, add: Add): void {
  const [value, index] = children(tree, node);
  if (value === undefined || index === undefined) return;
  if (tree.kind[value] === Kind.Call) readGiven(tree, value, index, api, add);
  const table = api.nameAt(value);
  const to = table === undefined ? undefined : API_TABLES.get(table);
  if (table !== undefined && to !== undefined) add(index, to, table);
}

/** A key of the mapping that a call returns. */
function readGiven(tree: PythonTree, call: number, index: number, api: RegistryNames, add: Add): void {
  const name = api.nameAt(call + 1);
  const called = functionAt(call, api);
  if (name === undefined || called?.gives === undefined) return;
  add(index, called.gives, name + GIVEN, workspaceArgument(tree, call, called.takes));
}

/** `compatible_sources=["A", "B"]` of a dependency of a step specification. */
function readSources(tree: PythonTree, keyword: number, add: Add): void {
  if (nameText(tree, keyword + 1) !== 'compatible_sources') return;
  const value = children(tree, keyword)[1];
  if (value === undefined || (tree.kind[value] !== Kind.List && tree.kind[value] !== Kind.Tuple)) return;
  for (const item of children(tree, value)) add(item, 'source', 'compatible_sources');
}

function readImport(tree: PythonTree, statement: number, file: Source['file'], out: FactWriter): void {
  const seen = new Set<string>();
  for (const { name, node } of importedModules(tree, statement)) {
    const directory = /(?:^|\.)developer_workspaces\.developers\.(\w+)/.exec(name)?.[1];
    if (directory === undefined || seen.has(directory)) continue;
    seen.add(directory);
    const fact: WorkspaceImport = { kind: 'workspace-import', name, file, directory };
    out.fact(fact, new FactParts(spanOf(tree, node)));
  }
}

/** The modules that an import statement may name: for `from a import b` these are `a` and `a.b`. */
function* importedModules(tree: PythonTree, statement: number): Iterable<{ name: string; node: number }> {
  let from = '';
  for (const child of children(tree, statement)) {
    const isName = tree.kind[child] === Kind.Name;
    const text = nameText(tree, isName ? child : child + 1);
    if (text === undefined) continue;
    yield { name: from + text, node: isName ? child : child + 1 };
    if (isName) from = `${text}.`;
  }
}

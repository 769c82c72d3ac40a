import type { Span } from '../../../base/text';
import type { Lookup } from '../../../model/lookup';
import { stringValue } from '../../../syntax/python/literal';
import { literalsIn } from '../../../syntax/python/string-parts';
import { children, Kind, NONE, type PythonTree } from '../../../syntax/python/tree';
import type { Completion, CompletionItem, Source } from '../../system';
import { schemaOf } from '../components/schema-fields';
import { configurationOf } from '../define/configuration';
import { idsOf } from '../define/places';
import { modulesKey, REGISTRATIONS_KEY } from '../keys';
import { apiCalls, type FoundCall } from '../read/api-calls';
import { API_WORDS } from '../read/registry-api';
import { modulesMeant } from '../resolve/uses';

/** What may be typed in a string of a call that names a module: its id, or a key of the inputs that the module takes. */
export function completeCode(source: Source, offset: number, lookup: Lookup): Completion | undefined {
  if (!API_WORDS.test(source.text)) return undefined;
  const tree = source.python('literals');
  for (const call of apiCalls(tree)) {
    if (offset < tree.start[call.node]! || offset > tree.end[call.node]!) continue;
    const id = call.id === NONE || call.row.registers === true ? undefined : contentAt(tree, call.id, offset);
    if (id !== undefined) return { replace: id, items: ids(lookup) };
    const key = keyAt(tree, call, offset);
    if (key !== undefined) return { replace: key, items: inputs(tree, call, offset, lookup) };
  }
  return undefined;
}

/** The span between the quotes of a string, if it holds `offset`. */
function contentAt(tree: PythonTree, string: number, offset: number): Span | undefined {
  if (tree.kind[string] !== Kind.String) return undefined;
  for (const { from, to } of literalsIn(tree.text, tree.start[string]!, tree.end[string]!))
    if (from <= offset && offset <= to) return { start: from, end: to };
  return undefined;
}

/** The span between the quotes of the key of the inputs that holds `offset`. A set is a dict before its first colon. */
function keyAt(tree: PythonTree, call: FoundCall, offset: number): Span | undefined {
  for (const node of keyNodes(tree, call)) {
    const content = contentAt(tree, node, offset);
    if (content !== undefined) return content;
  }
  return undefined;
}

function keyNodes(tree: PythonTree, { inputsNode }: FoundCall): number[] {
  if (inputsNode === NONE) return [];
  return children(tree, inputsNode).map(child => (tree.kind[child] === Kind.Pair ? child + 1 : child));
}

function ids(lookup: Lookup): CompletionItem[] {
  const configuration = configurationOf(lookup);
  const items = new Map<string, CompletionItem>();
  for (const { name, file } of lookup.providers(REGISTRATIONS_KEY))
    if (name !== '') items.set(name, { label: name, kind: 'module', detail: `registered by ${file.path}`, rank: 0 });
  for (const discovery of configuration.discoveries)
    for (const { file } of lookup.providers(modulesKey(discovery)))
      for (const label of file.path.endsWith('.py') ? idsOf(file.path, discovery, configuration) : [])
        items.set(label, { label, kind: 'module', detail: file.path, rank: 0 });
  return [...items.values()];
}

/** The fields of the input schema that the call does not give yet, those that it needs first. */
function inputs(tree: PythonTree, call: FoundCall, offset: number, lookup: Lookup): CompletionItem[] {
  const present = keyNodes(tree, call).flatMap(node =>
    tree.start[node]! <= offset && offset <= tree.end[node]! ? [] : (stringValue(tree, node) ?? []),
  );
  const [module] = modulesMeant(stringValue(tree, call.id) ?? '', lookup);
  const schema = module?.entry.status === 'found' ? schemaOf(module.entry.entry, 'input_schema', lookup) : undefined;
  return [...(schema?.fields.values() ?? [])].flatMap(({ name, type, required }): CompletionItem[] =>
    present.includes(name) ? [] : [{ label: name, kind: 'field', detail: type, rank: required === true ? 0 : 1 }],
  );
}

import { isTestPath } from '../../../base/test-paths';
import { FactParts, NO_PARTS } from '../../../model/fact-parts';
import { stringValue } from '../../../syntax/python/literal';
import { NONE, spanOf, type PythonTree } from '../../../syntax/python/tree';
import type { FactWriter, Source } from '../../system';
import type { RegistryFact, UseFact } from '../facts';
import { apiCalls, ApiTypes, registryCalls, type FoundCall } from './api-calls';
import { API_WORDS, CHANGING_WORDS, OPENING_WORDS } from './registry-api';

/** Writes which modules the code of a file names, and what it registers itself. What tests register is none of the product's. */
export function writeUses(source: Source, out: FactWriter): void {
  const { file, text } = source;
  if (!API_WORDS.test(text)) return;
  const isTest = isTestPath(file.path);
  const tree = source.python('literals');
  const types = new ApiTypes(tree);
  for (const call of apiCalls(tree, types)) {
    const name = call.id === NONE ? undefined : stringValue(tree, call.id);
    if (call.row.registers === true) {
      if (!isTest)
        out.fact(
          { kind: 'module-registration', name: name ?? '', file },
          name === undefined ? NO_PARTS : new FactParts(spanOf(tree, call.node), spanOf(tree, call.id)),
        );
    } else if (name !== undefined) writeUse(call, name, tree, source, out);
  }
  if (isTest || !/\bapcore\b/.test(text)) return;
  for (const { node, ...said } of registryCalls(tree, types))
    out.fact(
      { kind: 'module-registry', name: '', file, ...said } satisfies RegistryFact,
      new FactParts(spanOf(tree, node)),
    );
  if (OPENING_WORDS.test(text)) out.fact({ kind: 'module-registration', name: '', file }, NO_PARTS);
  if (CHANGING_WORDS.test(text)) out.fact({ kind: 'module-input-change', name: '', file }, NO_PARTS);
}

function writeUse(call: FoundCall, name: string, tree: PythonTree, { file }: Source, out: FactWriter): void {
  const { api, inputs, isGuarded } = call;
  const parts = new FactParts(spanOf(tree, call.node), spanOf(tree, call.id));
  for (const { key, value } of inputs ?? []) parts.field(spanOf(tree, key), spanOf(tree, value));
  const fact: UseFact = {
    kind: 'module-use',
    name,
    file,
    api,
    ...(inputs === undefined ? {} : { inputs: inputs.map(each => each.name) }),
    ...(isGuarded ? { isGuarded } : {}),
    ...(tree.problems.length > 0 ? { partial: true } : {}),
  };
  out.fact(fact, parts);
}

import { FactParts } from '../../../model/fact-parts';
import type { Span } from '../../../base/text';
import { nameText } from '../../../syntax/python/literal';
import { afterData, childOfKind, children, Kind, NONE, spanOf, type PythonTree } from '../../../syntax/python/tree';
import type { FactWriter, Source } from '../../system';
import type { ImportFact } from '../facts';
import { isHyperparameterPath, isTestPath } from '../layout';
import { runTimeNames } from './run-time-names';

/** Reads the classes that a module of builders, configs or hyperparameters imports, or that code adds to it by name. */
export function readImports(source: Source, out: FactWriter): void {
  const { file } = source;
  const wanted = relevantNames(file.path);
  if (wanted === undefined || isTestPath(file.path)) return;
  const add = (name: string, module: string, at: Span): void => {
    const fact: ImportFact = { kind: 'import', name, file, module };
    out.fact(fact, new FactParts(at));
  };
  const tree = source.python('outline');
  for (let node = 0; node < tree.count;) {
    if (tree.kind[node] === Kind.ImportFrom)
      for (const { name, module, at } of importedFrom(tree, node))
        if (name === '*' ? !module.startsWith('.') : wanted.test(name)) add(name, module, spanOf(tree, at));
    node = tree.kind[node] === Kind.Function ? tree.next[node]! : afterData(tree, node);
  }
  for (const { name, at } of runTimeNames(source)) if (name === '*' || wanted.test(name)) add(name, '', at);
}

/**
 * The imported names that matter in a module, by its folder; undefined in other folders. Classes that are base classes
 * by their names are left out, since no row names them.
 */
function relevantNames(path: string): RegExp | undefined {
  const folder = /(?:^|\/)steps\/(builders|configs)\//.exec(path)?.[1];
  if (folder === 'builders') return /StepBuilder$/;
  if (folder === 'configs') return /^(?!Base).*Config$/;
  return isHyperparameterPath(path) ? /./ : undefined;
}

function* importedFrom(tree: PythonTree, statement: number): Iterable<{ name: string; module: string; at: number }> {
  const module = nameText(tree, childOfKind(tree, statement, Kind.Name));
  if (module === undefined) return;
  for (const at of children(tree, statement)) {
    if (tree.kind[at] !== Kind.ImportedName) continue;
    const name = nameText(tree, children(tree, at).at(-1) ?? NONE);
    if (name !== undefined) yield { name, module, at };
  }
}

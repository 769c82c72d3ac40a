import { FactParts } from '../../../model/fact-parts';
import type { Span } from '../../../base/text';
import { importedThings } from '../../../syntax/python/import-statements';
import { afterData, Kind, spanOf } from '../../../syntax/python/tree';
import type { FactWriter, Source } from '../../system';
import type { ImportFact } from '../facts';
import { isHyperparameterPath } from '../layout';
import type { RunTimeName } from './run-time-names';

/** Reads the classes that a module of builders, configs or hyperparameters imports, or that code adds to it by name (`given`). */
export function readImports(source: Source, given: readonly RunTimeName[], out: FactWriter): void {
  const { file } = source;
  const wanted = classesSought(file.path);
  if (wanted === undefined) return;
  const add = (name: string, module: string, at: Span): void => {
    const fact: ImportFact = { kind: 'import', name, file, module };
    out.fact(fact, new FactParts(at));
  };
  const tree = source.python('outline');
  for (let node = 0; node < tree.count;) {
    if (tree.kind[node] === Kind.ImportFrom)
      for (const { bound, module, level, at } of importedThings(tree, node))
        if (bound === '*' ? level === 0 : wanted.test(bound)) add(bound, '.'.repeat(level) + module, spanOf(tree, at));
    node = tree.kind[node] === Kind.Function ? tree.next[node]! : afterData(tree, node);
  }
  for (const { name, at } of given) if (name === '*' || wanted.test(name)) add(name, '', at);
}

/**
 * The names of the classes that are looked for in a module, by its folder; undefined in other folders. Classes that are base classes
 * by their names are left out, since no row names them.
 */
export function classesSought(path: string): RegExp | undefined {
  const folder = /(?:^|\/)steps\/(builders|configs)\//.exec(path)?.[1];
  if (folder === 'builders') return /StepBuilder$/;
  if (folder === 'configs') return /^(?!Base).*Config$/;
  return isHyperparameterPath(path) ? /./ : undefined;
}

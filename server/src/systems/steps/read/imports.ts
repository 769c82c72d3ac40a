import { FactParts } from '../../../model/fact-parts';
import { firstLine, type Span } from '../../../base/text';
import { nameText } from '../../../syntax/python/literal';
import { afterData, childOfKind, children, Kind, NONE, spanOf, type PythonTree } from '../../../syntax/python/tree';
import type { FactWriter, Source } from '../../system';
import type { ImportFact } from '../facts';
import { isHyperparameterPath, isTestPath } from '../layout';

/**
 * Classes that a module of builders, configs or hyperparameters has by way of an import, or by code that makes names.
 */
export function readImports(source: Source, out: FactWriter): void {
  const { file, text } = source;
  const wanted = wantedIn(file.path);
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
  if (MAKES_NAMES.test(text)) add('*', '', firstLine(text));
}

/** What code looks like that gives a module names which no statement shows. */
const MAKES_NAMES = /\b(?:globals|vars|locals)\(\)|\bsetattr\(\s*sys\.modules|\bdef __getattr__\(/;

/** The names that matter, by the folder. Base classes by convention are nobody's builder or config. */
function wantedIn(path: string): RegExp | undefined {
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

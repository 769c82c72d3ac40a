import type { Span } from '../../base/text';
import { keyParts } from '../../model/lookup';
import { nameText } from '../../syntax/python/literal';
import { identifiers } from '../../syntax/python/identifiers';
import { children, Kind, NONE, spanOf, type PythonTree } from '../../syntax/python/tree';
import type { Uses } from '../system';

/**
 * Uses of classes, and imports of modules: too many to be facts, so texts that hold the name are looked through when it is
 * asked for.
 */
export const uses: Uses = {
  word(key) {
    const { kind, name } = keyParts(key);
    if (kind === 'class' && name !== '') return name;
    return kind === 'file' ? /(?:^|\/)([^/]+)\.py$/.exec(name)?.[1] : undefined;
  },
  in(source, key) {
    if (!source.file.path.endsWith('.py')) return [];
    const tree = source.python('outline');
    const word = uses.word(key)!;
    if (!key.startsWith('file:')) return knows(tree, word) ? identifiers(source.text, word) : [];
    const imports = importsIn(tree);
    return identifiers(source.text, word).filter(({ start }) =>
      imports.some(span => span.start <= start && start < span.end),
    );
  },
};

/** The import statements: `from a import b` may take a module `b` out of a package. */
function importsIn(tree: PythonTree): Span[] {
  const spans: Span[] = [];
  for (let node = 0; node < tree.count; node++)
    if (tree.kind[node] === Kind.Import || tree.kind[node] === Kind.ImportFrom) spans.push(spanOf(tree, node));
  return spans;
}

/** Whether a file defines or imports the name, so that the identifier in it is not somebody else's. */
function knows(tree: PythonTree, name: string): boolean {
  for (let node = 0; node < tree.count; node++) {
    const kind = tree.kind[node];
    const isNamed = kind === Kind.Class || kind === Kind.ImportedName;
    if (isNamed && children(tree, node).some(child => nameText(tree, child) === name)) return true;
    if (kind === Kind.Name && nameText(tree, node)?.endsWith(`.${name}`) === true) return true;
    if (kind === Kind.Target && nameText(tree, node + 1 < tree.count ? node + 1 : NONE) === name) return true;
  }
  return false;
}

import { keyParts } from '../../model/lookup';
import { nameText } from '../../syntax/python/literal';
import { identifiers } from '../../syntax/python/identifiers';
import { children, Kind, NONE, type PythonTree } from '../../syntax/python/tree';
import type { Uses } from '../system';

/** Imports and uses of classes: too many to be facts, so texts that hold the name are looked through when it is asked for. */
export const uses: Uses = {
  word(key) {
    const { kind, name } = keyParts(key);
    return kind === 'class' && name !== '' ? name : undefined;
  },
  in(source, name) {
    if (!source.file.path.endsWith('.py')) return [];
    return knows(source.python('outline'), name) ? identifiers(source.text, name) : [];
  },
};

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

import { joinPath } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import { unseenAnywhere } from '../../model/unseen';
import {
  compareFolder,
  treeDifferences,
  isCopy,
  originalOf,
  isTree,
  listInWords,
  rootOf,
  type TreeFact,
  type TreeFolder,
} from '../../systems/artifacts/public';
import type { FactRule } from '../rule';

export const staleEntry: FactRule<TreeFact | TreeFolder> = {
  code: 'tree/stale-entry',
  severity: 'warning',
  summary: 'A tree lists a file or folder that is not there.',
  why:
    'The tree says which files a project has, and validation compares it with the disk. The tree of the topmost folder counts entry by ' +
    'entry; of any other copy below it only one finding says that it is out of date. Empty folders, and those of tools such as ' +
    'build, are left alone.',
  remedy: 'Remove the entry, or write the tree anew with the tool that made it; delete copies that nobody needs.',
  bad: `
#- .onextree
name: onex
type: directory
children:
- name: nodes.py
  type: file
- name: old.py
#       ^^^^^^ tree/stale-entry
  type: file
#- src/onex/nodes.py
NODES = []
`,
  good: `
#- .onextree
name: onex
type: directory
children:
- name: nodes.py
  type: file
#- src/onex/nodes.py
NODES = []
`,
  over: 'fact',
  kind: ['tree', 'tree-folder'],
  wide: true,
  *check(fact, lookup) {
    const tree = fact.file.headers.find(isTree);
    if (tree === undefined || fact.partial === true) return;
    if (fact.kind === 'tree') yield* checkTree(tree, lookup);
    else if (!isCopy(tree, lookup)) yield* checkFolder(tree, fact, lookup);
  },
};

function* checkTree(tree: TreeFact, lookup: Lookup): Iterable<Report> {
  const place = at(tree, Part.name);
  const root = rootOf(tree, lookup);
  if (root === undefined) {
    if (tree.sample.length > 0 && unseenAnywhere(lookup) === undefined)
      yield { at: place, message: 'Nothing that this tree lists is in the repository' };
    return;
  }
  const original = originalOf(tree, lookup);
  if (original !== undefined) {
    const { stale } = treeDifferences(tree, root, lookup);
    if (stale.length > 0)
      yield {
        at: place,
        message:
          `This is a copy of ${truncateName(original)}, and out of date: it lists ${listInWords(stale)}, which ` +
          `${stale.length === 1 ? 'is' : 'are'} not in the repository. Generate it anew, or delete it`,
      };
  }
}

function* checkFolder(tree: TreeFact, folder: TreeFolder, lookup: Lookup): Iterable<Report> {
  const root = rootOf(tree, lookup);
  const found = root === undefined ? undefined : compareFolder(tree, folder, root, lookup);
  for (const { index, child, isOther } of found?.stale ?? []) {
    const { name, type } = child;
    const path = truncateName(joinPath(folder.name, name));
    const item = at(folder, Part.fieldValue(1 + index));
    yield {
      at: at(folder, Part.fieldName(1 + index)),
      message: isOther
        ? `'${path}' is a ${type === 'file' ? 'folder, not a file' : 'file, not a directory'}`
        : `'${path}' is not in the repository`,
      fixes: isOther
        ? []
        : [{ title: `Remove '${path}' from the tree`, safe: true, edits: [{ do: 'remove-item', at: item }] }],
    };
  }
}

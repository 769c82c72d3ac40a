import { folderOf, joinPath } from '../../base/paths';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  addToTree,
  compareFolder,
  treeDifferences,
  folderFor,
  homeKey,
  isArtifact,
  isCopy,
  isSamplePath,
  isTree,
  listInWords,
  parentKey,
  rootOf,
  textOf,
  type TreeFact,
  type TreeFolder,
} from '../../systems/artifacts/public';
import type { FactRule } from '../rule';

export const untrackedFile: FactRule<TreeFact | TreeFolder> = {
  code: 'tree/untracked-file',
  severity: 'info',
  summary: 'A file or folder is on disk, but not in the tree.',
  why:
    'Validation compares the tree with the disk in both directions (“File exists in directory but missing from .onextree”). Hidden ' +
    'files are not meant to be in a tree, and neither is what a .onexignore leaves out. What a registry lists is for ' +
    'tree/missing-artifact to say.',
  remedy: 'Add it to the tree; the quick fix does. Or leave it out with a pattern in .onexignore.',
  bad: `
#- .onextree
name: onex
#     ^^^^ tree/untracked-file
type: directory
children:
- name: nodes.py
  type: file
#- src/onex/nodes.py
NODES = []
#- src/onex/tools.py
TOOLS = []
`,
  good: `
#- .onextree
name: onex
type: directory
children:
- name: nodes.py
  type: file
- name: tools.py
  type: file
#- src/onex/nodes.py
NODES = []
#- src/onex/tools.py
TOOLS = []
`,
  over: 'fact',
  kind: ['tree', 'tree-folder'],
  wide: true,
  *check(fact, lookup) {
    const tree = fact.file.headers.find(isTree);
    // What is left out would be called untracked.
    if (tree === undefined || fact.partial === true || tree.leavesOut === true) return;
    if (isCopy(tree, lookup) !== (fact.kind === 'tree')) return;
    const root = rootOf(tree, lookup);
    if (root === undefined) return;
    if (fact.kind === 'tree') yield* checkCopy(tree, root, lookup);
    else yield* checkFolder(tree, fact, root, lookup);
  },
};

/** One finding for a copy: when it lists too much as well, that is the one. */
function* checkCopy(tree: TreeFact, root: string, lookup: Lookup): Iterable<Report> {
  const { stale, untracked } = treeDifferences(tree, root, lookup);
  if (stale.length === 0 && untracked.length > 0)
    yield {
      at: at(tree, Part.name),
      message: `This copy of the tree is out of date: it does not list ${listInWords(untracked)}`,
    };
}

function* checkFolder(tree: TreeFact, folder: TreeFolder, root: string, lookup: Lookup): Iterable<Report> {
  const names = (compareFolder(tree, folder, root, lookup)?.untracked ?? []).map(name => name.replace(/\/$/, ''));
  const inside = joinPath(root, folder.name);
  const own = names.filter(name => !isRegistered(joinPath(inside, name), lookup));
  if (own.length === 0) return;
  const fixes = own.flatMap(name => addToTree(tree, root, joinPath(folder.name, name), lookup) ?? []);
  const [first] = fixes;
  const isOne = own.length === 1;
  yield {
    at: at(folder, Part.name),
    message: `${listInWords(own)} ${isOne ? 'is' : 'are'} on disk, but not in the tree`,
    fixes:
      first === undefined
        ? []
        : [
            {
              title: isOne ? first.title : 'Add them to the tree',
              safe: true,
              edits: fixes.flatMap(({ edits }) => edits),
            },
          ],
  };
}

/** Whether a registry lists what lies in a folder, its metadata file, or a version directly below it. */
function isRegistered(path: string, lookup: Lookup): boolean {
  const here = [homeKey(path), parentKey(path), homeKey(folderOf(path))];
  const entries = here.flatMap(key => lookup.providers(key)).filter(isArtifact);
  return entries.some(entry => {
    if (isSamplePath(entry.file.path)) return false;
    const folder = folderFor(entry, lookup);
    if (folder === undefined) return false;
    const file = textOf(entry, 'metadata_file') ?? '';
    return folder === path || folderOf(folder) === path || joinPath(folder, file) === path;
  });
}

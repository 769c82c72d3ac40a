import { TREE_SCHEMA } from '../../systems/artifacts/public';
import type { FileRule } from '../rule';

export const treeInvalid: FileRule = {
  code: 'tree/invalid',
  severity: 'error',
  summary: 'A tree file does not have the form of a tree.',
  why:
    'Every node has a name and a type, and only a directory has a list of children. A tree that breaks this is refused by what ' +
    'reads it, and the registry cannot be compared with it. A directory without the list is taken for an empty one; the published ' +
    'schema asks for `children: []`, which is said as information.',
  remedy: 'Add what is missing, or write the tree anew with the tool that made it.',
  bad: `
#- .onextree
name: onex
type: directory
children:
  - name: nodes
    type: folder
#         ^^^^^^ tree/invalid
    children: []
`,
  good: `
#- .onextree
name: onex
type: directory
children:
  - name: nodes
    type: directory
    children: []
`,
  over: 'file',
  *check(file) {
    for (const { code, span, message } of file.problems)
      if (code === treeInvalid.code) yield { at: { file, span }, message };
      else if (code === TREE_SCHEMA) yield { at: { file, span }, message, severity: 'info' };
  },
};

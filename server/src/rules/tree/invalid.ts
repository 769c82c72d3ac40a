import type { FileRule } from '../rule';

export const treeInvalid: FileRule = {
  code: 'tree/invalid',
  severity: 'error',
  summary: 'A tree file does not have the form of a tree.',
  why:
    'Every node has a name and a type; a directory has children, even when it has none, and a file has no such key. A tree that ' +
    'breaks this is refused by whatever reads it, and the registry cannot be compared with it.',
  remedy: 'Add what is missing, or write the tree anew with the tool that made it.',
  bad: `
#- .onextree
name: onex
type: directory
children:
  - name: nodes
#         ^^^^^ tree/invalid
    type: directory
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
  },
};

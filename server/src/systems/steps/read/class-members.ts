import { NO_PARTS } from '../../../model/fact-parts';
import { nameText } from '../../../syntax/python/literal';
import { afterData, childOfKind, Kind, type PythonTree } from '../../../syntax/python/tree';
import type { FactWriter, Source } from '../../system';
import type { MembersFact } from '../facts';
import { stem } from '../layout';
import { roleByFolder } from './components';

/** Whether the classes of a file may be builders, configs or bases of them. */
export function hasMembers(path: string): boolean {
  const role = roleByFolder(path);
  return role === 'builder' || role === 'config' || /^(?:builder|config)_/.test(stem(path));
}

/**
 * Writes what the classes of a file have as attributes, for whoever uses them: rather too much than too little. Reads the text of each
 * class by its lines, since an outline leaves out what is in functions.
 */
export function writeMembers({ file, text }: Source, tree: PythonTree, out: FactWriter): void {
  for (let node = 0; node < tree.count;) {
    const name = tree.kind[node] === Kind.Class ? nameText(tree, childOfKind(tree, node, Kind.Name)) : undefined;
    if (name !== undefined) {
      const fact: MembersFact = {
        kind: 'members',
        name,
        file,
        ...membersIn(text.slice(tree.start[node], tree.end[node])),
      };
      out.fact(fact, NO_PARTS);
    }
    node = tree.kind[node] === Kind.Function || name !== undefined ? tree.next[node]! : afterData(tree, node);
  }
}

function membersIn(text: string): Pick<MembersFact, 'own' | 'abstract' | 'open' | 'extras'> {
  const own = new Set<string>();
  const abstract = new Set<string>();
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '';
  const field = new RegExp(`\\n${indent}([A-Za-z_][\\w, \\t]*?)[ \\t]*[:=]`, 'g');
  for (const [, names = ''] of text.matchAll(field)) for (const name of names.split(/[,\s]+/)) own.add(name);
  for (const [, assigned, named] of text.matchAll(SET_LATER)) own.add(assigned ?? named ?? '');
  for (const [, decorator, name = ''] of text.matchAll(METHOD)) (decorator === undefined ? own : abstract).add(name);
  const isOpen = OPEN.test(text) || new RegExp(`\\n${indent}${CONDITION}`).test(text);
  return {
    own: [...own].join(' '),
    ...(abstract.size > 0 ? { abstract: [...abstract].join(' ') } : {}),
    ...(isOpen ? { open: true } : {}),
    ...(EXTRAS.test(text) ? { extras: true } : {}),
  };
}

/** What methods give the object or its class. */
const SET_LATER =
  /\b(?:self|cls)\.(\w+)(?:[ \t]*:[^=\n]{1,80})?[ \t]*[-+|]?=(?!=)|setattr\(\s*(?:self|cls),\s*["'](\w+)/g;
const METHOD = /(@(?:abc\.)?abstractmethod\s+(?:@\w+\s+)*)?\bdef[ \t]+(\w+)/g;
/** Code that may give the class any attribute. */
const OPEN = /def[ \t]+__getattr(?:ibute)?__|setattr\(\s*self,\s*(?!["'])|\b__dict__\b/;
/** A statement in the body of a class in which attributes may be assigned. */
const CONDITION = '(?:if|for|try|with|while)\\b.*:[ \\t]*(?:#.*)?(?:\\r?\\n|$)';
/** A pydantic model that takes fields which it does not declare. */
const EXTRAS = /\bextra["']?[ \t]*[=:][ \t]*(?:["']allow["']|Extra\.allow)/;

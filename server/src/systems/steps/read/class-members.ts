import { NO_PARTS } from '../../../model/fact-parts';
import { Imports } from '../../../syntax/python/imports';
import { nameText, stringValue } from '../../../syntax/python/literal';
import { Clause, clauseOf, childOfKind, children, Kind, type PythonTree, valueOf } from '../../../syntax/python/tree';
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
 * Writes what the classes of a file have as attributes, for whoever uses them: rather too much than too little. Classes within functions
 * are left out. Takes a tree of full depth.
 */
export function writeMembers({ file }: Source, tree: PythonTree, out: FactWriter): void {
  for (let node = 1; node < tree.count;) {
    const isFunction = tree.kind[node] === Kind.Function;
    const name = tree.kind[node] === Kind.Class ? nameText(tree, childOfKind(tree, node, Kind.Name)) : undefined;
    if (name !== undefined) {
      const fact: MembersFact = { kind: 'members', name, file, ...membersOf(tree, node) };
      out.fact(fact, NO_PARTS);
    }
    node = isFunction || name !== undefined ? tree.next[node]! : node + 1;
  }
}

interface Found {
  readonly own: Set<string>;
  readonly abstract: Set<string>;
  /** Code may give the class any attribute. */
  open: boolean;
  /** A pydantic model that takes fields which it does not declare. */
  extras: boolean;
}

function membersOf(tree: PythonTree, node: number): Pick<MembersFact, 'own' | 'abstract' | 'open' | 'extras'> {
  const found: Found = { own: new Set(), abstract: new Set(), open: isMadeByOthers(tree, node), extras: false };
  readBody(tree, childOfKind(tree, node, Kind.Body), found);
  for (let inner = node + 1; inner < tree.next[node]!; inner++) readInner(tree, inner, found);
  const { own, abstract, open, extras } = found;
  return {
    own: [...own].join(' '),
    ...(abstract.size > 0 ? { abstract: [...abstract].join(' ') } : {}),
    ...(open ? { open } : {}),
    ...(extras ? { extras } : {}),
  };
}

/** Decorators and metaclasses that give a class no attributes of their own. */
const PLAIN_MAKERS: ReadonlySet<string> = new Set([
  'dataclass',
  'final',
  'runtime_checkable',
  'total_ordering',
  'ABCMeta',
  'type',
]);

/** Whether a decorator or a metaclass that is not known may give the class attributes. */
function isMadeByOthers(tree: PythonTree, node: number): boolean {
  const bases = childOfKind(tree, node, Kind.Bases);
  const keywords = bases < 0 ? [] : children(tree, bases).filter(child => tree.kind[child] === Kind.Keyword);
  const metaclasses = keywords.filter(child => nameText(tree, child + 1) === 'metaclass');
  const decorators = children(tree, node).filter(child => tree.kind[child] === Kind.Decorator);
  const makers = [
    ...metaclasses.map(child => valueOf(tree, child)),
    ...decorators.map(child => (tree.kind[child + 1] === Kind.Call ? child + 2 : child + 1)),
  ];
  return makers.some(
    maker => !PLAIN_MAKERS.has(lastName(tree, maker) ?? '') && !isRegisterBuilder(tree, nameText(tree, maker) ?? ''),
  );
}

/** `register_builder` of the builder registry gives a class back as it took it (formats 1.6). */
function isRegisterBuilder(tree: PythonTree, decorator: string): boolean {
  return (
    lastPart(decorator) === 'register_builder' &&
    new Imports(tree).resolve(decorator).endsWith('.builder_registry.register_builder')
  );
}

/** Reads what the statements of a class bind, also those in its conditions. */
function readBody(tree: PythonTree, body: number, found: Found): void {
  for (const node of body < 0 ? [] : children(tree, body)) {
    const kind = tree.kind[node];
    if (kind === Kind.Function || kind === Kind.Class) readNamed(tree, node, found);
    else if (kind === Kind.Block || kind === Kind.With) readBlock(tree, node, found);
    else for (let inner = node; inner < tree.next[node]!; inner++) readBound(tree, inner, found);
  }
}

/** A loop may bind whatever its body makes up; conditions bind what stands in them. */
function readBlock(tree: PythonTree, node: number, found: Found): void {
  const isLoop = tree.kind[node] === Kind.Block && LOOPS.has(clauseOf(tree, node));
  if (isLoop || tree.kind[node] === Kind.With) found.open = true;
  readBody(tree, childOfKind(tree, node, Kind.Body), found);
}

const LOOPS: ReadonlySet<number> = new Set([Clause.For, Clause.While, Clause.Match, Clause.Case]);

function readNamed(tree: PythonTree, node: number, { own, abstract }: Found): void {
  const name = nameText(tree, childOfKind(tree, node, Kind.Name)) ?? '';
  const decorators = children(tree, node).filter(child => tree.kind[child] === Kind.Decorator);
  (decorators.some(child => lastName(tree, child + 1) === 'abstractmethod') ? abstract : own).add(name);
}

/** The names in targets and imports. Names that are only read count as well where they stand in a target: rather too many. */
function readBound(tree: PythonTree, node: number, { own }: Found): void {
  const kind = tree.kind[node];
  if (kind !== Kind.Target && kind !== Kind.ImportedName) return;
  for (let inner = node + 1; inner < tree.next[node]!; inner++) {
    const name = nameText(tree, inner);
    if (name !== undefined) own.add(name);
  }
}

/** What methods give the object or its class, and what opens it to attributes that no text names. */
function readInner(tree: PythonTree, node: number, found: Found): void {
  switch (tree.kind[node]!) {
    case Kind.Target:
      for (let inner = node + 1; inner < tree.next[node]!; inner++) {
        const name = /^(?:self|cls)\.(\w+)$/.exec(nameText(tree, inner) ?? '')?.[1];
        if (name !== undefined) found.own.add(name);
      }
      return;
    case Kind.Call:
      readCall(tree, node, found);
      return;
    case Kind.Function:
      if (OPENING.has(nameText(tree, childOfKind(tree, node, Kind.Name)) ?? '')) found.open = true;
      return;
    case Kind.Name:
      if ((nameText(tree, node) ?? '').split('.').some(word => word === '__dict__')) found.open = true;
      return;
    case Kind.Keyword:
    case Kind.Pair:
    case Kind.Assign:
      if (isTakingExtras(tree, node)) found.extras = true;
  }
}

const OPENING: ReadonlySet<string> = new Set(['__getattr__', '__getattribute__']);
/** Functions that give whoever calls them its own names to write. */
const NAMESPACES: ReadonlySet<string> = new Set(['locals', 'vars', 'exec']);

/** `setattr(self, "name", …)`, also by way of a base. */
function readCall(tree: PythonTree, call: number, found: Found): void {
  const callee = lastName(tree, call + 1);
  if (callee !== undefined && NAMESPACES.has(callee)) found.open = true;
  if (callee !== 'setattr' && callee !== '__setattr__') return;
  const [first, second] = children(tree, call).slice(1);
  const given = callee === 'setattr' || nameText(tree, first ?? call) === 'self' ? second : first;
  const name = given === undefined ? undefined : stringValue(tree, given);
  if (name !== undefined) found.own.add(name);
  else if (nameText(tree, first ?? call) === 'self') found.open = true;
}

/** `extra="allow"` in a call, a dict or a class, by its text or as a member of `Extra`. */
function isTakingExtras(tree: PythonTree, node: number): boolean {
  const value = valueOf(tree, node);
  const key = tree.kind[node] === Kind.Assign ? node + 2 : node + 1;
  if ((nameText(tree, key) ?? stringValue(tree, key)) !== 'extra' || value < 0) return false;
  return stringValue(tree, value) === 'allow' || /(?:^|\.)Extra\.allow$/.test(nameText(tree, value) ?? '');
}

/** The last part of a dotted name, or of what is taken of any value. */
function lastName(tree: PythonTree, node: number): string | undefined {
  if (tree.kind[node] === Kind.Attribute) return lastName(tree, childOfKind(tree, node, Kind.Name));
  const name = nameText(tree, node);
  return name === undefined ? undefined : lastPart(name);
}

function lastPart(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

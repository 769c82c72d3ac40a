import { nameText } from '../literal';
import { Flag, Kind, NONE, children, firstChild, nextChild, type PythonTree } from '../tree';
import { BUILTINS } from './builtins';
import { refuseSecondMember } from './enumerations';
import type { Frame, Interpreter } from './frames';
import { contentOf, deleteEntry, nameIn, reachOf, setEntry } from './mappings';
import { isUnknown, raise, unknown } from './outcomes';
import { builtinClass } from './builtin-classes';
import type { Entry, Place, PyDict, PyValue } from './values';

/** What a name stands for where `frame` uses it; raises NameError for one that stands for nothing. */
export function valueOfName(run: Interpreter, frame: Frame, name: string): PyValue {
  for (const { names, unbound } of scopesOf(frame, name)) {
    const entry = nameIn(run, names, names === frame.names ? nameInFrame(frame, name) : name);
    if (entry?.certain === true) return entry.value;
    if (entry !== undefined) return perhapsBound(run, entry, name);
    const { open } = contentOf(run, names);
    if (open !== undefined) return perhapsThere(run, name, open.reason);
    if (unbound !== undefined) return raise(run, unbound, `\`${name}\` is used before it is bound`);
  }
  if (frame.kind === 'class' && (name === '__module__' || name === '__qualname__'))
    return unknown(run, `\`${name}\` is what Python calls the class`);
  const added = addedToBuiltins(run, name);
  if (added?.certain === true) return added.value;
  if (added !== undefined) return perhapsBound(run, added, name);
  return BUILTINS.get(name) ?? ownClass(frame, name) ?? raise(run, 'NameError', `name '${name}' is not defined`);
}

/** What the text has given to the module `builtins`, where every name is looked up at last. */
function addedToBuiltins(run: Interpreter, name: string): Entry | undefined {
  const module = run.modules.get('builtins');
  return module && nameIn(run, module.names, name);
}

/** `__class__` in a method: the class that it stands in. */
function ownClass(frame: Frame, name: string): PyValue | undefined {
  if (name !== '__class__') return undefined;
  let around = frame.outer;
  while (around !== undefined && around.kind !== 'class') around = around.outer;
  return around?.type;
}

/** A name that is bound on some of the ways that lead here. */
function perhapsBound(run: Interpreter, { value }: Entry, name: string): PyValue {
  if (BUILTINS.has(name))
    return isUnknown(value) ? value : unknown(run, `\`${name}\` may be Python's own`, { reach: reachOf(value) });
  const reason = `\`${name}\` is not bound on every way that leads here`;
  run.mayRaise({ kind: 'name', reason, at: run.site, exception: builtinClass('NameError') });
  return value;
}

function perhapsThere(run: Interpreter, name: string, reason: string): PyValue {
  if (BUILTINS.has(name)) return unknown(run, reason);
  run.mayRaise({ kind: 'name', reason, at: run.site, exception: builtinClass('NameError') });
  return unknown(run, reason);
}

interface Scope {
  readonly names: PyDict;
  /** What is raised if the name is not there, though this is where it belongs. */
  readonly unbound?: 'UnboundLocalError' | 'NameError';
}

/** A name as the text around it has it: in a class, one that begins with two underscores is the class's own (`_Class__name`). */
export function privateName(frame: Frame, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__')) return name;
  let around: Frame | undefined = frame;
  while (around !== undefined && around.kind !== 'class') around = around.outer;
  const owner = around?.type?.name.replace(/^_+/, '') ?? '';
  return owner === '' ? name : `_${owner}${name}`;
}

/** The scopes that a name is looked up in, one after the other. */
function* scopesOf(frame: Frame, name: string): Iterable<Scope> {
  const sent = frame.elsewhere.get(name);
  if (sent !== undefined) {
    yield sent === frame.globals ? { names: sent } : { names: sent, unbound: 'NameError' };
    if (sent === frame.globals) return;
  } else if (frame.kind === 'class') {
    yield { names: frame.names };
    // What the body of a class binds is not looked up in functions around it.
    if (frame.locals.has(name)) {
      yield { names: frame.globals };
      return;
    }
  } else if (frame.locals.has(name)) yield { names: frame.names, unbound: 'UnboundLocalError' };
  for (let outer = frame.outer; outer !== undefined; outer = outer.outer) {
    const passed = outer.elsewhere.get(name);
    if (passed === frame.globals) break;
    if (passed !== undefined) yield { names: passed, unbound: 'NameError' };
    else if (outer.kind === 'function' && outer.locals.has(name)) yield { names: outer.names, unbound: 'NameError' };
  }
  yield { names: frame.globals };
}

/** What a name is called among the names of a frame; elsewhere than in classes, a private one stands for nothing else. */
function nameInFrame(frame: Frame, name: string): string {
  return frame.kind === 'class' && !frame.elsewhere.has(name) ? privateName(frame, name) : name;
}

/** The scope that a frame binds a name in. */
function scopeOf(frame: Frame, name: string): PyDict {
  return frame.elsewhere.get(name) ?? frame.names;
}

/** Binds a name where the frame has it: its own namespace, or the one that `global` or `nonlocal` says. */
export function bindName(
  run: Interpreter,
  frame: Frame,
  name: string,
  value: PyValue,
  keyAt: Place,
  valueAt: Place,
): void {
  if (frame.type !== undefined && frame.kind === 'class') refuseSecondMember(run, frame.type, name, value);
  setEntry(run, scopeOf(frame, name), { key: nameInFrame(frame, name), value, keyAt, valueAt, certain: true });
}

/** `del name` */
export function deleteName(run: Interpreter, frame: Frame, name: string): void {
  const found = deleteEntry(run, scopeOf(frame, name), nameInFrame(frame, name));
  if (found === true) return;
  const isLocal = frame.kind === 'function' && !frame.elsewhere.has(name);
  if (found === false) raise(run, isLocal ? 'UnboundLocalError' : 'NameError', `name '${name}' is not defined`);
  const reason = `\`${name}\` is not bound on every way that leads here`;
  run.mayRaise({ kind: 'name', reason, at: run.site, exception: builtinClass('NameError') });
}

/** What `global` and `nonlocal` in a body do to its frame, before it runs. */
export function sendElsewhere(frame: Frame, body: number): void {
  const { tree } = frame;
  for (const node of own(tree, body)) {
    if (tree.kind[node] !== Kind.Global) continue;
    const isNonlocal = (tree.flags[node]! & Flag.Nonlocal) !== 0;
    for (const child of children(tree, node)) {
      const name = nameText(tree, child) ?? '';
      frame.elsewhere.set(name, isNonlocal ? enclosing(frame, name) : frame.globals);
    }
  }
}

function enclosing(frame: Frame, name: string): PyDict {
  let outer = frame.outer;
  while (outer !== undefined && !(outer.kind === 'function' && outer.locals.has(name))) outer = outer.outer;
  return outer?.names ?? frame.names;
}

/** The names that a function binds in its body; parameters are not among them. */
export function localsOf(tree: PythonTree, body: number): Set<string> {
  const found = new Set<string>();
  const sent = new Set<string>();
  for (const node of own(tree, body)) {
    const names = tree.kind[node] === Kind.Global ? sent : found;
    for (const name of boundBy(tree, node)) names.add(name);
  }
  sent.forEach(name => found.delete(name));
  return found;
}

function* boundBy(tree: PythonTree, node: number): Iterable<string> {
  switch (tree.kind[node]!) {
    case Kind.Target:
    case Kind.Delete:
      yield* targetNames(tree, node);
      return;
    case Kind.ImportedName: {
      const [name = NONE, alias = name] = children(tree, node);
      const text = nameText(tree, alias) ?? '';
      yield alias === name ? (text.split('.')[0] ?? '') : text;
      return;
    }
    case Kind.Class:
    case Kind.Function:
    case Kind.Walrus:
    case Kind.TypeAlias:
      yield nameText(tree, nameChild(tree, node)) ?? '';
      return;
    case Kind.Global:
      for (const child of children(tree, node)) yield nameText(tree, child) ?? '';
  }
}

function nameChild(tree: PythonTree, node: number): number {
  let child = firstChild(tree, node);
  while (child !== NONE && tree.kind[child] !== Kind.Name) child = nextChild(tree, node, child);
  return child;
}

/** The names in a target that are bound, not those that are looked up to bind an item or attribute. */
export function* targetNames(tree: PythonTree, target: number): Iterable<string> {
  for (const child of children(tree, target)) {
    const kind = tree.kind[child];
    if (kind === Kind.Name) {
      const name = nameText(tree, child) ?? '';
      if (!name.includes('.')) yield name;
    } else if (kind === Kind.Tuple || kind === Kind.List || kind === Kind.Spread) yield* targetNames(tree, child);
  }
}

/** The nodes of a body that belong to it, not to the functions and classes and comprehensions inside. */
export function* own(tree: PythonTree, body: number): Iterable<number> {
  for (let node = body + 1, end = tree.next[body]!; node < end;) {
    yield node;
    const kind = tree.kind[node];
    const isOther =
      kind === Kind.Function || kind === Kind.Class || kind === Kind.Lambda || kind === Kind.Comprehension;
    node = isOther ? tree.next[node]! : node + 1;
  }
}

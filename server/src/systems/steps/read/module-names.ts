import { importedThings } from '../../../syntax/python/import-statements';
import { nameText, stringValue } from '../../../syntax/python/literal';
import {
  afterData,
  childOfKind,
  children,
  firstChild,
  Kind,
  NONE,
  type PythonTree,
  valueOf,
} from '../../../syntax/python/tree';

/** A name as the module has it that it is imported from. */
export interface ImportedName {
  readonly variable: string;
  readonly module: string;
}

/** What the names of a module stand for, as far as a look at its statements tells; what is given twice stands for nothing. */
export interface ModuleNames {
  /** The names that are assigned one string outside of functions. */
  readonly strings: ReadonlyMap<string, string | undefined>;
  /** The names that `from module import name` brings, in functions as well. */
  readonly imports: ReadonlyMap<string, ImportedName | undefined>;
  /** The names that functions return, by the function; of a function with several `return`, none. */
  readonly returned: ReadonlyMap<string, string | undefined>;
  /** The names of which an attribute is mentioned, so that code may change what they stand for. */
  readonly touched: ReadonlySet<string>;
}

/** Looks through a module once. */
export function moduleNames(tree: PythonTree): ModuleNames {
  const [strings, returned] = [new Map<string, string | undefined>(), new Map<string, string | undefined>()];
  const imports = new Map<string, ImportedName | undefined>();
  const touched = new Set<string>();
  const visit = { outer: '', end: 0 };
  for (let node = 0; node < tree.count; node = afterData(tree, node)) {
    const kind = tree.kind[node];
    if (kind === Kind.Function && node >= visit.end) {
      visit.outer = nameText(tree, childOfKind(tree, node, Kind.Name)) ?? '';
      visit.end = tree.next[node]!;
    } else if (kind === Kind.Return && node < visit.end) {
      putOnce(returned, visit.outer, nameText(tree, firstChild(tree, node)));
    } else if (kind === Kind.Assign && node >= visit.end) addStrings(tree, node, strings);
    else if (kind === Kind.ImportFrom)
      for (const { bound, name = '', module, level } of importedThings(tree, node))
        putOnce(imports, bound, { variable: name, module: '.'.repeat(level) + module });
    else if (kind === Kind.Name) {
      const dotted = tree.text.slice(tree.start[node], tree.end[node]);
      const dot = dotted.indexOf('.');
      if (dot > 0) touched.add(dotted.slice(0, dot).trimEnd());
    }
  }
  return { strings, imports, returned, touched };
}

/** A string literal, or a name that stands for one. */
export function textAt(tree: PythonTree, names: ModuleNames, node: number | undefined): string | undefined {
  if (node === undefined || node === NONE) return undefined;
  const name = nameText(tree, node);
  return name === undefined ? stringValue(tree, node) : names.strings.get(name);
}

function addStrings(tree: PythonTree, assign: number, strings: Map<string, string | undefined>): void {
  const value = valueOf(tree, assign);
  const text = value === NONE ? undefined : stringValue(tree, value);
  for (const target of children(tree, assign)) {
    const name = tree.kind[target] === Kind.Target ? nameText(tree, firstChild(tree, target)) : undefined;
    if (name !== undefined) putOnce(strings, name, text);
  }
}

function putOnce<V>(map: Map<string, V | undefined>, name: string, value: V | undefined): void {
  map.set(name, map.has(name) ? undefined : value);
}

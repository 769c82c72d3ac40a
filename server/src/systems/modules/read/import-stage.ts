import { fileName } from '../../../base/paths';
import type { Span } from '../../../base/text';
import { modulePresence } from '../../../syntax/python/evaluate/library-presence';
import type { ImportAnswer, ImportRequest } from '../../../syntax/python/evaluate/frames';
import { runModule, type ModuleRun } from '../../../syntax/python/evaluate/run';
import type { PyClass, PyValue, Unknown } from '../../../syntax/python/evaluate/values';
import { importedThings } from '../../../syntax/python/import-statements';
import { Clause, clauseOf, Kind, spanOf, type PythonTree } from '../../../syntax/python/tree';
import type { ImportedName } from '../facts';
import { unregisteredModel } from './generic-models';
import { refusedModel } from './refused-models';
import { importFromPackages, isConstruction } from './packages';

/** What the text of a Python file decides about its import: what other files decide is left open. */
export interface ImportStage {
  readonly run: ModuleRun;
  /** Imports of files that may belong to the repository, and where they stand. */
  readonly wanted: readonly {
    readonly name: ImportedName;
    readonly span: Span;
    /** Whether the import stands in a `try`, so that its file may be missing. */
    readonly isGuarded: boolean;
  }[];
  /** What may be raised besides. */
  readonly doubts: readonly { readonly reason: string; readonly span: Span }[];
  /** The name in another file that a value stands for. */
  readonly importedAs: (value: PyValue) => ImportedName | undefined;
  /** The classes of the file, by the node of their statement. */
  readonly classes: ReadonlyMap<number, PyClass>;
}

/** Runs a file as discovery does: as a module without a package, so that relative imports fail, where `isAlone` says so. */
export function importStage(tree: PythonTree, path: string, isAlone: boolean): ImportStage {
  const placed = importsIn(tree);
  const stand = new Map<string, Unknown>();
  const names = new Map<PyValue, ImportedName>();
  const guarded = new Set<string>();
  const imports = (request: ImportRequest): ImportAnswer | undefined => {
    if (request.level > 0 && isAlone)
      return { raises: 'ImportError', message: 'attempted relative import with no known parent package' };
    const known = importFromPackages(request);
    if (known !== undefined) return known;
    if (request.name === '*' || (request.level === 0 && modulePresence(request.module) !== undefined)) return undefined;
    const key = keyOf(request);
    if (placed.get(key)?.isGuarded === true) {
      guarded.add(key);
      return undefined;
    }
    const value = stand.get(key) ?? standIn(request, path);
    stand.set(key, value);
    names.set(value, nameOf(request));
    return { value };
  };
  const given = new Map<string, PyValue>([['__name__', moduleName(path, isAlone)]]);
  const ran = runModule(tree, { source: path, imports, given });
  const refused =
    ran.stops === undefined
      ? (refusedModel(tree, path) ?? (isAlone ? unregisteredModel(tree, path) : undefined))
      : undefined;
  const run = refused === undefined ? ran : { ...ran, stops: refused };
  const marks = new Set([...stand.values()].map(({ reason }) => reason));
  const wanted = [...placed.values()].flatMap(({ request, span, isGuarded }) =>
    (isGuarded ? guarded : stand).has(keyOf(request)) ? [{ name: nameOf(request), span, isGuarded }] : [],
  );
  return {
    run,
    wanted,
    doubts: run.doubts
      .filter(({ reason, at }) => !marks.has(reason) && !isConstruction(reason) && !isInAnnotation(tree, at.span))
      .map(({ reason, at }) => ({ reason, span: at.span })),
    importedAs: value => names.get(value),
    classes: classesOf(run, tree),
  };
}

/** What discovery calls the module, or those who import it. */
function moduleName(path: string, isAlone: boolean): string {
  return isAlone ? `apcore_ext_${fileName(path).replace(/\.py$/, '')}` : path.replace(/\.py$/, '').replaceAll('/', '.');
}

function standIn({ module, name }: ImportRequest, path: string): Unknown {
  const what = name === undefined ? module : `${module}.${name}`;
  return { kind: 'unknown', reason: `\`${what}\` is imported here`, at: { source: path, span: { start: 0, end: 0 } } };
}

function nameOf({ module, level, name }: ImportRequest): ImportedName {
  return { module, level, ...(name === undefined ? {} : { name }) };
}

function keyOf({ module, level, name = '' }: { module: string; level: number; name?: string | undefined }): string {
  return `${level} ${module} ${name}`;
}

interface PlacedImport {
  readonly request: ImportRequest;
  readonly span: Span;
  /** Whether the import stands in a `try`, so that it may fail without harm. */
  readonly isGuarded: boolean;
}

/** The imports outside of functions, each once. */
function importsIn(tree: PythonTree): Map<string, PlacedImport> {
  const found = new Map<string, PlacedImport>();
  const add = (request: ImportRequest, node: number, isGuarded: boolean): void => {
    const key = keyOf(request);
    const before = found.get(key);
    found.set(key, {
      request,
      span: before?.span ?? spanOf(tree, node),
      isGuarded: isGuarded || before?.isGuarded === true,
    });
  };
  let guardedUntil = 0;
  for (let node = 0; node < tree.count;) {
    const kind = tree.kind[node];
    if (kind === Kind.Block && clauseOf(tree, node) === Clause.Try)
      guardedUntil = Math.max(guardedUntil, tree.next[node]!);
    if (kind === Kind.Import || kind === Kind.ImportFrom) {
      const isGuarded = node < guardedUntil;
      for (const request of requestsOf(tree, node)) add(request.request, request.node, isGuarded);
    }
    node = kind === Kind.Function ? tree.next[node]! : node + 1;
  }
  return found;
}

function* requestsOf(tree: PythonTree, node: number): Iterable<{ request: ImportRequest; node: number }> {
  for (const { module, level, name, nameAt } of importedThings(tree, node))
    yield { request: { module, level, ...(name === undefined ? {} : { name }) }, node: nameAt };
}

/** What is imported for an annotation is a type: operators such as `|` are for it. */
function isInAnnotation(tree: PythonTree, span: Span): boolean {
  for (let node = 0; node < tree.count; node++)
    if (tree.kind[node] === Kind.Annotation && tree.start[node]! <= span.start && span.end <= tree.end[node]!)
      return true;
  return false;
}

function classesOf(run: ModuleRun, tree: PythonTree): Map<number, PyClass> {
  const found = new Map<number, PyClass>();
  const waiting: PyValue[] = [...run.names.values()].map(({ value }) => value);
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    const type = classIn(value);
    if (type?.written?.tree !== tree || found.has(type.written.node)) continue;
    found.set(type.written.node, type);
    for (const entry of run.contentOf(type.names).entries.values()) waiting.push(entry.value);
    waiting.push(...type.bases);
  }
  return found;
}

/** The class that a value is or, where a decorator may have changed it, was. */
export function classIn(value: PyValue): PyClass | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value.kind === 'class') return value;
  return value.kind === 'unknown' && value.was !== undefined ? classIn(value.was) : undefined;
}

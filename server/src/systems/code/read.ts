import type { Span } from '../../base/text';
import { FactParts, NO_PARTS } from '../../model/fact-parts';
import { DAMAGED, type ClassFact } from '../../model/class-outline';
import { nameText } from '../../syntax/python/literal';
import { afterData, Kind, type PythonTree, spanOf } from '../../syntax/python/tree';
import type { FactWriter, Source } from '../system';
import { Imports } from '../../syntax/python/imports';

/** Adds the classes of a Python file, and names that may be classes made by code. */
export function readClasses(source: Source, out: FactWriter): void {
  if (!MAY_SAY.test(source.text)) return;
  const tree = source.python('outline');
  for (const problem of tree.problems)
    out.problem({ code: 'code/damage', span: problem.span, message: problem.message, damage: true });
  const imports = new Imports(tree);
  for (let node = 0; node < tree.count;) {
    const kind = tree.kind[node];
    if (kind === Kind.Function) node = tree.next[node]!;
    else {
      if (kind === Kind.Class) addClass(tree, node, imports, source, out);
      else if (kind === Kind.Assign) addAssigned(tree, node, source, out);
      node = afterData(tree, node);
    }
  }
  if (tree.problems.length > 0) out.fact({ kind: DAMAGED, name: '', file: source.file }, NO_PARTS);
}

/**
 * A text without any of these declares no class, specification or contract, nor is it one that damage hides; it names nothing of a registry, which
 * damage would make uncertain, and has no suppressions. Looking for words takes a hundredth of the time of reading, and
 * most files of a repository need no more.
 */
const MAY_SAY =
  /\bclass[\s\\]|(?:Builder|Config|Hyperparameters)\b|registry|compatible_sources|StepSpecification|Contract\b/;

function addClass(tree: PythonTree, node: number, imports: Imports, { file }: Source, out: FactWriter): void {
  const bases: string[] = [];
  const baseSpans: Span[] = [];
  let name = -1;
  let dynamic = false;
  let abstract = false;
  for (let child = node + 1; child < tree.next[node]!; child = tree.next[child]!) {
    if (tree.kind[child] === Kind.Name) name = child;
    else if (tree.kind[child] === Kind.Body) abstract ||= hasAbstractMethod(tree, child);
    else if (tree.kind[child] === Kind.Bases)
      for (let base = child + 1; base < tree.next[child]!; base = tree.next[base]!) {
        const text = nameText(tree, tree.kind[base] === Kind.Subscript ? base + 1 : base);
        if (tree.kind[base] === Kind.Keyword)
          abstract ||= nameText(tree, tree.next[base + 1]!)?.endsWith('ABCMeta') ?? false;
        else if (text === undefined) dynamic = true;
        else {
          bases.push(imports.resolve(text));
          abstract ||= text === 'ABC' || text.endsWith('.ABC');
          baseSpans.push(spanOf(tree, base));
        }
      }
  }
  const text = name < 0 ? undefined : nameText(tree, name);
  if (text === undefined) return;
  const fact: ClassFact = { kind: 'class', name: text, file, bases, dynamic, abstract };
  const parts = new FactParts(spanOf(tree, node), spanOf(tree, name));
  for (const base of baseSpans) parts.field(base);
  out.fact(fact, parts);
}

function hasAbstractMethod(tree: PythonTree, body: number): boolean {
  for (let node = body + 1; node < tree.next[body]!; node++)
    if (tree.kind[node] === Kind.Decorator && /\babstract(method|property)$/.test(nameText(tree, node + 1) ?? ''))
      return true;
  return false;
}

/** What the names of classes that registries name hold, behind their beginning. */
const COMPONENT = /.(?:Builder|Config|Hyperparameters)/;

/** `XStepBuilder = make_builder(…)`: a class may stand behind the name, but no text says what it is. */
function addAssigned(tree: PythonTree, node: number, { file }: Source, out: FactWriter): void {
  const target = node + 1;
  const name = tree.kind[target] === Kind.Target ? nameText(tree, target + 1) : undefined;
  if (name === undefined || !/^[A-Z]\w*$/.test(name) || !COMPONENT.test(name)) return;
  const fact: ClassFact = { kind: 'class', name, file, bases: [], dynamic: true, abstract: false };
  out.fact(fact, new FactParts(spanOf(tree, target)));
}

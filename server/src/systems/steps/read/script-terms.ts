import { FactParts } from '../../../model/fact-parts';
import { fileName } from '../../../base/paths';
import { firstLine } from '../../../base/text';
import { nameText, stringValue } from '../../../syntax/python/literal';
import { afterData, children, Kind, NONE, type PythonTree, spanOf, textOf, valueOf } from '../../../syntax/python/tree';
import type { FactWriter, Source } from '../../system';
import type { Term, TermsFact } from '../terms';
import { readScriptPaths } from './script-paths';

/** A script without any of these words gives no terms, so that it need not be read. */
export const SCRIPT_WORDS = /environ|getenv|add_argument|input_paths|output_paths/;

/** Reads what a script needs: paths, arguments, environment variables. Takes an outline. */
export function writeScriptTerms({ file, text }: Source, tree: PythonTree, out: FactWriter): void {
  const terms: Term[] = [];
  const parts = new FactParts(firstLine(text));
  const { loaded, adding } = readCalls(tree, (term, node) => {
    terms.push(term);
    parts.field(spanOf(tree, node));
  });
  for (const { name, start, end, isRequired } of variablesIn(text, loaded)) {
    terms.push({ of: 'variable', name, ...(isRequired ? { required: true } : {}) });
    parts.field({ start, end });
  }
  const main = /^if __name__ ==/m.exec(text)?.index;
  for (const { term, start, end } of main === undefined ? [] : readScriptPaths(text, main)) {
    terms.push(term);
    parts.field({ start, end });
  }
  // A call that is not in the outline has no string, so that code decides which argument it adds.
  const isOpen = adding !== text.split('add_argument(').length - 1 || !isOneParser(text);
  const open = isOpen ? (['argument', ...ALWAYS_OPEN] as const) : ALWAYS_OPEN;
  const fact: TermsFact = { kind: 'terms', name: fileName(file.path), file, by: 'script', terms, open };
  out.fact(fact, parts);
}

/** Code may always read more variables, and more paths. */
const ALWAYS_OPEN = ['input', 'output', 'variable'] as const;

const ENVIRONMENTS: ReadonlySet<string> = new Set(['os.environ', 'environ']);

/**
 * Reads the arguments of parsers; returns how many calls say which arguments they add, and where the strings stand that are looked
 * up in the environment with `[…]`.
 */
function readCalls(
  tree: PythonTree,
  add: (term: Term, node: number) => void,
): { readonly loaded: ReadonlySet<number>; readonly adding: number } {
  const loaded = new Set<number>();
  let adding = 0;
  for (let node = 0; node < tree.count; node = afterData(tree, node)) {
    if (tree.kind[node] === Kind.Call) {
      if (nameText(tree, node + 1)?.endsWith('.add_argument') === true && readArgument(tree, node, add)) adding++;
    } else if (tree.kind[node] === Kind.Subscript && ENVIRONMENTS.has(nameText(tree, node + 1) ?? ''))
      if (!isAssigned(tree, node)) loaded.add(tree.start[node + 2]!);
  }
  return { loaded, adding };
}

/** Whether a subscript is given a value: an outline does not tell targets from other expressions. */
function isAssigned(tree: PythonTree, node: number): boolean {
  const end = tree.end[node]!;
  return /^\s*[-+|]?=(?!=)/.test(tree.text.slice(end, end + 8));
}

/**
 * Reads `parser.add_argument("--job_type", required=True)`; arguments without dashes are left out. Returns whether the text says which
 * arguments the call adds.
 */
function readArgument(tree: PythonTree, call: number, add: (term: Term, node: number) => void): boolean {
  const given = children(tree, call).slice(1);
  const names = given.filter(node => tree.kind[node] !== Kind.Keyword);
  if (names.some(node => stringValue(tree, node) === undefined)) return false;
  const required = names.length === 1 && given.some(node => isRequired(tree, node));
  for (const node of names) {
    const name = stringValue(tree, node) ?? '';
    if (name.startsWith('--')) add({ of: 'argument', name: name.slice(2), required }, node);
  }
  return true;
}

/** Whether an argument of a call is `required=True`. */
function isRequired(tree: PythonTree, node: number): boolean {
  if (tree.kind[node] !== Kind.Keyword || nameText(tree, node + 1) !== 'required') return false;
  const value = valueOf(tree, node);
  return value !== NONE && textOf(tree, value) === 'True';
}

interface Variable {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  isRequired: boolean;
}

/**
 * The strings of a text that are environment variables by their looks, each where it is first mentioned. One is required if it is looked up with
 * `os.environ[…]` wherever it is mentioned, and nothing catches the KeyError.
 */
function variablesIn(text: string, loaded: ReadonlySet<number>): Iterable<Variable> {
  const catches = text.includes('KeyError');
  const variables = new Map<string, Variable>();
  for (const match of text.matchAll(/(["'])([A-Z][A-Z0-9_]+)\1/g)) {
    const [whole, , name = ''] = match;
    const isRequired = !catches && loaded.has(match.index);
    const known = variables.get(name);
    if (known !== undefined) known.isRequired &&= isRequired;
    else variables.set(name, { name, start: match.index, end: match.index + whole.length, isRequired });
  }
  return variables.values();
}

/** Whether all arguments of a script are those of one parser that refuses others. */
function isOneParser(text: string): boolean {
  const parser = text.indexOf('ArgumentParser(');
  return (
    parser >= 0 &&
    !text.includes('ArgumentParser(', parser + 1) &&
    text.includes('.parse_args()') &&
    !/parse_known_args|add_subparsers|ArgumentParser\([^()]*\bparents\b|sys\.argv|[(,]\s*parser\b/.test(text)
  );
}

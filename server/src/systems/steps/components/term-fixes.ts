import { truncateName } from '../../../base/message-text';
import { nearest } from '../../../base/similarity';
import { Part } from '../../../model/fact';
import type { Container, Fix, FixEdit, NewCall, NewKeyword } from '../../../model/fix';
import type { Value } from '../../../model/value';
import { fieldOfSection, keywordOf, type Section, type Term, type TermKind, type TermsFact, termsOf } from '../terms';

/** The quick fixes of what contracts, specifications, builders and scripts say of each other. None is made without a person looking. */

/** The term of a kind with the name most like `name` among those that `isFree`, if any is like it. */
export function nearestTerm(
  name: string,
  fact: TermsFact,
  kind: TermKind,
  isFree: (term: Term) => boolean,
): { readonly term: Term; readonly index: number } | undefined {
  const free = termsOf(fact, kind).filter(({ term }) => isFree(term));
  const meant = nearest(
    name,
    free.map(({ term }) => term.name),
  );
  return free.find(({ term }) => term.name === meant);
}

/** Gives the term at `index` another name; one that a constant stands for is left alone. */
export function renameTerm(fact: TermsFact, index: number, name: string): Fix {
  return { title: `Change to '${truncateName(name)}'`, safe: false, edits: [stringEdit(fact, index, name)] };
}

/** Gives the term at `index` another text wherever its file has it: scripts and builders mention one thing more than once. */
export function changeEverywhere(fact: TermsFact, index: number, text: string): Fix {
  const edit = { do: 'replace-string', at: { fact, part: Part.fieldName(index) }, text, everywhere: true } as const;
  const where = fact.by === 'builder' ? ' in the builder' : '';
  return { title: `Change to '${truncateName(text)}'${where}`, safe: false, edits: [edit] };
}

/** Takes the item of a list that is the term at `index` out of it. */
export function removeTerm(fact: TermsFact, index: number): Fix {
  const edit = { do: 'remove-item', at: { fact, part: Part.fieldName(index) } } as const;
  return { title: `Remove '${truncateName(fact.terms[index]?.name ?? '')}'`, safe: false, edits: [edit] };
}

/** Adds a variable to those that a contract requires. */
export function requireVariable(contract: TermsFact, name: string): Fix {
  const edit = {
    do: 'add-member',
    in: sectionOf(contract, 'required variables', 'list'),
    member: { value: name },
  } as const;
  return {
    title: `Add '${truncateName(name)}' to the required variables of '${truncateName(contract.name)}'`,
    safe: false,
    edits: [edit],
  };
}

/**
 * Gives a specification the input or output `name` of its contract: under the name of one that has it as an alias or is spelled like
 * it, or as one more.
 */
export function portFixes(specification: TermsFact, of: 'input' | 'output', name: string, contract: TermsFact): Fix[] {
  const wanted = new Set(termsOf(contract, of).map(({ term }) => term.name));
  const alias = of === 'output' ? termsOf(specification, 'alias').find(({ term }) => term.name === name) : undefined;
  const like = alias?.term.output ?? nearestTerm(name, specification, of, term => !wanted.has(term.name))?.term.name;
  const isFree = like !== undefined && !wanted.has(like);
  const fixes = [
    isFree ? renamePort(specification, of, like, name, alias?.index) : undefined,
    addPort(specification, of, name),
  ];
  return fixes.flatMap(fix => fix ?? []);
}

/**
 * Gives a dependency or an output another name, and its property path as well if that has the name. If the alias at `alias` has the
 * name already, the two are exchanged.
 */
function renamePort(
  specification: TermsFact,
  of: 'input' | 'output',
  from: string,
  to: string,
  alias: number | undefined,
): Fix | undefined {
  if (of === 'output' && isTaken(specification, to, alias)) return undefined;
  const edits = specification.terms.flatMap((term, index) => {
    if (index === alias) return [stringEdit(specification, index, from)];
    if (term.of === of && term.name === from) return [stringEdit(specification, index, to)];
    const path =
      of === 'output' && term.of === 'property' && term.output === from ? withOutput(term.name, from, to) : '';
    return path === '' || path === term.name ? [] : [stringEdit(specification, index, path)];
  });
  const what = of === 'input' ? 'dependency' : 'output';
  const rest = alias === undefined ? '' : `, with '${truncateName(from)}' as its alias`;
  return { title: `Rename the ${what} '${truncateName(from)}' to '${truncateName(to)}'${rest}`, safe: false, edits };
}

/** Adds a dependency or an output to a specification like the last one; nothing where it has none that the new one could be like. */
function addPort(specification: TermsFact, of: 'input' | 'output', name: string): Fix | undefined {
  if (of === 'output' && isTaken(specification, name)) return undefined;
  const value = portCall(specification, of, name);
  if (value === undefined) return undefined;
  const section = of === 'input' ? 'inputs' : 'outputs';
  const edit: FixEdit = { do: 'add-member', in: sectionOf(specification, section, 'mapping'), member: { name, value } };
  const what = of === 'input' ? 'the optional dependency' : 'the output';
  return { title: `Add ${what} '${truncateName(name)}' to the specification`, safe: false, edits: [edit] };
}

/** Gives a contract the path of an input or output: one of its own below the folder where the run time mounts those. */
export function mapPort(contract: TermsFact, of: 'input' | 'output', name: string): Fix {
  const path = `/opt/ml/processing/${of}/${name}`;
  const value = contract.inInterface === true ? new Map([['path', path]]) : path;
  const container = sectionOf(contract, of === 'input' ? 'inputs' : 'outputs', 'mapping');
  const title = `Add the ${of} '${truncateName(name)}' to the contract`;
  return { title, safe: false, edits: [{ do: 'add-member', in: container, member: { name, value } }] };
}

/** Whether an output or alias of a specification, other than the term at `except`, has a name that is the same for the run time. */
function isTaken(specification: TermsFact, name: string, except?: number): boolean {
  const folded = name.trim().toLowerCase();
  if (specification.open.includes('alias')) return true;
  return specification.terms.some(
    (term, i) =>
      i !== except && (term.of === 'output' || term.of === 'alias') && term.name.trim().toLowerCase() === folded,
  );
}

/** A property path of one output of a processing job as that of another. */
export function withOutput(path: string, from: string, to: string): string {
  return path
    .replace(`Outputs['${from}']`, () => `Outputs['${to}']`)
    .replace(`Outputs["${from}"]`, () => `Outputs["${to}"]`);
}

/** Puts another text in place of the string that gives the term at `index` its name. */
export function stringEdit(fact: TermsFact, index: number, text: string): FixEdit {
  return { do: 'replace-string', at: { fact, part: Part.fieldName(index) }, text };
}

function sectionOf(fact: TermsFact, section: Section, is: 'list' | 'mapping'): Container {
  const base = { fact, field: fieldOfSection(fact, section) };
  const name = fact.inInterface === true ? keyOf(fact, section) : keywordOf(fact.by, section);
  if (name === undefined) return base;
  const isVariable = fact.inInterface === true && section.endsWith(' variables');
  return { ...base, orAs: { name, is, of: sectionOf(fact, isVariable ? 'variables' : 'all', 'mapping') } };
}

/** The key of a section in an interface. */
function keyOf({ by }: TermsFact, section: Section): string | undefined {
  if (section === 'all') return undefined;
  if (section === 'variables') return 'env_vars';
  if (section === 'inputs' && by === 'specification') return 'dependencies';
  return section.replace(' variables', '');
}

/** A new dependency or output, like the last one of the specification. An output is only like one that is found by its name. */
function portCall(specification: TermsFact, of: 'input' | 'output', name: string): NewCall | undefined {
  const paths = new Map<string, string>(
    termsOf(specification, 'property').map(({ term }) => [term.output ?? '', term.name]),
  );
  const like = termsOf(specification, of).findLast(
    ({ term }) => of === 'input' || paths.get(term.name)?.includes(`Outputs[`) === true,
  );
  if (like === undefined) return undefined;
  const path = withOutput(paths.get(like.term.name) ?? '', like.term.name, name);
  const keywords: readonly NewKeyword[] =
    of === 'input'
      ? [keyword('logical_name', name), keyword('dependency_type'), keyword('required', false)]
      : [keyword('logical_name', name), keyword('output_type'), keyword('property_path', path), keyword('data_type')];
  return { like: { fact: specification, part: Part.fieldValue(like.index) }, keywords };
}

function keyword(name: string, value?: Value): NewKeyword {
  return value === undefined ? { name } : { name, value };
}

import type { Fact } from '../../model/fact';

/**
 * What a term is about. An `alias` and a `property` (the property path) belong to an output; a `direct input` is a name among
 * `patterns.direct_input_keys` of an interface, a `skipped input` one that its script loads by itself; an `attribute` is one of its config that a builder reads.
 */
export type TermKind =
  | 'input'
  | 'output'
  | 'alias'
  | 'property'
  | 'argument'
  | 'variable'
  | 'direct input'
  | 'skipped input'
  | 'attribute';

/** All kinds of terms. */
export const EVERY_KIND: readonly TermKind[] = [
  'alias',
  'argument',
  'attribute',
  'direct input',
  'input',
  'output',
  'property',
  'skipped input',
  'variable',
];

/** One thing that a step needs or gives: an input, an output, an argument of its script, an environment variable. */
export interface Term {
  readonly of: TermKind;
  /** The logical name, the argument without its dashes, the variable, the alias, or the property path. */
  readonly name: string;
  /** The output that an alias or a property path belongs to. */
  readonly output?: string;
  /**
   * Whether the step stops without it; absent where nothing says so. Of a script: whether it raises an error, or its parser
   * refuses to go on. Absent where it only mentions the name.
   */
  readonly required?: boolean;
  /** The path in the container. */
  readonly path?: string;
  /** The type of a dependency or an output, as the run time spells it: `processing_output`. */
  readonly type?: string;
  /** What a dependency or output holds, such as `String`; absent for an address in S3. */
  readonly dataType?: string;
  /** The steps or categories that a dependency may be met by, as far as the text gives them; absent where there are none. */
  readonly sources?: readonly string[];
  /** Words that an output is likely to have in its name. */
  readonly keywords?: readonly string[];
  /** Code decides more of a dependency than the text gives, so that it cannot be told which outputs meet it. */
  readonly isOpen?: true;
}

/** The variable of a contract, and the module that it is imported from as written; empty for one of the same file. */
export interface ContractName {
  readonly variable: string;
  readonly module: string;
}

/**
 * What one text says that a step needs and gives. The fact's name is the variable that holds the contract or the specification, the
 * step type of an interface, the file name of a script, or the step's name in the file name of a builder.
 *
 * - `contract`, `specification`: what they list
 * - `script`: the paths that it starts its work with, the arguments of its parser, the environment variables that it mentions
 * - `builder`: the arguments that it starts the script with, whatever it mentions that looks like an environment variable, and the
 *   attributes of its config that it cannot do without
 * - `config`: the arguments and variables likewise, where builders are made from interfaces and ask the config for them
 *
 * The spans of `terms[i]` are `Part.fieldName(i)`, its name, and `Part.fieldValue(i)`, the whole of it. Behind the terms of a contract or
 * a specification stand its sections: see `fieldOfSection`.
 */
export interface TermsFact extends Fact {
  readonly kind: 'terms';
  readonly by: 'contract' | 'specification' | 'script' | 'builder' | 'config';
  /** Whether the terms are a section of a `*.step.yaml`. */
  readonly inInterface?: true;
  readonly terms: readonly Term[];
  /** The kinds of which code may decide more than the text gives: of these, nothing that is absent may be called so. */
  readonly open: readonly TermKind[];
  /** What a specification says its step is called, with its job type; absent where code decides. */
  readonly stepType?: string;
  /** The contract that a specification names. */
  readonly contract?: ContractName;
  /** The script that a contract names. */
  readonly entryPoint?: string;
  /** The class of the config of a builder, or that of its own file. */
  readonly config?: string;
}

/** Whether a fact says terms of a step: its inputs, outputs, variables or arguments. */
export function isTerms(fact: Fact): fact is TermsFact {
  return fact.kind === 'terms';
}

/** Whether a fact is what an interface says as a contract or as a specification. */
export function isSectionOf(fact: Fact, by: 'contract' | 'specification'): fact is TermsFact {
  return isTerms(fact) && fact.inInterface === true && fact.by === by;
}

/** The terms of one kind, each with its index among all terms of the fact. */
export function termsOf(fact: TermsFact, kind: TermKind): { readonly term: Term; readonly index: number }[] {
  return fact.terms.flatMap((term, index) => (term.of === kind ? [{ term, index }] : []));
}

/** The lists of a contract or specification that its terms stand in, in the order of their parts. `all` is that which holds the others. */
export const SECTIONS = [
  'all',
  'inputs',
  'outputs',
  'arguments',
  'variables',
  'required variables',
  'optional variables',
] as const;

/** A section of an interface that has terms. */
export type Section = (typeof SECTIONS)[number];

/** The field of a contract or specification that a section is; it stands where the name of the fact does if the text has no such section. */
export function fieldOfSection(fact: TermsFact, section: Section): number {
  return fact.terms.length + SECTIONS.indexOf(section);
}

/** The keyword argument that gives a contract or specification written in Python a section. */
export function keywordOf(by: TermsFact['by'], section: Section): string | undefined {
  return by === 'contract' ? CONTRACT_KEYWORDS[section] : SPECIFICATION_KEYWORDS[section];
}

type Words = Readonly<Partial<Record<Section, string>>>;

const CONTRACT_KEYWORDS: Words = {
  inputs: 'expected_input_paths',
  outputs: 'expected_output_paths',
  arguments: 'expected_arguments',
  'required variables': 'required_env_vars',
  'optional variables': 'optional_env_vars',
};

const SPECIFICATION_KEYWORDS: Words = { inputs: 'dependencies', outputs: 'outputs' };

import type { AlignedFile, Alignment, AlignmentCell, AlignmentItem } from '../../../model/explanation';
import { Part } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { Term, TermKind, TermsFact } from '../terms';
import {
  giverOfContract,
  isOfPlatform,
  mayLackPaths,
  mayLackTerms,
  meetsPath,
  scriptOfContract,
  specificationsOfContract,
} from './terms';

/**
 * What a contract, its specifications, its builder and its script say of what their step needs and gives. A builder that is known
 * otherwise than by its file name is `builder`.
 */
export function alignmentOf(
  contract: TermsFact,
  lookup: Lookup,
  builder = giverOfContract(contract, lookup),
): Alignment {
  const specifications = specificationsOfContract(contract, lookup).slice(0, MOST_SPECIFICATIONS);
  const script = scriptOfContract(contract, lookup);
  const sides = [contract, ...specifications, builder, script].flatMap(fact => fact ?? []);
  const team: Team = { contract, builder, script, sides };
  return {
    files: sides.map(fileOf),
    items: KINDS.flatMap(kind => [...itemsOf(kind, team), ...strayPaths(kind, team)]),
  };
}

/** A step whose job types have a specification each has a handful. */
const MOST_SPECIFICATIONS = 20;

const KINDS = ['input', 'output', 'argument', 'variable'] as const;

type Kind = (typeof KINDS)[number];

/** The facts about one step. */
interface Team {
  readonly contract: TermsFact;
  readonly builder: TermsFact | undefined;
  readonly script: TermsFact | undefined;
  /** The files that are compared, in the order of the columns. */
  readonly sides: readonly TermsFact[];
}

function fileOf(fact: TermsFact): AlignedFile {
  const isSection = fact.by === 'contract' || fact.by === 'specification';
  return { role: fact.by, at: { fact, part: isSection ? Part.name : Part.whole } };
}

function itemsOf(kind: Kind, team: Team): AlignmentItem[] {
  const names = new Set<string>();
  for (const side of team.sides) for (const term of side.terms) if (counts(kind, term, side)) names.add(term.name);
  return [...names].map(name => ({ kind, name, cells: team.sides.map(side => cellOf(kind, name, side, team)) }));
}

/** Whether a term makes a row: not what looks like a variable in a builder or a script, nor the names that a script has for paths. */
function counts(kind: Kind, { of, name, required }: Term, { by }: TermsFact): boolean {
  if (of !== kind) return false;
  if (by === 'contract' || by === 'specification') return true;
  if (kind === 'argument') return by === 'script' || required === true;
  return kind === 'variable' && by === 'script' && required === true && !isOfPlatform(name);
}

function cellOf(kind: Kind, name: string, side: TermsFact, team: Team): AlignmentCell | null {
  const isPort = kind === 'input' || kind === 'output';
  if (side.by === 'specification' && !isPort) return null;
  if ((side.by === 'builder' || side.by === 'config') && isPort) return null;
  if (side.by === 'script' && isPort) return pathCell(kind, name, side, team);
  const index = side.terms.findIndex(term => term.of === kind && term.name === name);
  const term = side.terms[index];
  if (term !== undefined) return { status: statusOf(term, side), at: { fact: side, part: Part.fieldName(index) } };
  return { status: isNeeded(kind, name, side, team) ? absence(side, kind) : 'not mentioned' };
}

function statusOf({ of, required }: Term, { by }: TermsFact): AlignmentCell['status'] {
  // Of an argument, a builder's `required` says that it is given.
  if (required === undefined || by === 'builder' || by === 'config') return 'there';
  if (of === 'argument' && by === 'contract') return 'there';
  if (of === 'variable' && by === 'script') return required ? 'required' : 'there';
  return required ? 'required' : 'optional';
}

function absence(side: TermsFact, kind: TermKind): AlignmentCell['status'] {
  return side.open.includes(kind) || mayLackTerms(side) ? 'cannot tell' : 'missing';
}

/** Whether a side has to have what another one says, so that its lack is a gap. */
function isNeeded(kind: Kind, name: string, side: TermsFact, { contract, builder, script }: Team): boolean {
  const has = (fact: TermsFact | undefined, required?: boolean): boolean =>
    fact?.terms.some(
      term => term.of === kind && term.name === name && (required === undefined || term.required === required),
    ) === true;
  if (kind === 'input' || kind === 'output') return side.by === 'specification' && has(contract);
  if (kind === 'variable') return side.by === 'contract' && has(script, true) && !has(builder);
  if (side === builder) return has(script, true);
  return (
    side.by === 'script' &&
    has(builder, true) &&
    !side.terms.some(each => each.of === kind && each.name.startsWith(name))
  );
}

/** Where a script works with the path of an input or output of the contract: it may call it by another name. */
function pathCell(kind: Kind, name: string, script: TermsFact, { contract }: Team): AlignmentCell | null {
  const path = contract.terms.find(term => term.of === kind && term.name === name)?.path;
  if (path === undefined || !script.terms.some(term => term.of === kind)) return null;
  const exact = script.terms.findIndex(term => term.of === kind && term.path === path);
  const index =
    exact >= 0
      ? exact
      : script.terms.findIndex(term => term.of === kind && term.path !== undefined && meetsPath(term.path, path));
  if (index < 0) return { status: 'not mentioned' };
  return { status: 'there', at: { fact: script, part: Part.fieldName(index) } };
}

/** The paths of inputs or outputs of a script that its contract does not have. */
function strayPaths(kind: Kind, { contract, script, sides }: Team): AlignmentItem[] {
  const paths = contract.terms.flatMap(({ path }) => path ?? []);
  return (script?.terms ?? []).flatMap(({ of, path }, index): AlignmentItem[] => {
    if (of !== kind || !path?.startsWith(`/opt/ml/processing/${kind}`) || paths.some(each => meetsPath(path, each)))
      return [];
    const cells = sides.map((side): AlignmentCell | null => {
      if (side.by === 'contract') return { status: mayLackPaths(side) ? 'cannot tell' : 'missing' };
      return side === script ? { status: 'there', at: { fact: side, part: Part.fieldName(index) } } : null;
    });
    return [{ kind: of, name: path, cells }];
  });
}

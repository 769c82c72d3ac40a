import { classKey, type ClassFact } from '../../../model/class-outline';
import type { Lookup } from '../../../model/lookup';
import { unseenAnywhere } from '../../../model/unseen';
import { isMembers, type MembersFact } from '../facts';
import { workspaceDirectory } from '../layout';
import type { TermsFact } from '../terms';
import { classesByPlace, classesVisibleFrom } from './classes';
import { lineageOf } from './inheritance';

/** What the objects of a class have, from itself and all that it derives from. */
export interface Members {
  readonly names: ReadonlySet<string>;
  /** The methods that nobody has written yet: there can be no object of the class. */
  readonly unwritten: readonly string[];
  /** Whoever makes an object may give it fields which the class does not declare. */
  readonly extras: boolean;
}

/** The members of a class; undefined unless all that it derives from is in sight and says what it has. */
export function membersOf(fact: ClassFact, lookup: Lookup): Members | undefined {
  if (unseenAnywhere(lookup) !== undefined) return undefined;
  const lineage = lineageOf(fact, lookup);
  const facts = lineage?.map(each => membersFactOf(each, lookup));
  if (facts?.every(each => each !== undefined && each.open !== true) !== true) return undefined;
  const written = new Set(facts.flatMap(each => each?.own.split(' ') ?? []));
  const abstract = facts.flatMap(each => each?.abstract?.split(' ') ?? []);
  return {
    names: new Set([...written, ...abstract]),
    unwritten: [...new Set(abstract)].filter(name => !written.has(name)),
    extras: facts.some(each => each?.extras === true),
  };
}

function membersFactOf({ name, file }: ClassFact, lookup: Lookup): MembersFact | undefined {
  const [only, other] = (lookup.file(file.path)?.facts ?? []).filter(isMembers).filter(each => each.name === name);
  return other === undefined ? only : undefined;
}

/** The class of a builder's config and what it has, where both can be told. */
export function attributesGiven(
  builder: TermsFact,
  lookup: Lookup,
): { readonly config: ClassFact; readonly members: Members } | undefined {
  if (builder.config === undefined || lookup.providers(classKey(builder.config)).length === 0) return undefined;
  const classes = classesVisibleFrom(workspaceDirectory(builder.file.path), classesByPlace(builder.config, lookup));
  const [config, other] = classes;
  if (config === undefined || other !== undefined) return undefined;
  const members = membersOf(config, lookup);
  return members && { config, members };
}

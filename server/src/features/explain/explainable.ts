import { groupBy } from '../../base/collections';
import type { Context } from '../../model/explanation';
import { Part, type Fact } from '../../model/fact';
import type { Answers } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { nameOrMentionAt } from '../at-cursor/name-at';
import { contextOf, type Preferences } from '../context';
import { registriesOf, type Registry } from '../overviews/registries';

/** A name that can be explained, the system to ask, and the context to ask in. */
export interface Explainable {
  readonly name: string;
  readonly kind: string;
  readonly context: Context;
}

/** The name that can be explained for the text at `offset`, and the context that the text is read in. */
export function explainableAt(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
): Explainable | undefined {
  const found = nameOrMentionAt(workspace, path, offset, preferences);
  if (found === undefined) return undefined;
  const { answers, named, context } = found;
  const name = answers.describe(named, context, workspace.lookup)?.explain;
  return name === undefined ? undefined : { name, kind: answers.kind, context };
}

/**
 * What somebody means who asks without pointing at a name: what the text at `offset` names, else what the smallest fact around it
 * defines or belongs to, else the only thing that the file is about. Returns undefined where that is several things or none.
 */
export function explainableAround(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
): Explainable | undefined {
  const exact = explainableAt(workspace, path, offset, preferences);
  if (exact !== undefined) return exact;
  const owners = definitionsByFact(workspace);
  const context = contextOf(workspace, path, preferences);
  const asked = (facts: readonly Fact[]): Explainable | undefined => {
    const found = new Map<string, Explainable>();
    for (const fact of facts)
      for (const each of subjectsOf(fact, owners, workspace, context)) found.set(`${each.kind} ${each.name}`, each);
    const [only, ...others] = found.values();
    return others.length === 0 ? only : undefined;
  };
  for (const { fact } of workspace.placesAt(path, offset)) {
    const found = asked([fact]);
    if (found !== undefined) return found;
  }
  return asked(workspace.file(path)?.facts ?? []);
}

type Subjects = ReadonlyMap<Fact, readonly Pick<Explainable, 'name' | 'kind'>[]>;

function definitionsByFact(workspace: Workspace): Subjects {
  return groupBy(
    registriesOf(workspace).flatMap(({ definitions }) => definitions),
    ({ place }) => place.fact,
  );
}

/** What a fact defines; else what it belongs to; else the definitions that name the class or other part that it defines. */
function subjectsOf(fact: Fact, owners: Subjects, { answers, lookup }: Workspace, context: Context): Explainable[] {
  const own = owners.get(fact);
  if (own !== undefined) return own.map(({ name, kind }) => ({ name, kind, context }));
  return answers.flatMap(each => {
    const { kind } = each;
    const subjects = each.subjectsOf?.(fact, lookup) ?? [];
    if (subjects.length > 0) return subjects.map(name => ({ name, kind, context }));
    const named = each.symbolAt({ fact, part: Part.name }, lookup);
    if (named === undefined || !lookup.providers(named.key).includes(fact)) return [];
    const users = lookup.readers(named.key).flatMap(reader => owners.get(reader) ?? []);
    return users.map(user => ({ name: user.name, kind: user.kind, context }));
  });
}

/** A name to pick from a list. */
export interface ExplainableName {
  readonly name: string;
  readonly kind: string;
  /** The registry that it is in, in words: `core steps`. */
  readonly registry: string;
  readonly workspace: string | undefined;
  readonly description: string;
}

/** Every name that can be explained, by registry: those of the workspace at hand first. An empty name cannot be asked for. */
export function explainableByRegistry(workspace: Workspace, own: string | undefined): ExplainableName[] {
  const all = registriesOf(workspace);
  const isOwn = ({ workspace: id }: Registry): boolean => own !== undefined && id === own;
  const sorted = [...all.filter(isOwn), ...all.filter(each => !isOwn(each))];
  return sorted.flatMap(registry => namesIn(registry, systemOf(registry, workspace)));
}

function systemOf({ kind }: Registry, { answers }: Workspace): Answers | undefined {
  return answers.find(each => each.kind === kind);
}

function namesIn(
  { kind, plural, owner, workspace, definitions }: Registry,
  answers: Answers | undefined,
): ExplainableName[] {
  const registry = owner === '' ? `core ${plural}` : `${plural} of ${owner}`;
  return [...new Map(definitions.map(each => [each.name, each]))]
    .filter(([name]) => name !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => {
      const { description } = item.fields;
      const parts = [
        answers?.typeOf?.(item),
        item.reason ?? (typeof description === 'string' ? description : undefined),
      ];
      return {
        name,
        kind,
        registry,
        workspace,
        description: parts.filter(part => part !== undefined && part !== '').join(' · '),
      };
    });
}

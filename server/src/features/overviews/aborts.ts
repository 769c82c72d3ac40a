import type { Workspace } from '../../workspace';

/** What keeps everything of one discovery from being loaded, as its system says it. */
export type AbortItem = ReturnType<NonNullable<Workspace['answers'][number]['aborts']>>[number];

export function aborts({ answers, lookup }: Workspace): readonly AbortItem[] {
  return answers.flatMap(each => each.aborts?.(lookup) ?? []);
}

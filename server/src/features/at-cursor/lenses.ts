import type { Span } from '../../base/text';
import { Part, type Fact } from '../../model/fact';
import type { Answers, Lens, LensText } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { mentions } from './references';

export type { LensText } from '../../systems/system';

/** A line above a definition. */
export interface CodeLens {
  readonly span: Span;
  /** Absent for what is found out when it is shown: see `lensText`. */
  readonly text?: LensText;
  /** Finds it again, in the same text: which fact of the file, which of its lenses. */
  readonly id: readonly [number, number];
}

/** What stands above the definitions of a registry file; nothing for any other file. */
export function lenses(workspace: Workspace, path: string): readonly CodeLens[] | undefined {
  const facts = workspace.file(path)?.facts ?? [];
  const shown = facts.flatMap((fact, row) => {
    const span = workspace.span({ fact, part: Part.name });
    if (span === undefined) return [];
    return lensesOf(fact, workspace).map(({ shown: text }, i): CodeLens => ({
      span,
      id: [row, i],
      ...(text === undefined ? {} : { text }),
    }));
  });
  return shown.length === 0 ? undefined : shown;
}

/** What a lens says; nothing when there is no such lens any more, or nothing to say. */
export function lensText(workspace: Workspace, path: string, [row, index]: CodeLens['id']): LensText | undefined {
  const fact = workspace.file(path)?.facts[row];
  const lens = fact && lensesOf(fact, workspace)[index];
  return lens?.shown ?? lens?.more?.(workspace.lookup);
}

/** Those of the systems, then how often the definition is named. */
function lensesOf(fact: Fact, workspace: Workspace): Lens[] {
  return workspace.answers.flatMap(answers => {
    const own = answers.lenses?.(fact, workspace.lookup) ?? [];
    return own.length === 0 ? [] : [...own, { more: () => referencesText(fact, answers, workspace) }];
  });
}

function referencesText(fact: Fact, answers: Answers, workspace: Workspace): LensText | undefined {
  const named = answers.named({ fact, part: Part.name }, workspace.lookup);
  if (named === undefined) return undefined;
  const places = mentions(workspace, answers, named).flatMap(({ place, defines }) =>
    defines || place === undefined ? [] : [place],
  );
  return { title: places.length === 1 ? '1 reference' : `${places.length} references`, places };
}

import type { Span } from '../../base/text';
import { Part, type Fact } from '../../model/fact';
import type { Answers, Lens, LensText, NamedSymbol } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { occurrencesOf } from './references';

export type { LensText } from '../../systems/system';

/** A line above a definition. */
export interface CodeLens {
  readonly span: Span;
  /** Absent if the text is only computed when the lens is shown: see `lensText`. */
  readonly text?: LensText;
  /**
   * Identifies the lens as long as the text stays the same: index of the fact in its file, index of the lens of the
   * fact.
   */
  readonly id: readonly [number, number];
}

/** The lenses above the definitions of a registry file. Returns undefined for any other file. */
export function lenses(workspace: Workspace, path: string): readonly CodeLens[] | undefined {
  const facts = workspace.file(path)?.facts ?? [];
  const all = facts.flatMap((fact, row) => {
    const span = workspace.span({ fact, part: Part.name });
    if (span === undefined) return [];
    return lensesOf(fact, workspace).map(({ text }, i): CodeLens => ({
      span,
      id: [row, i],
      ...(text === undefined ? {} : { text }),
    }));
  });
  return all.length === 0 ? undefined : all;
}

/** The text of a lens. Returns undefined if the lens exists no more, or if it has nothing to say. */
export function lensText(workspace: Workspace, path: string, [row, index]: CodeLens['id']): LensText | undefined {
  const fact = workspace.file(path)?.facts[row];
  const lens = fact && lensesOf(fact, workspace)[index];
  return lens?.text ?? lens?.resolve?.(workspace.lookup);
}

/** The lenses that systems show for a fact; if there are any and it has a name, a lens that counts the references follows them. */
function lensesOf(fact: Fact, workspace: Workspace): Lens[] {
  return workspace.answers.flatMap(answers => {
    const stated = answers.lenses?.(fact, workspace.lookup) ?? [];
    if (stated.length === 0) return [];
    const named = answers.symbolAt({ fact, part: Part.name }, workspace.lookup);
    return named === undefined ? stated : [...stated, { resolve: () => referencesText(named, answers, workspace) }];
  });
}

function referencesText(named: NamedSymbol, answers: Answers, workspace: Workspace): LensText {
  const places = occurrencesOf(workspace, answers, named).flatMap(({ place, isDefinition }) =>
    isDefinition || place === undefined ? [] : [place],
  );
  return { title: places.length === 1 ? '1 reference' : `${places.length} references`, places };
}

import { truncateName } from '../../../base/message-text';
import { MOST_CANDIDATES } from '../../../base/similarity';
import type { Place } from '../../../model/fact';
import type { Report } from '../../../model/finding';
import type { Fix } from '../../../model/fix';
import type { Lookup } from '../../../model/lookup';
import { coreOf, rowsIn } from '../define/core';
import { workspaceKey } from '../keys';
import { closest } from '../naming';

/**
 * The step that was most likely meant by `name`, among those of core and of the workspace `directory` (if any). The
 * answer depends on all names of these registries, so a rule should ask only if it has something to report.
 */
export function closestStep(name: string, directory: string | undefined, lookup: Lookup): string | undefined {
  return closest(name, candidatesFor(directory, lookup));
}

/** The names of the steps of core and of the workspace `directory` (if any). */
export function stepNamesFor(directory: string | undefined, lookup: Lookup): readonly string[] {
  return [...coreStepNames(lookup), ...workspaceStepNames(directory, lookup)];
}

/** The names that a proposal is made among; where there are too many for one, only as many as show that. */
function candidatesFor(directory: string | undefined, lookup: Lookup): readonly string[] {
  const [core, own] = [coreStepNames(lookup), workspaceStepNames(directory, lookup)];
  // Asked for at each wrong name, of which there may be as many as there are steps.
  if (core.length > MOST_CANDIDATES || own.length === 0) return core;
  return own.length > MOST_CANDIDATES ? own : [...core, ...own];
}

/** The names of the steps of core, gathered once. */
export function coreStepNames(lookup: Lookup): readonly string[] {
  return lookup.remember('step names:core', inner =>
    (coreOf(inner)?.headers ?? []).flatMap(header => rowsIn(header, inner).map(({ name }) => name)),
  );
}

function workspaceStepNames(directory: string | undefined, lookup: Lookup): readonly string[] {
  if (directory === undefined) return [];
  return lookup.remember(`step names:workspace ${directory}`, inner => {
    const headers = inner.providers(workspaceKey(directory)).filter(fact => fact.kind === 'registry');
    return headers.flatMap(header => rowsIn(header, inner).map(({ name }) => name));
  });
}

/** The quick fix "did you mean". */
export function replacementFix(meant: string, place: Place): Fix {
  return {
    title: `Change to '${truncateName(meant)}'`,
    safe: false,
    edits: [{ do: 'replace', at: place, text: meant }],
  };
}

/** A finding at a wrong word. If `meant` is known, the message asks "Did you mean …?" and a fix replaces the word. */
export function reportWithSuggestion(place: Place, message: string, meant: string | undefined): Report {
  if (meant === undefined) return { at: place, message };
  return {
    at: place,
    message: `${message}. Did you mean '${truncateName(meant)}'?`,
    fixes: [replacementFix(meant, place)],
  };
}

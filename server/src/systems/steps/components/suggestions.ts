import { truncateName } from '../../../base/message-text';
import type { Place } from '../../../model/fact';
import type { Report } from '../../../model/finding';
import type { Fix } from '../../../model/fix';
import type { Lookup } from '../../../model/lookup';
import { coreOf } from '../define/core';
import { isStep, type RegistryHeader } from '../facts';
import { workspaceKey } from '../keys';
import { closest } from '../naming';

/**
 * The step that was most likely meant by `name`, among those of core and of the workspace `directory` (if any). The
 * answer depends on all names of these registries, so a rule should ask only if it has something to report.
 */
export function closestStep(name: string, directory: string | undefined, lookup: Lookup): string | undefined {
  return closest(name, stepNamesFor(directory, lookup));
}

/** The names of the steps of core and of the workspace `directory` (if any). */
export function stepNamesFor(directory: string | undefined, lookup: Lookup): string[] {
  return [...coreStepNames(lookup), ...workspaceStepNames(directory, lookup)];
}

export function coreStepNames(lookup: Lookup): string[] {
  return (coreOf(lookup)?.headers ?? []).flatMap(header => stepNamesIn(header, lookup));
}

function workspaceStepNames(directory: string | undefined, lookup: Lookup): string[] {
  if (directory === undefined) return [];
  const headers = lookup.providers(workspaceKey(directory)).filter(fact => fact.kind === 'registry');
  return headers.flatMap(header => stepNamesIn(header, lookup));
}

/**
 * The names of the rows in a registry file. Goes by way of the lookup, so that the answer is invalidated with the file.
 */
function stepNamesIn(header: RegistryHeader, lookup: Lookup): string[] {
  return (lookup.file(header.file.path)?.facts ?? []).filter(isStep).map(({ name }) => name);
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

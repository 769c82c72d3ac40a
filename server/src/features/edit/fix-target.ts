import { lineStarts, type Span } from '../../base/text';
import { sameData } from '../../base/structural-equality';
import { Part, type Fact } from '../../model/fact';
import type { Workspace } from '../../workspace';

/** A file to edit, with the very text that its spans were made for. */
export interface EditTarget {
  readonly workspace: Workspace;
  readonly path: string;
  readonly text: string;
}

/** Returns undefined if the file cannot be read, or if its text on disk is no longer the one that was read. */
export function editTargetAt(workspace: Workspace, path: string): EditTarget | undefined {
  const text = workspace.text(path);
  const starts = workspace.lineStarts(path);
  if (text === undefined || starts === undefined) return undefined;
  return sameData([...lineStarts(text)], [...starts]) ? { workspace, path, text } : undefined;
}

/** The spans of all whole facts that the text shows. */
export function wholeSpans({ workspace, path }: EditTarget): Span[] {
  const facts = workspace.file(path)?.facts ?? [];
  return facts.flatMap(fact => workspace.span({ fact, part: Part.whole }) ?? []);
}

/** A field of an entry: from its name to the end of its value. */
export interface FieldSpan {
  readonly name: Span;
  readonly value: Span;
}

/** The fields of an entry, in the order of the text. A part that a fact lacks has the span of its name. */
export function fieldSpans({ workspace }: EditTarget, fact: Fact): FieldSpan[] {
  const own = workspace.span({ fact, part: Part.name });
  const fields: FieldSpan[] = [];
  for (;;) {
    const name = workspace.span({ fact, part: Part.fieldName(fields.length) });
    const value = workspace.span({ fact, part: Part.fieldValue(fields.length) });
    if (own === undefined || name === undefined || value === undefined || name.start === own.start) break;
    fields.push({ name, value });
  }
  return fields.sort((a, b) => a.name.start - b.name.start);
}

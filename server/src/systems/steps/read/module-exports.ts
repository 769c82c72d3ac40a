import type { Span } from '../../../base/text';
import { Kind, type PythonTree } from '../../../syntax/python/tree';

/** A name among `__all__`, and where its string stands. */
export interface ExportedName extends Span {
  readonly name: string;
}

/**
 * The names that a module says it exports: the strings of the one list or tuple that `__all__` is given. None where code has a part in
 * it, or may take some out; what code adds is left out. Reads the lists from the text, since an outline has none.
 */
export function exportedNames({ text, kind, start, count }: PythonTree): readonly ExportedName[] {
  if (!text.includes('__all__')) return [];
  const statements = new Set(start.subarray(0, count).filter((_, node) => kind[node] === Kind.Assign));
  // What begins no statement stands in a string.
  const given = [...text.matchAll(/^([ \t]*)__all__[ \t]*(?::[\w.[\], \t"']+)?=(?!=)[ \t]*/gm)].filter(
    ({ index, 1: indent = '' }) => statements.has(index + indent.length),
  );
  const [only] = given;
  if (only === undefined || given.length > 1 || only[1] !== '' || TAKES_OUT.test(text)) return [];
  return stringsOf(text, only.index + only[0].length) ?? [];
}

const TAKES_OUT = /__all__[ \t]*(?:\.(?:remove|pop|clear)\b|\[)|\bdel[ \t]+__all__/;

/** The strings of the list or tuple at an offset; undefined if it holds anything else. */
function stringsOf(text: string, at: number): ExportedName[] | undefined {
  if (text[at] !== '[' && text[at] !== '(') return undefined;
  const names: ExportedName[] = [];
  // A comment ends with its line, so that a text of comments can be cut up in one way only.
  const item = /(?:\s|#[^\n]*\n)*(?:(["'])(\w+)\1(?:\s|#[^\n]*\n)*(?:,|(?=[\])]))|([\])])(?![ \t]*[+*.[]))/y;
  item.lastIndex = at + 1;
  for (let match = item.exec(text); match !== null; match = item.exec(text)) {
    const [whole, , name, end] = match;
    if (end !== undefined) return names;
    if (name === undefined) return undefined;
    const start = match.index + whole.indexOf(name) - 1;
    names.push({ name, start, end: start + name.length + 2 });
  }
  return undefined;
}

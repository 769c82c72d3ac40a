import type { Term } from '../terms';

/** A path that a script works with, and the offsets of its value in the text. */
export interface ScriptPath {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
}

/**
 * The paths that a script calls its `main` with when it is started: `input_paths = {"data": "/opt/ml/…"}`. The names are the script's own,
 * and need not be those of its contract. Reads the text behind `if __name__ == "__main__"` by its lines, since a tree that has what is inside
 * such dicts would cost more than all else that is read of a script. A path that is no string, nor a name or an
 * entry of a table that the text gives one string, is left out.
 */
export function readScriptPaths(text: string, from: number): readonly ScriptPath[] {
  const found: ScriptPath[] = [];
  let names: ReadonlyMap<string, string | undefined> | undefined;
  for (const match of text.slice(from).matchAll(/^[ \t]+(input|output)_paths(?:\s*:[^=\n]{1,50})?\s*=\s*\{/gm)) {
    const of = match[1] === 'input' ? 'input' : 'output';
    for (const { key, value, start, end } of pairsFrom(text, from + match.index + match[0].length)) {
      names ??= stringsOf(text);
      const path = value.startsWith('"') || value.startsWith("'") ? value.slice(1, -1) : names.get(value);
      if (path !== undefined) found.push({ term: { of, name: key, path }, start, end });
    }
  }
  return found;
}

/** What names and entries of tables stand for, if a text gives them one string: `DIR`, `PATHS["DIR"]`. */
function stringsOf(text: string): ReadonlyMap<string, string | undefined> {
  const strings = new Map<string, string | undefined>();
  const put = (name: string, value: string): void => {
    strings.set(name, strings.has(name) ? undefined : value);
  };
  for (const match of text.matchAll(/^[ \t]*([A-Za-z_]\w*)[ \t]*=[ \t]*(.*)$/gm)) {
    const [whole, name = '', value = ''] = match;
    const quoted = /^(["'])([^"'\\]*)\1\s*(?:#.*)?$/.exec(value)?.[2];
    if (value.trimEnd() === '{')
      for (const pair of pairsFrom(text, match.index + whole.length))
        put(`${name}["${pair.key}"]`, pair.value.slice(1, -1));
    else put(name, quoted ?? '');
  }
  return strings;
}

interface Pair {
  readonly key: string;
  /** A string with its quotes, a name, or an entry of a table as `TABLE["KEY"]`. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The pairs of a dict that stand in lines of their own or side by side, up to its closing brace; others end the reading. */
function* pairsFrom(text: string, from: number): Iterable<Pair> {
  const pair =
    /\s*(?:#[^\n]*\n\s*)*(["'])([\w-]+)\1\s*:\s*(?:((["'])[^"'\\\n]*\4)|([A-Za-z_]\w*)(?:\[(["'])([\w-]+)\6\])?)\s*(?:,|(?=\}|#))/y;
  pair.lastIndex = from;
  for (let match = pair.exec(text); match !== null; match = pair.exec(text)) {
    const [whole, , key = '', quoted, , name = '', , entry] = match;
    const value = quoted ?? (entry === undefined ? name : `${name}["${entry}"]`);
    const start = match.index + whole.lastIndexOf(quoted ?? name);
    yield { key, value, start, end: start + (quoted ?? name).length };
  }
}

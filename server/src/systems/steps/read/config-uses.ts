import type { Span } from '../../../base/text';

/** An attribute of its config that a builder reads and that nothing around it makes optional; where it is read first. */
export interface ConfigUse extends Span {
  readonly name: string;
}

/** The class that a builder says its config has: the only one that the file annotates a config with. */
export function configClassIn(text: string): string | undefined {
  const names = new Set(Array.from(text.matchAll(ANNOTATED), ([, name]) => name));
  return names.size === 1 ? [...names][0] : undefined;
}

/** Where the classes stand that annotate their config: one that derives from them may be given a config that has more. */
function annotatedClasses(text: string): readonly Span[] {
  const classes = Array.from(text.matchAll(TOP_LEVEL_CLASS), ({ 0: { length }, index }): Span => {
    const body = index + length;
    const next = text.slice(body).search(/\n[^\s#)\]}]/);
    return { start: index, end: next < 0 ? text.length : body + next };
  });
  return classes.filter(({ start, end }) => text.slice(start, end).search(ANNOTATED) >= 0);
}

const TOP_LEVEL_CLASS = /^class\b.*/gm;

const ANNOTATED = /\bconfig\s*:\s*["']?(?:[\w.]+\.)?([A-Z]\w*Config\w*)\b/g;

/**
 * The attributes of `self.config` that the classes read which annotate their config. Left out is what the file assigns, what it asks for
 * with `hasattr` or `getattr` anywhere, and what is read in a `try`. Comments and strings other than f-strings are passed over.
 */
export function configUses(text: string): readonly ConfigUse[] {
  const optional = new Set(Array.from(text.matchAll(ASKED), ([, name]) => name));
  const uses = new Map<string, ConfigUse>();
  const classes = annotatedClasses(text);
  for (const match of text.matchAll(TOKEN)) {
    const [whole, prefix] = match;
    if (prefix !== undefined && !/f/i.test(prefix)) continue;
    if (whole.startsWith('#')) continue;
    for (const use of whole.matchAll(USE)) {
      const [read, name = '', assigned] = use;
      const start = match.index + use.index + read.indexOf(name, 'self.config.'.length);
      if (assigned !== undefined) optional.add(name);
      else if (uses.has(name) || !classes.some(each => each.start <= start && start < each.end)) continue;
      else if (!isInTry(text, start)) uses.set(name, { name, start, end: start + name.length });
    }
  }
  return [...uses.values()].filter(({ name }) => !optional.has(name));
}

const ASKED = /\b(?:hasattr|getattr|setattr|delattr)\(\s*self\.config\s*,\s*["'](\w+)["']/g;
/** A string with its prefix, a comment, or a use outside of both. */
const TOKEN =
  /(?<!\w)([A-Za-z]{0,2})(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|#[^\n]*|\bself\.config\.\w+(?:\s*=(?!=))?/g;
const USE = /\bself\.config\.(\w+)(\s*=(?!=))?/g;

/** Whether an offset is in the body of a `try`, by the indentation of the lines above it. */
function isInTry(text: string, at: number): boolean {
  let from = text.lastIndexOf('\n', at) + 1;
  let indent = indentAt(text, from);
  while (indent > 0 && from > 0) {
    from = text.lastIndexOf('\n', from - 2) + 1;
    const own = indentAt(text, from);
    if (own >= indent || /^\s*(?:#|$|[)\]}])/.test(text.slice(from, text.indexOf('\n', from)))) continue;
    if (text.startsWith('try:', from + own)) return true;
    indent = own;
  }
  return false;
}

function indentAt(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at - from;
}

import { NO_PARTS } from '../../../model/fact-parts';
import type { FactWriter, Source } from '../../system';
import type { ImportedName, PythonNamesFact } from '../facts';

/**
 * Writes the names of a Python file that is no module itself, so that it can be told whether an import of them works. Most files
 * of a repository are no more than that, so their text is gone through line by line and not parsed: what begins in the
 * first column says enough.
 */
export function writePythonNames({ file, text }: Source, out: FactWriter): void {
  const names = new Set<string>();
  const imports: ImportedName[] = [];
  let isPlain = true;
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  for (const at of unindentedLines(lines)) {
    const defined = matchAt(DEFINITION, lines, at);
    if (defined !== null) names.add(defined[1] ?? defined[2] ?? '');
    const imported = matchAt(IMPORT, lines, at);
    if (imported !== null) addImport(imported, names, imports);
    isPlain &&= isPlainLine(lines.slice(at, endOfLine(lines, at)));
  }
  const fact: PythonNamesFact = { kind: 'python-names', name: '', file, names: [...names], imports, isPlain };
  out.fact(fact, NO_PARTS);
}

const DEFINITION = /(?:class|def|async[ \t]+def)[ \t]+(\w+)|(\w+)[ \t]*(?::[^=\n]*)?=(?!=)/y;
const IMPORT = /from[ \t]+(\S+)[ \t]+import[ \t]*(?![ \t])(\([^)]*\)|[^\n#;]*)|import[ \t]([^\n#;]+)/y;

/** Where lines begin that have something other than a comment in the first column. Most lines of a registry are indented. */
/** The beginnings of lines that hold a statement of the module or the rest of one. */
function* unindentedLines(text: string): Iterable<number> {
  for (let at = 0; at < text.length; at = endOfLine(text, at) + 1) {
    const code = text.charCodeAt(at);
    if (code > SPACE && code !== HASH) yield at;
  }
}

const SPACE = 0x20;
const HASH = 0x23;

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Whether a line of the first column is no more than an import, a definition, a constant or a text. */
function isPlainLine(line: string): boolean {
  if (/^from\b.*\*/.test(line) || line.startsWith('@')) return false;
  const isUsual = /^(?:from|import|class|def|async[ \t]+def)\b|^[)\]}]|^r?(?:"""|''').*(?:"""|''')\s*$/.test(line);
  return isUsual || CONSTANT.test(line.replace(/"[^"\\]*"|'[^'\\]*'/g, '0'));
}

const CONSTANT = /^\w+[ \t]*(?::[^=]*)?=(?:[\s\d.,:[\]{}-]|\b(?:True|False|None)\b)*(?:#.*)?$/;

function addImport(
  { 1: from, 2: list = '', 3: modules = '' }: RegExpExecArray,
  names: Set<string>,
  imports: ImportedName[],
): void {
  if (from === undefined) addModules(modules, names, imports);
  else addFrom(from, list, names, imports);
}

function addFrom(from: string, list: string, names: Set<string>, imports: ImportedName[]): void {
  const module = from.replace(/^\.+/, '');
  for (const item of list.replace(/[()\\]|#.*/g, ' ').split(',')) {
    const [name = '', , alias = name] = item.trim().split(/\s+/);
    if (!/^\w+$/.test(name)) continue;
    imports.push({ module, level: from.length - module.length, name });
    names.add(alias);
  }
}

function addModules(modules: string, names: Set<string>, imports: ImportedName[]): void {
  for (const item of modules.split(',')) {
    const words = item.trim().split(/\s+/);
    const module = words[0] ?? '';
    const alias = words[2] ?? module.split('.', 1)[0] ?? '';
    imports.push({ module, level: 0 });
    names.add(alias);
  }
}

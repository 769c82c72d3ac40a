import { NO_PARTS } from '../../../model/fact-parts';
import { MODULE_NAMES } from '../../../syntax/python/evaluate/library-names';
import { isReservedWord } from '../../../syntax/python/keywords';
import { undecodable } from '../../../syntax/python/undecodable';
import type { FactWriter, Source } from '../../system';
import { type ImportOfNames, isPythonNames, type PythonNamesFact } from '../facts';

/**
 * Writes the names of a Python file that is no module itself, so that it can be told whether an import of them works. Most files
 * of a repository are no more than that, so their text is gone through line by line and not parsed: what begins in the
 * first column says enough.
 */
export function writePythonNames(source: Source, out: FactWriter): void {
  const { file, text } = source;
  const before = source.unlessOutdented('python-names');
  if (before !== undefined && isPythonNames(before) && before.hasLongImport !== true) {
    out.fact(before, NO_PARTS);
    return;
  }
  const names = new Set<string>();
  const imports: ImportOfNames[] = [];
  // Python refuses to import such a text, whatever its lines say.
  let [isPlain, hasLongImport, mayExit, hasCode] = [undecodable(text).length === 0, false, false, false];
  let classes: PythonNamesFact['classes'];
  const starts = source.lineStarts();
  for (let line = 0; line < starts.length; line++) {
    const at = starts[line]!;
    // What is indented belongs to a definition or a value; most lines of a registry are.
    const code = text.charCodeAt(at);
    if (!(code > SPACE) || code === HASH) continue;
    const defined = matchAt(DEFINITION, text, at);
    if (defined !== null) names.add(defined[1] ?? defined[2] ?? '');
    const imported = matchAt(IMPORT, text, at);
    if (imported !== null) {
      addImport(imported, names, imports);
      hasLongImport ||= imported[2]?.startsWith('(') === true;
    }
    if (matchAt(MAY_MAKE_CLASS, text, at) !== null) classes = 'made';
    else if (classes === undefined && matchAt(MAY_HOLD_CLASS, text, at) !== null) classes = 'written';
    mayExit ||= matchAt(EXIT, text, at) !== null;
    const content = text.slice(at, starts[line + 1]).trimEnd();
    isPlain &&= isPlainLine(content) && !/^from[ \t]+__future__\b/.test(hasCode ? content : '');
    isPlain &&= headerNames(content, names.has('annotations')).every(name => names.has(name) || BUILTINS.has(name));
    hasCode ||= /^(?:from[ \t]+(?!__future__)|import\b|class\b|def\b|\w+[ \t]*[:=])/.test(content);
  }
  const fact: PythonNamesFact = {
    kind: 'python-names',
    name: '',
    file,
    names: [...names],
    imports,
    isPlain,
    ...(hasLongImport ? { hasLongImport } : {}),
    ...(classes === undefined ? {} : { classes }),
    ...(mayExit ? { mayExit } : {}),
  };
  out.fact(fact, NO_PARTS);
}

const DEFINITION = /(?:class|def|async[ \t]+def)[ \t]+(\w+)|(\w+)[ \t]*(?::[^=\r\n]*)?=(?!=)/y;
const IMPORT = /from[ \t]+(\S+)[ \t]+import[ \t]*(?![ \t])(\([^)]*\)|[^\r\n#;]*)|import[ \t]([^\r\n#;]+)/y;

const EXIT = /(?:sys\.)?(?:exit|quit)[ \t]*\(|raise[ \t]+(?:SystemExit|KeyboardInterrupt|GeneratorExit)\b/y;

/** Class statements, and statements with others in them. */
const MAY_HOLD_CLASS = /(?:class|if|elif|else|for|while|with|try|except|finally|match|async[ \t]+(?:for|with))\b/y;

/** Decorators, metaclasses, and calls that may make a class or bind names. */
const MAY_MAKE_CLASS =
  /@(?!(?:dataclasses\.)?dataclass\b)|.*\b(?:type|exec|eval|globals|locals|vars|setattr|metaclass)\b|from\b.*\*/y;

const SPACE = 0x20;
const HASH = 0x23;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Whether a line of the first column is no more than an import, a definition, a constant or a text. */
function isPlainLine(line: string): boolean {
  if (/^from\b.*\*/.test(line) || line.startsWith('@')) return false;
  const isUsual =
    /^(?:from|import)\b|^(?:class|def|async[ \t]+def)[ \t]+\w+[ \t]*[([:]|^[)\]}]|^r?(?:"""|''').*(?:"""|''')\s*$/.test(
      line,
    );
  return isUsual || CONSTANT.test(line.replace(/"[^"\\]*"|'[^'\\]*'/g, '0'));
}

/** The first names of the bases, annotations and defaults in a line of the first column, which Python looks up there. */
function headerNames(line: string, areAnnotationsLazy: boolean): readonly string[] {
  const isClass = /^class\b/.test(line);
  if (!isClass && (areAnnotationsLazy || !/^(?:def|async)\b|^\w+[ \t]*:/.test(line))) return [];
  const bare = line.replace(/"[^"\\]*"|'[^'\\]*'/g, '0').replace(/#.*/, '');
  const looked = isClass
    ? bare.replace(/^class[ \t]+\w+/, '')
    : bare
        .replace(/^(?:async[ \t]+)?(?:def[ \t]+)?\w+/, '')
        .replace(/([(,][ \t]*\*{0,2})[A-Za-z_]\w*(?=[ \t]*[:,=)])/g, '$1');
  return [...looked.matchAll(/(?<![\w.])[A-Za-z_]\w*(?![\w]|[ \t]*=(?!=))/g)]
    .map(([name]) => name)
    .filter(name => !isReservedWord(name));
}

/** Names that every module finds without an import. */
const BUILTINS: ReadonlySet<string> = new Set(`${MODULE_NAMES['builtins']} __name__ __file__ __doc__`.split(/[ |]/));

const CONSTANT = /^\w+[ \t]*(?::[^=]*)?=(?:[\s\d.,:[\]{}-]|\b(?:True|False|None)\b)*(?:#.*)?$/;

function addImport(
  { 1: from, 2: list = '', 3: modules = '' }: RegExpExecArray,
  names: Set<string>,
  imports: ImportOfNames[],
): void {
  if (from === undefined) addModules(modules, names, imports);
  else addFrom(from, list, names, imports);
}

function addFrom(from: string, list: string, names: Set<string>, imports: ImportOfNames[]): void {
  const module = from.replace(/^\.+/, '');
  for (const item of list.replace(/[()\\]|#.*/g, ' ').split(',')) {
    const [name = '', , alias = name] = item.trim().split(/\s+/);
    if (!/^\w+$/.test(name)) continue;
    imports.push({ module, level: from.length - module.length, name, known: names.size });
    names.add(alias);
  }
}

function addModules(modules: string, names: Set<string>, imports: ImportOfNames[]): void {
  for (const item of modules.split(',')) {
    const words = item.trim().split(/\s+/);
    const module = words[0] ?? '';
    const alias = words[2] ?? module.split('.', 1)[0] ?? '';
    imports.push({ module, level: 0, known: names.size });
    names.add(alias);
  }
}

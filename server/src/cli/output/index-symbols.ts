import type { RegistrySymbol } from '../../features/export/symbol-occurrences';
import { keyParts } from '../../model/lookup';

/** The program, as indexes name who wrote them, and the scheme of its symbols. */
export const TOOL = 'registry-intel';

/**
 * The name of a symbol in SCIP's grammar, which is its moniker in LSIF: the system, the kind and the name of what it
 * is, such as `step/step/Training.`; of a definition that goes over another, the file, too. Packages are none of ours.
 */
export function symbolOf({ answers, named, overridden }: RegistrySymbol): string {
  const { kind, name } = keyParts((overridden?.named ?? named).key);
  const file = overridden === undefined ? '' : `${identifier(named.place.fact.file.path)}.`;
  return `${TOOL} . . . ${identifier(answers.kind)}/${identifier(kind)}/${identifier(name)}.${file}`;
}

/** Anything can stand between backticks; they are doubled. Halves of pairs have no UTF-8, so they are spelled out. */
function identifier(name: string): string {
  if (SIMPLE.test(name)) return name;
  return `\`${name.replace(/\p{Cs}/gu, half => `\\u${half.charCodeAt(0).toString(16)}`).replaceAll('`', '``')}\``;
}

const SIMPLE = /^[\w+$-]+$/;

/** The language of a file, as SCIP and as LSIF call it; nothing for what they have no name for. */
export function languageOf(path: string): { readonly scip: string; readonly lsif: string } {
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? '';
  return LANGUAGES.find(({ endings }) => endings.includes(ending)) ?? { scip: '', lsif: 'plaintext' };
}

const LANGUAGES = [
  { endings: ['py', 'pyi'], scip: 'Python', lsif: 'python' },
  { endings: ['yaml', 'yml', 'onextree'], scip: 'YAML', lsif: 'yaml' },
  { endings: ['ts', 'mts', 'cts'], scip: 'TypeScript', lsif: 'typescript' },
  { endings: ['toml'], scip: 'TOML', lsif: 'toml' },
];

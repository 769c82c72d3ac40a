import { FactParts } from '../../../model/fact-parts';
import { firstLine } from '../../../base/text';
import type { FactWriter, Source } from '../../system';
import type { Term, TermKind, TermsFact } from '../terms';
import { readConfigUses } from './config-uses';

type Giver = 'builder' | 'config';

/**
 * Reads what a builder or a config gives the script of its step, and what a builder reads of its config. A config without a class of a step
 * gives nothing.
 */
export function writeGivenTerms(source: Source, by: Giver, name: string, out: FactWriter): void {
  const { file, text } = source;
  const terms: Term[] = [];
  const parts = new FactParts(firstLine(text));
  const add = (term: Term, start: number, end: number): void => {
    terms.push(term);
    parts.field({ start, end });
  };
  const body = methodBody(text, by);
  const seen = new Set<string>();
  for (const match of text.matchAll(MENTIONED)) {
    const [whole, , given = ''] = match;
    const isArgument = given.startsWith('--');
    const isGiven = body !== undefined && match.index >= body.start && match.index < body.end;
    const key = `${isGiven ? 'given' : ''} ${given}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const end = match.index + whole.length;
    if (isArgument)
      add({ of: 'argument', name: given.slice(2), ...(isGiven ? { required: true } : {}) }, match.index, end);
    else add({ of: 'variable', name: given }, match.index, end);
  }
  const { config, uses } = by === 'builder' ? readConfigUses(source.python('literals')) : configOf(text);
  for (const { name: attribute, start, end } of uses) add({ of: 'attribute', name: attribute }, start, end);
  const open: TermKind[] = [];
  if (body === undefined || COMPUTED.test(text.slice(body.start, body.end))) open.push('argument');
  const asks = by === 'config' || text.includes('_get_environment_variables');
  if (!asks || MADE_NAMES.test(text)) open.push('variable');
  const fact: TermsFact = { kind: 'terms', name, file, by, terms, open, ...(config === undefined ? {} : { config }) };
  out.fact(fact, parts);
}

/** The class of a config's file, if there is one and no other. */
function configOf(text: string): { readonly config?: string; readonly uses: readonly never[] } {
  const [first, second] = text.matchAll(/^class (\w+Config)\b/gm);
  return { uses: [], ...(first?.[1] !== undefined && second === undefined ? { config: first[1] } : {}) };
}

/** A string that is an argument of a command line, or an environment variable by its looks. */
const MENTIONED = /(["'])(--[a-z][\w-]*|[A-Z][A-Z0-9_]+)\1/g;

/** Code that may add arguments which the text does not spell out: of other methods, but those that log, or of what is no list here. */
const COMPUTED =
  /super\(|expected_arguments|\bself\.(?!log_)\w+\(|\.extend\(\s*[^\s[]|(?:\+=|\breturn)\s*self\b|["']--["']|[fF]["']--/;

/** Code that takes variables from where the text does not name them. */
const MADE_NAMES =
  /\benv\w*\[\s*(?:[fF]["']|[a-z])|\.upper\(\)|\benv\w*\.update\((?!\s*(?:\{|self\.config\.\w*environment_variables))/;

/** The method that returns the arguments of the script. */
const ARGUMENTS: Readonly<Record<Giver, string>> = {
  builder: 'def _get_job_arguments(',
  config: 'def get_job_arguments(',
};

/** The text of the method that returns the arguments of the script; nothing where there is none, or more than one. */
function methodBody(text: string, by: Giver): { readonly start: number; readonly end: number } | undefined {
  const definition = ARGUMENTS[by];
  const start = text.indexOf(definition);
  if (start < 0 || text.includes(definition, start + 1)) return undefined;
  const next = /\n(?: {4})?(?:def|class|@)/g;
  next.lastIndex = start;
  return { start, end: next.exec(text)?.index ?? text.length };
}

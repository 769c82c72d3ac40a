import { FactParts } from '../../../model/fact-parts';
import { firstLine } from '../../../base/text';
import type { FactWriter, Source } from '../../system';
import type { Term, TermsFact } from '../terms';
import { readConfigUses } from './config-uses';

/** Reads what a builder gives its script, and what it reads of its config. */
export function writeBuilderTerms(source: Source, name: string, out: FactWriter): void {
  const { file, text } = source;
  const terms: Term[] = [];
  const parts = new FactParts(firstLine(text));
  const add = (term: Term, start: number, end: number): void => {
    terms.push(term);
    parts.field({ start, end });
  };
  const body = methodBody(text);
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
  const { config, uses } = readConfigUses(source.python('literals'));
  for (const { name: attribute, start, end } of uses) add({ of: 'attribute', name: attribute }, start, end);
  const isOpen = body === undefined || COMPUTED.test(text.slice(body.start, body.end));
  const fact: TermsFact = {
    kind: 'terms',
    name,
    file,
    by: 'builder',
    terms,
    open: isOpen ? ['argument', 'variable'] : ['variable'],
    ...(config === undefined ? {} : { config }),
  };
  out.fact(fact, parts);
}

/** A string that is an argument of a command line, or an environment variable by its looks. */
const MENTIONED = /(["'])(--[a-z][\w-]*|[A-Z][A-Z0-9_]+)\1/g;

/** Code that may add arguments which the text does not spell out. */
const COMPUTED = /super\(|expected_arguments|["']--["']|[fF]["']--/;

/** The text of the method that returns the arguments of the script; nothing where there is none, or more than one. */
function methodBody(text: string): { readonly start: number; readonly end: number } | undefined {
  const definition = 'def _get_job_arguments(';
  const start = text.indexOf(definition);
  if (start < 0 || text.includes(definition, start + 1)) return undefined;
  const next = /\n(?: {4})?(?:def|class|@)/g;
  next.lastIndex = start;
  return { start, end: next.exec(text)?.index ?? text.length };
}

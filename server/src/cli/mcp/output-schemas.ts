import { SYSTEM_WORDS } from '../../generated/system-words';

/** JSON Schemas of what tools answer with (`structuredContent`): what of the JSON of the command line an agent can count on. */

const text = { type: 'string' };
const maybeText = { type: ['string', 'null'] };
const count = { type: 'integer', minimum: 0 };
const point = { type: 'object', properties: { line: count, column: count }, required: ['line', 'column'] };
const range = { type: 'object', properties: { start: point, end: point }, required: ['start', 'end'] };

function item(properties: Readonly<Record<string, object>>): object {
  return { type: 'array', items: { type: 'object', properties, required: Object.keys(properties) } };
}

const findings = item({ code: text, severity: text, path: text, range, message: text });
const foundLater = item({ code: text, severity: text, path: text, line: count, message: text });
const maybeHad = { type: ['boolean', 'null'] };
const differences = {
  added: item({ kind: text, name: text }),
  removed: item({ kind: text, name: text }),
  changed: item({ kind: text, name: text, field: text }),
  winners: item({ kind: text, name: text, workspace: maybeText, before: maybeText, after: maybeText }),
  undecided: item({ kind: text, name: text, before: maybeHad, after: maybeHad, reason: text }),
  open: item({ kind: text, name: text, reason: text }),
  broken: item({ kind: text, name: text, side: text, field: text, change: text }),
};
const named = item({ name: text });
/** What systems define, in the plural: each has a list. */
const LISTED = SYSTEM_WORDS.kinds.map(({ plural }) => plural);

/** How a tool answers: the lists that are paged, in their order, and everything that may be in the answer. */
export interface AnswerShape {
  readonly lists: readonly string[];
  readonly properties: Readonly<Record<string, object>>;
}

/** By the name of the command. */
export const ANSWERS: Readonly<Record<string, AnswerShape>> = {
  explain: shape(['trace', 'components', 'conflicts', 'policies'], {
    kind: text,
    subject: text,
    outcome: { type: 'object', properties: { resolved: { type: ['boolean', 'null'] }, winner: maybeText } },
    trace: item({ source: text, verdict: text, why: text }),
    components: item({ kind: text, name: maybeText, status: text }),
    conflicts: item({ message: text }),
    policies: item({ policy: text, verdict: text }),
  }),
  list: shape([...LISTED, 'workspaces', 'not_loaded', 'conflicts', 'hidden', 'rules'], {
    ...Object.fromEntries(LISTED.map(plural => [plural, item({ path: maybeText })])),
    workspaces: item({ id: text, path: text }),
    not_loaded: item({ id: text, path: text }),
    conflicts: item({ name: text, kind: text, definitions: { type: 'array' }, winners: { type: 'array' } }),
    hidden: item({ name: text, kind: text, path: text }),
    rules: item({ code: text, severity: text, summary: text }),
  }),
  lint: shape(['findings', 'blindSpots', 'conflicts'], {
    summary: { type: 'object', properties: { error: count, warning: count, info: count, hint: count, files: count } },
    findings,
    blindSpots: item({ reason: text, path: maybeText }),
    conflicts: named,
  }),
  show: shape(['definitions', 'components'], {
    name: text,
    definitions: item({ kind: text, name: text }),
    components: item({ kind: text }),
  }),
  diff: shape(['winners', 'broken', 'removed', 'undecided', 'open', 'changed', 'added'], differences),
  impact: shape(
    ['findings.new', 'winners', 'broken', 'removed', 'undecided', 'open', 'changed', 'added', 'findings.gone'],
    {
      ...differences,
      findings: { type: 'object', properties: { new: foundLater, gone: foundLater }, required: ['new', 'gone'] },
    },
  ),
  'merge-preview': shape(['pairs', 'lost', 'refused', 'undecided', 'replaced', 'findings.new'], {
    workspaces: { type: 'array', items: text },
    pairs: item({ workspaces: { type: 'array' }, names: { type: 'array' }, files: { type: 'array' } }),
    replaced: named,
    lost: named,
    refused: named,
    undecided: named,
    findings: { type: 'object', properties: { new: foundLater }, required: ['new'] },
  }),
  health: shape(['registries', 'conflicts', 'blindSpots'], {
    status: text,
    registries: item({ kind: text, owner: text, status: text, definitions: count, issues: { type: 'array' } }),
    conflicts: named,
    blindSpots: item({ reason: text }),
    recommendations: { type: 'array', items: text },
  }),
  rules: shape(['rules'], {
    rules: item({ code: text, severity: text, summary: text }),
    code: text,
    why: text,
    remedy: text,
  }),
  definition: shape(['definitions'], { definitions: item({ path: text, range, name: range }) }),
  references: shape(['references'], { references: item({ path: text, range, definition: { type: 'boolean' } }) }),
};

function shape(lists: readonly string[], properties: Readonly<Record<string, object>>): AnswerShape {
  return { lists, properties };
}

/** The schema of a page of such an answer. */
export function outputSchemaOf({ properties }: AnswerShape): {
  readonly type: 'object';
  readonly properties: Record<string, object>;
  readonly required: string[];
} {
  return {
    type: 'object',
    properties: {
      version: count,
      ...properties,
      total: { ...count, description: 'of all lists, on all pages' },
      next: { ...maybeText, description: 'the cursor of the next page' },
      omitted: { ...count, description: 'lists and texts inside of items were cut: so many things are left out' },
      notes: { type: 'array', items: text, description: 'what the answer leaves out, and why' },
    },
    required: ['version', 'total', 'next'],
  };
}

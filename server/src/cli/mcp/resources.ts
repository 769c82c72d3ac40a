import { contextOf } from '../../features/context';
import { explain, explainableNames } from '../../features/explain/explain';
import { explainMarkdown } from '../../features/explain/markdown';
import { registriesOf } from '../../features/overviews/registries';
import { uriPath } from '../../features/text/locations';
import { rulePageText } from '../../features/text/rule-page';
import { RULES } from '../../rules';
import type { OpenedRoot } from '../environment/repository';
import type { LiveRoot } from './live-root';

const REGISTRIES = 'registry-intel://registries';
const RULE = 'registry-intel://rules/';
const EXPLANATION = 'registry-intel://explain/';

/** How many registries are listed, and how long an explanation may be, in UTF-16 units. */
const MOST_REGISTRIES = 200;
const MOST_TEXT = 16_000;
const PAGE = 50;

/** What can be read without a question: the registries of the root, and the page of each rule. */
export function listResources(cursor: string | undefined) {
  const start = /^[0-9]{1,6}$/.test(cursor ?? '') ? Number(cursor) : 0;
  const all = [
    {
      uri: REGISTRIES,
      name: 'registries',
      description: 'Every registry of the repository, and how much is in it',
      mimeType: 'application/json',
    },
    ...[...RULES]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, summary }) => ({ uri: RULE + code, name: code, description: summary, mimeType: 'text/markdown' })),
  ];
  const end = start + PAGE;
  return { resources: all.slice(start, end), ...(end < all.length ? { nextCursor: String(end) } : {}) };
}

/** What can be read by a name. */
export const RESOURCE_TEMPLATES = [
  {
    uriTemplate: `${RULE}{family}/{rule}`,
    name: 'rule',
    description: 'What a rule finds, why, and what to do',
    mimeType: 'text/markdown',
  },
  {
    uriTemplate: `${EXPLANATION}{name}`,
    name: 'explanation',
    description: 'Which definition of a name wins, and why',
    mimeType: 'text/markdown',
  },
];

/** Reads a resource; nothing for an address that is none. */
export async function readResource(uri: string, live: LiveRoot) {
  const rule = RULES.find(({ code }) => uri === RULE + code);
  if (rule !== undefined) return contents(uri, 'text/markdown', rulePageText(rule));
  if (uri === REGISTRIES) return contents(uri, 'application/json', await live.ask(registriesText));
  const name = uri.startsWith(EXPLANATION) ? decoded(uri.slice(EXPLANATION.length)) : undefined;
  if (name === undefined) return undefined;
  return live.ask(({ workspace }) => {
    if (!explainableNames(workspace).includes(name)) return undefined;
    const linkTo = (path: string, line: number): string => `${uriPath(path)}#L${line}`;
    const found = explain(workspace, name, contextOf(workspace, undefined));
    const text = found.map(each => explainMarkdown(workspace, each, linkTo)).join('\n');
    return contents(uri, 'text/markdown', text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}\n\n…` : text);
  });
}

function contents(uri: string, mimeType: string, text: string) {
  return { contents: [{ uri, mimeType, text }] };
}

function registriesText({ workspace }: OpenedRoot): string {
  const all = registriesOf(workspace);
  const registries = all.slice(0, MOST_REGISTRIES).map(({ kind, owner, definitions, place }) => ({
    kind,
    owner,
    definitions: definitions.length,
    path: place?.fact.file.path ?? null,
  }));
  return JSON.stringify({ version: 1, total: all.length, registries });
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

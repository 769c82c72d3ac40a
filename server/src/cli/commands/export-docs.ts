import { groupBy } from '../../base/collections';
import { escapeMarkdown, escapeParagraphs } from '../../features/text/escape-markdown';
import {
  registryState,
  winInWords,
  type StateEntry,
  type StateOpenTable,
  type StateWinner,
} from '../../features/states/registry-state';
import { uriPath } from '../../features/text/locations';
import { codeCell, markdownTable } from '../../features/text/markdown-table';
import { isInScope, openRepository, type RepositoryOptions } from '../environment/repository';
import type { Terminal } from '../environment/terminal';

/** Writes what the registries define as Markdown, the same for the same files. Exit code 0. */
export async function exportDocs(
  paths: readonly string[],
  options: RepositoryOptions,
  terminal: Terminal,
): Promise<number> {
  const { workspace, scope } = await openRepository(paths, options, terminal, { check: false });
  const { entries, winners, open = [] } = registryState(workspace);
  const inScope = entries.filter(({ path }) => isInScope(path, scope));
  const tables = groupBy(
    open.filter(({ path }) => isInScope(path, scope)),
    ({ kind }) => kind,
  );
  const defined = groupBy(inScope, ({ kind }) => kind);
  const kinds = [...new Set([...defined.keys(), ...tables.keys()])].map(
    kind => [kind, defined.get(kind) ?? []] as const,
  );
  const counts = kinds.map(([kind, of]) => [`${kind}s`, ...figures(of, tables.get(kind) ?? [])]);
  const head = `# Registries\n\n${markdownTable(['', 'names', 'definitions', 'not loaded', 'cannot tell'], counts)}`;
  terminal.write([head, ...kinds.map(([kind, of]) => section(kind, of, winners, tables.get(kind) ?? []))].join('\n'));
  return 0;
}

function figures(entries: readonly StateEntry[], open: readonly StateOpenTable[]): string[] {
  const names = new Set(entries.map(({ name }) => name));
  const count = (what: boolean | null): number => entries.filter(({ loaded }) => loaded === what).length;
  return [names.size, entries.length, count(false), count(null) + open.length].map(String);
}

function section(
  kind: string,
  entries: readonly StateEntry[],
  winners: readonly StateWinner[],
  open: readonly StateOpenTable[],
): string {
  const title = `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}s`;
  const asked = groupBy(
    winners.filter(each => each.kind === kind),
    ({ name }) => name,
  );
  const parts = [...groupBy(entries, ({ name }) => name)].map(([name, of]) =>
    [`### ${codeCell(name)}\n`, ...of.map(definition), ...outcome(of, asked.get(name) ?? [])].join('\n'),
  );
  const more = open.map(
    ({ name, workspace, reason }) =>
      `More in ${codeCell(name)} of ${workspace === null ? 'core' : codeCell(workspace)}: ${escapeMarkdown(reason)}\n`,
  );
  return [`## ${title}\n`, ...more, ...parts].join('\n');
}

function definition({ scope, workspace, path, loaded, reason, fields }: StateEntry): string {
  const whose = workspace === null ? escapeMarkdown(scope) : `${escapeMarkdown(scope)} of ${codeCell(workspace)}`;
  const link = `[${codeCell(path)}](<${uriPath(path)}>)`;
  const loss = loaded === null ? (reason ?? 'cannot tell') : `not loaded${reason === undefined ? '' : `: ${reason}`}`;
  const lost = loaded === true ? '' : ` · ${escapeMarkdown(loss)}`;
  const { description, ...others } = fields;
  const text = typeof description === 'string' && description !== '' ? `\n${escapeParagraphs(description)}\n` : '';
  const rows = Object.entries(others).map(([name, value]) => [codeCell(name), codeCell(valueText(value))]);
  const table = rows.length === 0 ? '' : `\n${markdownTable(['field', 'value'], rows)}`;
  return `${whose} · ${link}${lost}\n${text}${table}`;
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Who wins, where there is more than one definition to win. */
function outcome(entries: readonly StateEntry[], winners: readonly StateWinner[]): string[] {
  if (entries.length < 2 || winners.length === 0) return [];
  const rows = winners.map(each => [
    each.workspace === null ? 'elsewhere' : codeCell(each.workspace),
    escapeMarkdown(each.reason ?? winInWords(each)),
  ]);
  return [markdownTable(['in workspace', 'wins'], rows)];
}

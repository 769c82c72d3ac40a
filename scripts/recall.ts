/**
 * How many mistakes that were mended in real repositories are found in the states before, and what is said of whole states; see
 * `test/real/recall.ts` for what counts as found, and `docs/recall.md` for the table.
 *
 *   npm run recall                    the states in test/real
 *   npm run recall -- FOLDER          those of a folder: NAME-COMMIT.tar.gz, NAME-before-COMMIT.tar.gz, NAME-fix-COMMIT.diff.gz
 *   npm run recall -- --write         puts the tables of the states in test/real into docs/recall.md
 *   npm run recall -- FOLDER --keep   makes the states of a folder those in test/real
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { PlacedFinding } from '../server/src/model/finding';
import { countsOf, findingsOf, KEPT, keptStates, outcomeOf, untrueOf, untrueTable } from '../test/real/recall';
import { readFolder, writeKept, type States } from '../test/real/states';

const PAGE = path.join(import.meta.dirname, '..', 'docs', 'recall.md');
const MARK = '<!-- made by `npm run recall -- --write` -->';

const args = process.argv.slice(2);
const folder = args.find(each => !each.startsWith('--'));
const states = folder === undefined ? keptStates() : readFolder(path.resolve(folder));
if (args.includes('--keep')) writeKept(KEPT, states);
const tables = tablesOf(states);
if (args.includes('--write')) {
  fs.writeFileSync(PAGE, `${fs.readFileSync(PAGE, 'utf8').split(MARK)[0] ?? ''}${MARK}\n\n${tables}`);
  spawnSync('npx', ['prettier', '--write', '--log-level', 'warn', PAGE], { stdio: 'inherit' });
} else console.log(tables);

function tablesOf({ full, bugs }: States): string {
  const outcomes = bugs.map(outcomeOf);
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort();
  const isFound = ({ found }: { readonly found: readonly object[] }) => found.length > 0;
  return [
    '## Mistakes',
    '',
    '| kind | found | of |',
    '| --- | --- | --- |',
    ...kinds.map(kind => {
      const own = outcomes.filter(each => each.kind === kind);
      return `| ${kind} | ${own.filter(isFound).length} | ${own.length} |`;
    }),
    `| all | ${outcomes.filter(isFound).length} | ${outcomes.length} |`,
    '',
    '| fix | what was wrong | found by | for example, or why not |',
    '| --- | --- | --- | --- |',
    ...outcomes.map(({ fix, what, found, why }) => {
      const codes = [...new Set(found.map(({ code }) => `\`${code}\``))].join(', ');
      return `| ${fix} | ${what} | ${codes === '' ? 'nothing' : codes} | ${cell(found[0]?.message ?? why ?? '')} |`;
    }),
    '',
    '## What is said of whole states',
    '',
    '| state | severity and rule | findings | untrue |',
    '| --- | --- | --- | --- |',
    ...[...full].flatMap(([name, state]) => rowsOf(name, findingsOf(state))),
    '',
  ].join('\n');
}

function rowsOf(name: string, findings: readonly PlacedFinding[]): string[] {
  const table = untrueTable();
  const rows = countsOf(findings).map(([rule, count]) => {
    const untrue = untrueOf(
      name,
      findings.filter(({ severity, code }) => `${severity} ${code}` === rule),
      table,
    );
    return `| ${name} | ${rule} | ${count} | ${untrue.length} |`;
  });
  const untrue = untrueOf(name, findings, table).map(each => `| ${name} | untrue | ${placeOf(name, each)} | |`);
  return [...rows, ...untrue];
}

function placeOf(name: string, { path: at, span, message }: PlacedFinding): string {
  const text = states.full.get(name)?.get(at) ?? '';
  return `${at}:${text.slice(0, span.start).split('\n').length} ${cell(message)}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/[<>_*]/g, '\\$&');
}

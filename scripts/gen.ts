/**
 * Writes what is generated: field tables and validators from the schemas, rule pages from the rule table, manual pages
 * from the command table, the messages of SCIP from its bindings, the texts of the client that can be translated.
 *
 *   npm run gen              writes
 *   npm run gen -- --check   compares, and says how to repair
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fieldTables } from './gen-fields';
import { textBundle } from './gen-l10n';
import { rulePages } from './gen-rules';
import { scipMessages } from './gen-scip';
import { systemWords } from './gen-systems';
import { validators } from './gen-validators';

const repository = path.resolve(import.meta.dirname, '..');
/** Folders that hold nothing but generated files: what is not written any more is removed. */
const OWNED = ['docs/man', 'docs/rules', 'server/src/generated', 'l10n'];

void main();

async function main(): Promise<void> {
  const isCheck = process.argv.includes('--check');
  const words = await systemWords();
  // The command table is made of these words when it is loaded: they have to be written before.
  if (!isCheck) words.forEach(([file, text]) => write(file, text));
  const { manualPages } = await import('./gen-man');
  const files = new Map([
    ...words,
    ...(await fieldTables()),
    ...(await validators()),
    ...(await scipMessages()),
    ...rulePages(),
    ...manualPages(),
    ...textBundle(repository),
  ]);
  const stale = [...files].filter(([file, text]) => current(file) !== text).map(([file]) => file);
  const extra = OWNED.flatMap(filesBelow).filter(file => !files.has(file));

  if (isCheck) {
    for (const file of [...stale, ...extra]) console.error(`${file} is not up to date`);
    if (stale.length + extra.length > 0) console.error('Run: npm run gen');
    process.exitCode = stale.length + extra.length > 0 ? 1 : 0;
  } else {
    for (const file of stale) write(file, files.get(file)!);
    for (const file of extra) rmSync(path.join(repository, file));
  }
}

function current(file: string): string | undefined {
  const full = path.join(repository, file);
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
}

function write(file: string, text: string): void {
  const full = path.join(repository, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
}

function filesBelow(folder: string): string[] {
  const full = path.join(repository, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(repository, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

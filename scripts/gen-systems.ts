import { formatText } from './format-text';
import type { SystemWords } from '../server/src/model/command-line';
import { SYSTEMS } from '../server/src/systems/index';
import type { System } from '../server/src/systems/system';

const FILE = 'server/src/generated/system-words.ts';

/** What the command line says of all systems. */
export async function systemWords(): Promise<[string, string][]> {
  return [[FILE, await wordsModule(wordsOf(SYSTEMS))]];
}

/** What the command line says of systems, put together so that it can be said without loading them. */
export function wordsOf(systems: readonly System[]): SystemWords {
  const kinds = systems.flatMap(({ answers }) => {
    if (answers?.commandWording === undefined) return [];
    const { kind, plural, commandWording, exportedTables = {} } = answers;
    return [{ kind, plural, exports: Object.keys(exportedTables), ...commandWording }];
  });
  const options = systems.flatMap(({ name, runOptions = [] }) => runOptions.map(each => ({ system: name, ...each })));
  return { kinds: kinds.sort((a, b) => a.rank - b.rank), options: options.sort((a, b) => a.rank - b.rank) };
}

export async function wordsModule(words: SystemWords): Promise<string> {
  const text = `// Generated from what systems say of themselves by npm run gen.
import type { SystemWords } from '../model/command-line';

export const SYSTEM_WORDS: SystemWords = ${JSON.stringify(words)};
`;
  return formatText(FILE, text);
}

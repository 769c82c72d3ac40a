import { stringify } from 'yaml';
import { escapeInvisible } from '../../base/message-text';
import { exportSchemas, type SchemaProfile } from '../../features/export/schemas';
import { jsonText } from '../../features/text/json';
import { isInScope, openRepository, type RepositoryOptions } from '../environment/repository';
import type { Terminal } from '../environment/terminal';
import { unknownName, WrongUse } from '../environment/wrong-use';

/** The options of `export`. */
export interface ExportOptions extends RepositoryOptions {
  readonly format: 'json' | 'yaml';
  readonly strict?: boolean;
  readonly compact?: boolean;
  readonly profile?: SchemaProfile;
  readonly module?: readonly string[];
}

/**
 * Writes the schemas of modules, by id. What no text tells is left out and said on standard error; the exit code is 1
 * when a whole schema is missing because of it, or a module that was asked for.
 */
export async function exportSchemasCommand(
  paths: readonly string[],
  options: ExportOptions,
  terminal: Terminal,
): Promise<number> {
  const { strict = false, compact = false, profile, module = [] } = options;
  if ([strict, compact, profile !== undefined].filter(Boolean).length > 1)
    throw new WrongUse('Only one of --strict, --compact and --profile can be asked for.');
  const { workspace, scope } = await openRepository(paths, options, terminal, { check: false });
  const all = exportSchemas(workspace, { form: strict ? 'strict' : compact ? 'compact' : undefined, profile });
  const known = all.map(({ name }) => name);
  const unknown = module.filter(id => !known.includes(id));
  const kind = workspace.answers.find(answers => answers.schemas !== undefined)?.kind ?? '';
  for (const id of unknown) terminal.note(`${unknownName(kind, id, known)}\n`);
  const asked = all.filter(({ name, path }) => (module.length === 0 ? isInScope(path, scope) : module.includes(name)));
  const json = Object.fromEntries(asked.map(({ name, schema }) => [name, schema]));
  // JSON is YAML, too, and can spell out what a terminal would obey.
  const yaml = stringify(json, { lineWidth: 0 });
  const isPlain = yaml.split('\n').every(line => escapeInvisible(line) === line);
  if (options.format === 'yaml' && isPlain) terminal.write(yaml);
  else terminal.write(jsonText(json));
  for (const { name, unsure } of asked)
    for (const what of unsure) terminal.note(`Cannot tell of ${escapeInvisible(name)}: ${escapeInvisible(what)}\n`);
  return unknown.length === 0 && asked.every(({ isWhole }) => isWhole) ? 0 : 1;
}

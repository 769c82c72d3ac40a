import fs from 'node:fs';
import path from 'node:path';
import { format, type FormatConfig } from 'oxfmt';

const OPTIONS = path.join(import.meta.dirname, '..', '.oxfmtrc.json');

/** A text laid out as `npm run format` would; the name of its file says in which language it is. Throws on what does not parse. */
export async function formatText(file: string, text: string): Promise<string> {
  const options = JSON.parse(fs.readFileSync(OPTIONS, 'utf8')) as FormatConfig;
  const { code, errors } = await format(path.basename(file), text, options);
  if (errors.length > 0) throw new Error(`${file}: ${errors.map(({ message }) => message).join('\n')}`);
  return code;
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The texts of the client that can be translated, as VS Code wants them: each text stands for itself. */
export function textBundle(repository: string): ReadonlyMap<string, string> {
  const folder = path.join(repository, 'client', 'src');
  const texts = new Set<string>();
  for (const file of readdirSync(folder))
    for (const [, single, double] of readFileSync(path.join(folder, file), 'utf8').matchAll(CALL))
      texts.add(single === undefined ? unescape(double!) : unescape(single));
  const bundle = Object.fromEntries([...texts].sort().map(text => [text, text]));
  return new Map([['l10n/bundle.l10n.json', `${JSON.stringify(bundle, undefined, 2)}\n`]]);
}

/** `vscode.l10n.t('…')`, over several lines or not. */
const CALL = /\bl10n\.t\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/g;

function unescape(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}

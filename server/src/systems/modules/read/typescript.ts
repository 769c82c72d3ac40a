import { FactParts, NO_PARTS } from '../../../model/fact-parts';
import { fileName } from '../../../base/paths';
import { firstLine } from '../../../base/text';
import { readScript } from '../../../syntax/typescript/tree';
import type { FactWriter, Source } from '../../system';
import type { ModuleClass, ModuleFact } from '../facts';
import { extensionsFolder, withoutEnding } from '../layout';
import { exportsOf } from './typescript-exports';

/** The words of a module: a text without them exports no module of its own. */
const WORDS = /\b(?:inputSchema|outputSchema)\b/;
/** Below an `extensions` folder, what these lead to may be a module. */
const BORROWS = /\bexport\b(?:(?!\bexport\b)[^;'"])*\bfrom\b|\bmodule\.exports\b/;

/** The members that an export needs, all of them, to confirm an `extensions` folder: tools of other makers have some. */
const SIGNS: readonly string[] = ['input_schema', 'output_schema', 'execute', 'description'];

/** Reads what a TypeScript or JavaScript file exports (formats 2.8), if its words say that there may be a module. */
export function readTypeScriptModule({ file, text }: Source, out: FactWriter): void {
  const folder = extensionsFolder(file.path);
  if (!WORDS.test(text) && (folder === undefined || !BORROWS.test(text))) return;
  const tree = readScript(text);
  if (tree?.damage !== undefined) {
    const span = { start: tree.damage, end: Math.min(tree.damage + 1, text.length) };
    out.problem({ code: 'code/damage', span, message: 'this does not parse', damage: true });
  }
  const exported = tree && exportsOf(tree, file);
  const module: ModuleFact = {
    kind: 'module',
    name: fileName(withoutEnding(file.path)),
    file,
    dynamic: exported?.dynamic ?? true,
  };
  out.fact(module, new FactParts({ start: 0, end: text.length }, firstLine(text)));
  const read = exported?.classes ?? [];
  if (folder !== undefined && read.some(({ fact }) => looksLikeModule(fact)))
    out.fact({ kind: 'module-sign', name: folder, file }, NO_PARTS);
  for (const { fact, parts } of read) out.fact(fact, parts);
}

function looksLikeModule({ attributes }: ModuleClass): boolean {
  return SIGNS.every(sign => attributes.some(({ name }) => name === sign));
}

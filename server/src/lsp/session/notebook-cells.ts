import { groupOf } from '../../base/text';

/**
 * Cells of notebooks in Python. Editors show each as a text of its own, whose URI is the notebook's with a fragment. Here
 * a cell is a path below its notebook's, which no file has.
 */

/** The URI of the notebook and the name of the cell; nothing for anything but a cell. */
export function cellOf(uri: string): { readonly notebook: string; readonly cell: string } | undefined {
  const match = /^vscode-notebook-cell:(\/\/[^/?#]*)?(\/[^?#]*)#([\w-]+)$/.exec(uri);
  if (match === null) return undefined;
  const authority = match[1] ?? '//';
  return { notebook: `file:${authority}${groupOf(match, 2)}`, cell: groupOf(match, 3) };
}

/** The path that a cell is known under here; `notebook` is the path of its notebook. */
export function cellPath(notebook: string, cell: string): string {
  return `${notebook}#${cell}.py`;
}

/** The notebook that the path of a cell is below; nothing for files. */
export function notebookOf(path: string): string | undefined {
  return /^(.*\.ipynb)#[\w-]+\.py$/.exec(path)?.[1];
}

/**
 * The text of a cell, followed by the imports of the other cells, so that the cell may use the names they import. Offsets in the cell
 * stay what they are.
 */
export function withImportsOfOthers(cell: string, others: Iterable<string>): string {
  const imports = [...others].flatMap(text => text.match(/^(?:from\s+[\w.]+\s+)?import\s.*$/gm) ?? []);
  return imports.length === 0 ? cell : `${cell}\n${imports.join('\n')}\n`;
}

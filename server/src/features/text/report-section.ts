import { defined } from '../../base/defined';
import { markdownLink } from './escape-markdown';
import { codeCell, markdownTable } from './markdown-table';
import { alignedRows, type Row, type LineStyle } from './text-rows';

/** A section of a report: rows under a title, from which both the text for a terminal and the Markdown are made. */
export interface Section {
  /** Stands above the lines of the text. */
  readonly title: string;
  /** Stands above the table of the Markdown. */
  readonly caption?: string;
  /** In Markdown, the table can be opened by a click on its caption. */
  readonly isFolded?: true;
  /** The headings of the Markdown table; the section is not part of the Markdown if there are none. */
  readonly columns: readonly string[];
  readonly rows: readonly SectionRow[];
}

/** One row of a section, in both of its renderings. */
export interface SectionRow {
  /** The row in a text: aligned with its neighbours, or a line in which user text is escaped already. */
  readonly line: Row | string;
  /** The row in Markdown: code spans, except for words of the program itself; those with a line lead there. */
  readonly cells: readonly (string | { readonly word: string } | LineOfFile)[];
}

/** A line of a file of the root, counted from 1. */
export interface LineOfFile {
  readonly path: string;
  readonly line: number;
}

/** The address of a line, or undefined if it cannot be opened. */
export type LinkToLine = (path: string, line: number) => string | undefined;

/** A text of sections, each with a blank line after it. `parts` are sections or whole lines. */
export function reportText(parts: readonly (Section | string)[], style: LineStyle): string {
  return joined(parts, ({ title, rows }) => {
    const lines = rows.map(({ line }) => (typeof line === 'string' ? `  ${line}` : line));
    const set = alignedRows(
      lines.filter(line => typeof line !== 'string'),
      style,
    );
    const all = lines.map(line => (typeof line === 'string' ? line : defined(set.shift(), 'the line of a row')));
    return rows.length === 0 ? '' : `${style.paint.bold(title)}\n${all.join('\n')}\n`;
  });
}

/** The Markdown of sections. `parts` are sections or Markdown that ends with a line end. Lines are no links without `linkTo`. */
export function reportMarkdown(parts: readonly (Section | string)[], linkTo: LinkToLine = () => undefined): string {
  const cellText = (cell: SectionRow['cells'][number]): string => {
    if (typeof cell === 'string') return codeCell(cell);
    return 'word' in cell ? cell.word : linkedLine(cell, linkTo);
  };
  return joined(parts, ({ caption, isFolded, columns, rows }) => {
    if (rows.length === 0 || columns.length === 0) return '';
    const cells = rows.map(row => row.cells.map(cellText));
    const table = markdownTable(columns, cells);
    if (isFolded) return `<details><summary>${caption ?? ''}</summary>\n\n${table}\n</details>\n`;
    return caption === undefined ? table : `**${caption}**\n\n${table}`;
  });
}

function linkedLine({ path, line }: LineOfFile, linkTo: LinkToLine): string {
  const text = codeCell(`${path}:${line}`);
  const address = linkTo(path, line);
  return address === undefined ? text : markdownLink(text, address);
}

function joined(parts: readonly (Section | string)[], render: (section: Section) => string): string {
  const texts = parts.map(part => (typeof part === 'string' ? part : render(part)));
  return texts.filter(text => text !== '').join('\n');
}

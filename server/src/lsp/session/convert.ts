import { DIAGNOSTIC_SOURCE } from '../../protocol';
import {
  CompletionItemKind,
  type Command,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  InsertTextMode,
  SymbolKind,
  type CompletionItem,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type DocumentSymbol,
  type LocationLink,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { lineStarts, positionAt, type Position as Place, type Span } from '../../base/text';
import type { Client } from './client-capabilities';
import type { CompletionList } from '../../features/at-cursor/completion';
import type { Definition } from '../../features/at-cursor/definition';
import { rulePage } from '../../features/text/rule-page';
import type { DocumentSymbol as OutlineSymbol } from '../../features/at-cursor/symbols';
import type { TextEdit as Edit } from '../../features/edit/text-edit';
import type { PlacedFinding } from '../../model/finding';

/** Answers in the words of the protocol. Positions are 0-based lines and UTF-16 columns. */

/** Where a span of the file at `path` is, as the client says it. */
export interface Positions {
  uriOf(path: string): string;
  rangeIn(path: string, span: Span): Range;
  /** What a finding names besides its own place. */
  relatedIn(related: PlacedFinding['related']): DiagnosticRelatedInformation[];
}

/** The range of what has no place of its own in a text. */
export const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A range as the protocol has it. Both sides count from 0. */
export function rangeBetween(start: Place, end: Place): Range {
  return {
    start: { line: start.line, character: start.column },
    end: { line: end.line, character: end.column },
  };
}

/** The edits of `text` in the words of the protocol. */
export function textEditsOf(text: string, edits: readonly Edit[]): TextEdit[] {
  const starts = lineStarts(text);
  return edits.map(({ span: { start, end }, text: newText }) => ({
    range: rangeBetween(positionAt(starts, start), positionAt(starts, end)),
    newText,
  }));
}

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;
const TAG = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** A finding as the protocol has it; its data says which finding a code action is asked for. */
export function diagnosticOf(finding: PlacedFinding, places: Positions): Diagnostic {
  const { path, span, severity, code, message, key, tag, related } = finding;
  const diagnostic: Diagnostic = {
    range: places.rangeIn(path, span),
    severity: SEVERITY[severity],
    code,
    codeDescription: { href: rulePage(code) },
    source: DIAGNOSTIC_SOURCE,
    message,
    data: { key },
  };
  if (tag !== undefined) diagnostic.tags = [TAG[tag]];
  if (related.length > 0) diagnostic.relatedInformation = places.relatedIn(related);
  return diagnostic;
}

/** The places that explain a finding, as the protocol has them. */
export function relatedOf(
  related: PlacedFinding['related'],
  places: Pick<Positions, 'uriOf' | 'rangeIn'>,
): DiagnosticRelatedInformation[] {
  return related.map(({ path, span, message }) => ({
    location: { uri: places.uriOf(path), range: places.rangeIn(path, span) },
    message,
  }));
}

/** The definitions of a name in the file at `path`, as the protocol has them. */
export function linksOf(path: string, { origin, targets }: Definition, places: Positions): LocationLink[] {
  return targets.map(target => ({
    originSelectionRange: places.rangeIn(path, origin),
    targetUri: places.uriOf(target.path),
    targetRange: places.rangeIn(target.path, target.span),
    targetSelectionRange: places.rangeIn(target.path, target.name),
  }));
}

const SYMBOL = { table: SymbolKind.Namespace, entry: SymbolKind.Class, field: SymbolKind.Property } as const;

/** The outline of the file at `path`, as the protocol has it. */
export function symbolsOf(path: string, items: readonly OutlineSymbol[], places: Positions): DocumentSymbol[] {
  return items.map(({ name, detail, kind, span, nameSpan, children }) => ({
    // A name that shows nothing makes VS Code drop the whole outline.
    name: name.trim() === '' ? `'${name}'` : name,
    ...(detail === '' ? {} : { detail }),
    kind: SYMBOL[kind],
    range: places.rangeIn(path, span),
    selectionRange: places.rangeIn(path, nameSpan),
    children: symbolsOf(path, children, places),
  }));
}

const COMPLETION = {
  entry: CompletionItemKind.EnumMember,
  module: CompletionItemKind.Module,
  class: CompletionItemKind.Class,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  workspace: CompletionItemKind.Folder,
  path: CompletionItemKind.File,
} as const;

/** VS Code's own command. */
const SUGGEST: Command = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

/** The items of a completion list; nothing where the text to be replaced goes over several lines, which the protocol does not allow. */
export function completionsOf(
  { replace, items }: CompletionList,
  range: (span: Span) => Range,
  client: Pick<Client, 'hasSnippets' | 'hasLabelDetails' | 'options'>,
): CompletionItem[] | undefined {
  const { hasSnippets, hasLabelDetails, options } = client;
  const place = range(replace);
  if (place.start.line !== place.end.line) return undefined;
  return items.map(({ label, kind, detail, documentation, insert = label, snippet = false, suggestsNext }, i) => ({
    label,
    kind: COMPLETION[kind],
    ...(detail === undefined ? {} : { detail }),
    ...(detail === undefined || !hasLabelDetails ? {} : { labelDetails: { description: detail } }),
    ...(suggestsNext === true && hasSnippets && options.suggestCommand === true ? { command: SUGGEST } : {}),
    ...(documentation === undefined ? {} : { documentation: { kind: 'plaintext', value: documentation } }),
    filterText: label,
    sortText: String(i).padStart(4, '0'),
    textEdit: { range: place, newText: snippet && !hasSnippets ? withoutStops(insert) : insert },
    ...(snippet && hasSnippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(insert.includes('\n') ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
  }));
}

/** A snippet without its stops: `${1:name}` becomes `name`, `$0` vanishes. */
export function withoutStops(snippet: string): string {
  const text = snippet.replace(/\$\{\d+:([^{}]*)\}/g, '$1').replace(/\$\{\d+\|([^,|]*)(?:,[^|]*)?\|\}/g, '$1');
  return text.replace(/\$(\d+|\{\d+\})/g, '').replace(/\\([$}\\])/g, '$1');
}

import {
  InlayHintKind,
  SymbolKind,
  type CodeLens,
  type Command,
  type DocumentLink,
  type InlayHint,
  type InlayHintParams,
  type Location,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { documentLinks } from '../../features/at-cursor/document-links';
import { inlayHints } from '../../features/at-cursor/inlay-hints';
import { lenses, lensText, type LensText } from '../../features/at-cursor/lenses';
import { workspaceSymbols } from '../../features/at-cursor/workspace-symbols';
import { commandsFor } from './commands';
import { addressOfRule } from './markdown-links';
import { placeOf } from './places';
import type { Located } from '../session/root-set';
import type { Session } from '../session/session';

/** What is shown in a text without being asked for: lenses above lines, hints behind names, links. */

interface LensData {
  readonly uri: string;
  readonly id: readonly [number, number];
}

/** The lenses of a file, without their texts where these take long: `resolveLens` gives those. Undefined until the root is ready. */
export function codeLensesOf(uri: string, session: Session): CodeLens[] | undefined {
  const located = session.at(uri);
  if (located?.root.isReady !== true || !located.root.annotations.codeLens) return undefined;
  const { root, path } = located;
  return lenses(root.workspace, path)?.map(({ span, text, id }) => {
    const range = root.positions.rangeIn(path, span);
    const data: LensData = { uri, id };
    return text === undefined ? { range, data } : { range, command: commandOf(text, range.start, located, session) };
  });
}

/** A lens that has nothing to say any more gets an empty title, which editors do not show. */
export function resolveLens(lens: CodeLens, session: Session): CodeLens {
  const { uri, id } = lens.data as LensData;
  const located = session.at(uri);
  const text = located && lensText(located.root.workspace, located.path, id);
  if (located === undefined || text === undefined) return { ...lens, command: { title: '', command: '' } };
  return { ...lens, command: commandOf(text, lens.range.start, located, session) };
}

function commandOf(
  { title, places }: LensText,
  position: Location['range']['start'],
  { root, path }: Located,
  { client }: Session,
): Command {
  const locations = places.flatMap((place): Location[] => {
    const span = root.workspace.span(place);
    const file = place.fact.file.path;
    return span === undefined ? [] : [{ uri: root.positions.uriOf(file), range: root.positions.rangeIn(file, span) }];
  });
  const { showPlaces } = commandsFor(client);
  if (locations.length === 0 || showPlaces === undefined) return { title, command: '' };
  return { title, command: showPlaces, arguments: [root.positions.uriOf(path), position, locations] };
}

/** The hints in a range of a file. Undefined until the root is ready, or if the settings switch hints off. */
export function inlayHintsOf({ textDocument, range }: InlayHintParams, session: Session): InlayHint[] | undefined {
  const from = placeOf({ textDocument, position: range.start }, session);
  const to = placeOf({ textDocument, position: range.end }, session);
  if (from === undefined || to === undefined || !from.root.isReady || !from.root.annotations.inlayHints)
    return undefined;
  const { root, path } = from;
  const found = inlayHints(root.workspace, path, { start: from.offset, end: to.offset }, root.preferences);
  return found?.map(({ offset, text }) => ({
    position: root.positions.rangeIn(path, { start: offset, end: offset }).start,
    label: text,
    kind: InlayHintKind.Type,
    paddingLeft: true,
  }));
}

/** The links of a file: to files that it names, and to the pages of rules. */
export function documentLinksOf(uri: string, session: Session): DocumentLink[] | undefined {
  const located = session.at(uri);
  if (located === undefined) return undefined;
  const { root, path } = located;
  return documentLinks(root.workspace, path)?.map(link => ({
    range: root.positions.rangeIn(path, link.span),
    target: 'rule' in link ? addressOfRule(link.rule, session.client) : root.positions.uriOf(link.path),
  }));
}

const SYMBOL = { entry: SymbolKind.Enum, class: SymbolKind.Class } as const;

/** The symbols of all roots that match a query, root by root. */
export function workspaceSymbolsOf(query: string, session: Session): WorkspaceSymbol[] {
  return session.allRoots().flatMap(root =>
    workspaceSymbols(root.workspace, query).map(({ name, kind, container, path, span }) => ({
      name,
      kind: SYMBOL[kind],
      containerName: container,
      location: { uri: root.positions.uriOf(path), range: root.positions.rangeIn(path, span) },
    })),
  );
}

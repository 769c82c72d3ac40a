import type { CancellationToken, Position } from 'vscode-languageserver';
import { Cancelled } from '../../base/cancellation';
import type { Span } from '../../base/text';
import type { Place as FactPlace } from '../../model/fact';
import type { Location, Scoped } from '../../protocol';
import { refuse } from '../session/errors';
import type { Root } from '../session/root';
import type { Located } from '../session/root-set';
import type { Session } from '../session/session';

interface PlaceParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** A place in a text of ours that an editor shows. */
export interface Place extends Located {
  readonly offset: number;
}

/** The place of a position; nothing in a text that is none of ours. */
export function placeOf({ textDocument, position }: PlaceParams, session: Session): Place | undefined {
  const located = session.at(textDocument.uri);
  const offset = located?.root.positions.offsetAt(located.path, position);
  return located === undefined || offset === undefined ? undefined : { ...located, offset };
}

/**
 * The place, once everything has been read, so that the answer is final. Nobody waits where nothing of ours can be. Throws `Cancelled`
 * when the text has changed in the meantime: the position means something else now.
 */
export async function placeOnceRead(
  params: PlaceParams,
  session: Session,
  token: CancellationToken,
): Promise<Place | undefined> {
  const place = placeOf(params, session);
  if (place === undefined || place.root.workspace.placesAt(place.path, place.offset).length === 0) return undefined;
  return onceRead(place, params, session, token);
}

/** The place of a request that may be about the file as a whole, in which case it waits until the file has been read. */
export async function anyPlaceOnceRead(
  params: PlaceParams,
  session: Session,
  token: CancellationToken,
): Promise<Place | undefined> {
  const place = placeOf(params, session);
  return place && onceRead(place, params, session, token);
}

async function onceRead(place: Place, params: PlaceParams, session: Session, token: CancellationToken): Promise<Place> {
  if (place.root.isReady) return place;
  const version = place.root.documents.versionOf(place.path);
  await place.root.ready(token);
  const now = session.at(params.textDocument.uri);
  const isSame = now?.root === place.root && now.root.documents.versionOf(now.path) === version;
  if (token.isCancellationRequested || !isSame) throw new Cancelled();
  return place;
}

/** The root that a request is about. */
export function rootOf({ uri }: Scoped, session: Session): Root {
  return session.rootFor(uri) ?? refuse('No folder is open.');
}

/** The places that an answer leads to, in the order in which they were added; the answer itself holds their numbers only. */
export class PlacesTable {
  readonly places: Location[] = [];

  /** The number of a place under `at`; nothing for a place that no text shows. */
  add(root: Root, place: FactPlace | undefined): { readonly at?: number } {
    const span = place && root.workspace.span(place);
    return place === undefined || span === undefined ? {} : { at: this.addSpan(root, place.fact.file.path, span) };
  }

  addSpan(root: Root, path: string, span: Span): number {
    return this.places.push({ uri: root.positions.uriOf(path), range: root.positions.rangeIn(path, span) }) - 1;
  }
}

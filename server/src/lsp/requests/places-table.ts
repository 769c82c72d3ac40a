import type { Span } from '../../base/text';
import type { Place } from '../../model/fact';
import type { Location } from '../../protocol';
import type { Root } from '../session/root';

/** Gathers the places that an answer leads to, so that the answer itself holds numbers only. */
export class PlacesTable {
  readonly places: Location[] = [];

  /** The number of a place under `at`; nothing for a place that no text shows. */
  add(root: Root, place: Place | undefined): { readonly at?: number } {
    const span = place && root.workspace.span(place);
    return place === undefined || span === undefined ? {} : { at: this.addSpan(root, place.fact.file.path, span) };
  }

  addSpan(root: Root, path: string, span: Span): number {
    return this.places.push({ uri: root.positions.uriOf(path), range: root.positions.rangeIn(path, span) }) - 1;
  }
}

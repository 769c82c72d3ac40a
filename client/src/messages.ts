import type { DashboardFigure } from '../../server/src/protocol';

/**
 * What a page (`client/webview`) and the extension say to each other. Plain data; the page is not trusted with more.
 */

/** To the page: what it shows, and its words in the user's language. Again whenever the data is out of date. */
export interface ToPage<Data> {
  readonly data: Data;
  readonly texts: Readonly<Record<string, string>>;
}

/** From the page: what the person did there. */
export type FromPage =
  | { readonly kind: 'ready' }
  /** Go to a place: an index into the `places` of the data. */
  | { readonly kind: 'open'; readonly at: number }
  /** List what a figure of the dashboard counts, in the root at `uri`; `title` says what that is. */
  | { readonly kind: 'count'; readonly uri: string; readonly figure: DashboardFigure; readonly title: string }
  /** Explain a name, in the light of the root at `uri`. */
  | { readonly kind: 'explain'; readonly name: string; readonly uri: string }
  /** Offer to save a picture; `content` of a PNG is base64. */
  | { readonly kind: 'save'; readonly type: 'svg' | 'png'; readonly content: string };

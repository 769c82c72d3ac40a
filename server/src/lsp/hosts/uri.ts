import { groupOf } from '../../base/text';

/**
 * URIs as clients write them. Clients differ in what they escape (`file:///c%3A/a`, `file:///C:/a`), so URIs are taken
 * apart to be compared, and what is sent back is built on the client's own spelling. Links are never resolved.
 */
export interface UriParts {
  /** Scheme and authority, in lower case; `memfs:/a` and `memfs:///a` have the same. */
  readonly origin: string;
  /** Decoded, with `/`, without one at the end. */
  readonly path: string;
}

/**
 * Nothing for a URI that cannot be a plain file: with a query or fragment (`git:`, notebook cells), or whose path begins
 * nowhere (`untitled:Untitled-1`). Without any path it is the top of a file system.
 */
export function parseUri(uri: string): UriParts | undefined {
  const match = /^([a-z][\w+.-]*:)(?:\/\/([^/?#]*))?(\/[^?#]*)?$/i.exec(uri);
  if (match === null) return undefined;
  const [, , authority = '', after = ''] = match;
  const decoded = ESCAPED.test(after) ? decodedPath(after) : after;
  if (decoded === undefined) return undefined;
  const path = withoutSlash(decoded).replace(/^\/[A-Z]:/, drive => drive.toLowerCase());
  return { origin: `${groupOf(match, 1)}//${authority}`.toLowerCase(), path };
}

/** Hardly any path: something in it is escaped, or has no place in a path. */
const ESCAPED = /%|\0|\.\./;

function decodedPath(path: string): string | undefined {
  const segments = path.split('/').map(decode);
  const isPlain = (segment: string | undefined) => segment !== undefined && segment !== '..' && !/[/\0]/.test(segment);
  return segments.every(isPlain) ? segments.join('/') : undefined;
}

/** The path of `uri` below `folder`, with `/`; empty for the folder itself, nothing for what is not below it. */
export function pathBelow(folder: UriParts, uri: UriParts, foldsCase: boolean): string | undefined {
  if (folder.origin !== uri.origin) return undefined;
  const fold = (path: string): string => (foldsCase ? path.toLowerCase() : path);
  const [above, path] = [fold(folder.path), fold(uri.path)];
  if (path === above) return '';
  return path.startsWith(`${above}/`) ? uri.path.slice(folder.path.length + 1) : undefined;
}

/** Whether a URI is that of a folder or of something below it. */
export function isBelow(folder: string, uri: string): boolean {
  const [above, parts] = [parseUri(folder), parseUri(uri)];
  return above !== undefined && parts !== undefined && pathBelow(above, parts, false) !== undefined;
}

/** The URI of a path below the folder that the client calls `folder`. */
export function uriBelow(folder: string, path: string): string {
  const base = withoutSlash(folder);
  if (path === '') return base;
  return `${base}/${PLAIN.test(path) ? path : path.split('/').map(encode).join('/')}`;
}

/** Nearly all paths: nothing in them has to be escaped. */
const PLAIN = /^[\w\-.~/]*$/;

/** The folder so many levels above, in the client's own spelling, without `/` at the end. */
export function uriAbove(folder: string, levels: number): string {
  let uri = withoutSlash(folder);
  for (let level = 0; level < levels; level++) uri = uri.slice(0, uri.lastIndexOf('/'));
  return uri;
}

/** What begins with `//`, before a path, is no slash at the end: `file:///` gives `file://`. */
function withoutSlash(text: string): string {
  const start = /^[^/]*:\/\//.exec(text)?.[0] ?? '';
  let end = text.length;
  while (end > start.length && text[end - 1] === '/') end--;
  return text.slice(0, end);
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** As VS Code escapes: everything but letters, digits and `-._~`. */
function encode(segment: string): string {
  const whole = segment.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(whole).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

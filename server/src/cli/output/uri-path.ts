/** A path relative to the root as it stands in a URI. Halves of pairs, which have no UTF-8, become U+FFFD. */
export function uriPath(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

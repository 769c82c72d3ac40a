import type { Fact } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';

/** The first fact of a file that `is` accepts. Goes through the lookup, so that whoever asks runs again when the file changes. */
export function fileFact<F extends Fact>(path: string, is: (fact: Fact) => fact is F, lookup: Lookup): F | undefined {
  return lookup.file(path)?.facts.find(is);
}

import { compareStrings, pushTo } from '../base/collections';
import type { Fact, SourceFile } from '../model/fact';
import type { Key, Lookup } from '../model/lookup';
import type { Role } from './keyed-index';
import { contentsOf } from './files';
import { factsByKey, isBefore } from './lookups';
import { readUnindexed, type ReadingContext } from './unindexed-file';

/**
 * The index as it would be if files had other texts (nothing: if they were gone), for asking what an edit would do before
 * it is made. The index itself stays as it is; answers cost what the named keys cost.
 */
export function overlayLookup(
  base: Lookup,
  how: ReadingContext,
  texts: ReadonlyMap<string, string | undefined>,
): Lookup {
  const files = new Map<string, SourceFile>();
  const added = { providers: new Map<string, Fact[]>(), readers: new Map<string, Fact[]>() };
  for (const [path, text] of texts) {
    if (text === undefined) continue;
    const file = readUnindexed(path, text, how);
    files.set(path, file);
    for (const fact of file.facts)
      for (const system of how.systems)
        system.keys(
          fact,
          {
            provides: key => pushTo(added.providers, key, fact),
            reads: key => pushTo(added.readers, key, fact),
            // Circles are those of the index: what is asked of imagined texts is who wins, not who waits for whom.
            edge: () => undefined,
          },
          base.configuration(system.name),
        );
  }
  const facts = (key: Key, role: Role): readonly Fact[] => {
    const known = base[role](key);
    const more = added[role].get(key) ?? [];
    if (more.length === 0 && !known.some(({ file }) => texts.has(file.path))) return known;
    const kept = known.filter(({ file }) => !texts.has(file.path));
    return [...kept, ...more].sort((a, b) => compareStrings(a.file.path, b.file.path));
  };
  const answers = new Map<string, unknown>();
  const lookup: Lookup = {
    ...factsByKey(facts),
    file: path => (texts.has(path) ? files.get(path) : base.file(path)),
    contents: contentsOf,
    isBefore,
    hasFile: path => (texts.has(path) ? texts.get(path) !== undefined : base.hasFile(path)),
    hasFolder: path => base.hasFolder(path) || [...files.keys()].some(file => file.startsWith(`${path}/`)),
    entries: folder => entriesOf(folder, base, texts),
    unseen: () => base.unseen(),
    component: key => base.component(key),
    configuration: system => base.configuration(system),
    remember<T>(key: string, compute: (lookup: Lookup) => T): T {
      if (!answers.has(key)) answers.set(key, compute(lookup));
      return answers.get(key) as T;
    },
    runSettings: base.runSettings,
  };
  return lookup;
}

function entriesOf(folder: string, base: Lookup, texts: ReadonlyMap<string, string | undefined>): string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const names = new Set(base.entries(folder));
  for (const [path, text] of texts) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...inner] = path.slice(prefix.length).split('/');
    if (text !== undefined) names.add(inner.length > 0 ? `${name}/` : name);
    else if (inner.length === 0) names.delete(name);
  }
  return [...names].sort(compareStrings);
}

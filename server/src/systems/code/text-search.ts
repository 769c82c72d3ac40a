import type { Span } from '../../base/text';
import { classKey } from '../../model/class-outline';
import { keyParts } from '../../model/lookup';
import { nameText } from '../../syntax/python/literal';
import { identifiers, identifiersAmong } from '../../syntax/python/identifiers';
import { childOfKind, children, Kind, NONE, spanOf, type PythonTree } from '../../syntax/python/tree';
import type { TextSearch } from '../system';

/**
 * Uses of classes, and imports of modules: too many to be facts, so texts that hold the name are looked through when it is
 * asked for.
 */
export const textSearch: TextSearch = {
  searchWord(key) {
    const { kind, name } = keyParts(key);
    if (kind === 'class' && name !== '') return name;
    return kind === 'file' ? /(?:^|\/)([^/]+)\.py$/.exec(name)?.[1] : undefined;
  },
  spansOf(source, key) {
    if (!source.file.path.endsWith('.py')) return [];
    const tree = source.python('outline');
    const word = textSearch.searchWord(key);
    if (word === undefined) return [];
    if (!key.startsWith('file:')) return namesIn(tree).has(word) ? identifiers(source.text, word) : [];
    const imported = importsIn(tree, source.text);
    const file = keyParts(key).name.replace(/\.py$/, '');
    return identifiers(source.text, word).filter(span => {
      const at = imported.find(({ start, end }) => start <= span.start && span.end <= end);
      return at !== undefined && leadsTo(at.prefix + source.text.slice(at.start, span.end), file, source.file.path);
    });
  },
  *spansOfAny(source, isWanted) {
    if (!source.file.path.endsWith('.py')) return;
    const wanted = new Set([...namesIn(source.python('outline'))].filter(name => isWanted(classKey(name))));
    if (wanted.size === 0) return;
    for (const span of identifiersAmong(source.text, wanted))
      yield { key: classKey(source.text.slice(span.start, span.end)), span };
  },
};

/** A dotted name that is imported: `prefix` is the package that `from a import b` takes it out of. */
interface Imported extends Span {
  readonly prefix: string;
}

function importsIn(tree: PythonTree, text: string): Imported[] {
  const found: Imported[] = [];
  for (let node = 0; node < tree.count; node++) {
    const isFrom = tree.kind[node] === Kind.ImportFrom;
    if (!isFrom && tree.kind[node] !== Kind.Import) continue;
    const own = isFrom ? childOfKind(tree, node, Kind.Name) : NONE;
    if (own !== NONE) found.push({ ...spanOf(tree, own), prefix: '' });
    const from = own === NONE ? '' : text.slice(tree.start[own], tree.end[own]);
    const prefix = from === '' || from.endsWith('.') ? from : `${from}.`;
    for (const child of children(tree, node)) {
      const [name] = tree.kind[child] === Kind.ImportedName ? children(tree, child) : [];
      if (name !== undefined) found.push({ ...spanOf(tree, name), prefix });
    }
  }
  return found;
}

/** Whether a dotted name in a file may mean a module file: by its packages, else because the two lie side by side. */
function leadsTo(dotted: string, file: string, importer: string): boolean {
  const names = dotted.replace(/\s/g, '');
  const folder = importer.split('/').slice(0, -1);
  const dots = names.search(/[^.]|$/);
  const segments = names.slice(dots).split('.');
  if (dots > 0) return [...folder.slice(0, folder.length - dots + 1), ...segments].join('/') === file;
  return segments.length > 1
    ? `/${file}`.endsWith(`/${segments.join('/')}`)
    : [...folder, ...segments].join('/') === file || segments[0] === file;
}

/** The names that a file defines or imports, so that identifiers in it are not somebody else's. */
function namesIn(tree: PythonTree): Set<string> {
  const names = new Set<string>();
  const add = (node: number): void => {
    const name = nameText(tree, node);
    if (name !== undefined) names.add(name);
  };
  for (let node = 0; node < tree.count; node++) {
    const kind = tree.kind[node];
    if (kind === Kind.Class || kind === Kind.ImportedName) children(tree, node).forEach(add);
    else if (kind === Kind.Target) add(node + 1 < tree.count ? node + 1 : NONE);
    else if (kind === Kind.Name) {
      const dotted = nameText(tree, node) ?? '';
      if (dotted.includes('.')) names.add(dotted.slice(dotted.lastIndexOf('.') + 1));
    }
  }
  return names;
}

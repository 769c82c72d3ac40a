import { fileName } from '../../base/paths';
import type { Position } from '../../base/text';
import type { CodeIndex, IndexedDocument } from '../../features/export/code-index';
import { uriPath } from '../../features/text/locations';
import type { RegistrySymbol } from '../../features/export/symbol-occurrences';
import { languageOf, symbolOf, TOOL } from './index-symbols';

/** The version that readers of LSIF 0.6 accept: they were made for the draft with this number. */
const VERSION = '0.6.0-next.7';

/**
 * An index in LSIF 0.6, some lines at a time. What is found of a symbol is written with the file that it is found in,
 * so that no more is kept than a few numbers for each symbol.
 */
export function* lsif(index: CodeIndex, root: string, version: string): Iterable<string> {
  const dump = new Dump(index);
  // Readers of the versions before 0.6 look for the root in the first line.
  const toolInfo = { name: TOOL, version };
  dump.vertex('metaData', { version: VERSION, positionEncoding: 'utf-16', toolInfo, projectRoot: root });
  dump.vertex('source', { workspaceRoot: root });
  const project = dump.vertex('project', { kind: 'registry', name: fileName(root) });
  dump.event('begin', 'project', project);
  yield dump.take();
  const documents: number[] = [];
  for (const document of index.documents()) {
    documents.push(dump.document(document, root));
    yield dump.take();
  }
  if (documents.length > 0) dump.edges('contains', project, documents);
  dump.event('end', 'project', project);
  yield dump.take();
}

/** Whether a file is an LSIF dump that this program wrote, by its first bytes. */
export function isLsif(head: Buffer): boolean {
  const text = head.toString();
  return text.startsWith('{"id":1,"type":"vertex","label":"metaData"') && text.includes(`"toolInfo":{"name":"${TOOL}"`);
}

/** The vertices that hold what is known of a symbol. */
interface Results {
  readonly set: number;
  readonly definition: number | undefined;
  /** Undefined for a definition that overrides another: its references are those of the overridden symbol. */
  readonly reference: number | undefined;
  readonly implementation: number | undefined;
}

class Dump {
  private readonly index: CodeIndex;
  private readonly results = new Map<RegistrySymbol, Results>();
  private lines: string[] = [];
  private last = 0;

  constructor(index: CodeIndex) {
    this.index = index;
  }

  /** The lines that were written since this was last asked. */
  take(): string {
    const text = this.lines.join('');
    this.lines = [];
    return text;
  }

  vertex(label: string, rest: object = {}): number {
    return this.write('vertex', label, rest);
  }

  edges(label: string, outV: number, inVs: readonly number[], rest: object = {}): void {
    this.write('edge', label, { outV, inVs, ...rest });
  }

  event(kind: 'begin' | 'end', scope: 'project' | 'document', data: number): void {
    this.vertex('$event', { kind, scope, data });
  }

  document({ path, occurrences }: IndexedDocument, root: string): number {
    for (const { symbol } of occurrences) this.resultsOf(symbol);
    const uri = `${root}/${uriPath(path)}`;
    const id = this.vertex('document', { uri, languageId: languageOf(path).lsif });
    this.event('begin', 'document', id);
    const items = new Items();
    const ranges = new Map<string, number>();
    for (const { symbol, isDefinition, start, end } of occurrences) {
      const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
      const { set, definition } = this.resultsOf(symbol);
      let range = ranges.get(place);
      if (range === undefined) {
        range = this.vertex('range', { start: lsp(start), end: lsp(end) });
        ranges.set(place, range);
        this.edge('next', range, set);
      }
      if (isDefinition) items.add(definition, undefined, range);
      const whole = symbol.overridden ?? symbol;
      if (isDefinition && whole !== symbol) items.add(this.resultsOf(whole).implementation, undefined, range);
      for (const each of [whole, ...whole.includedIn])
        items.add(this.resultsOf(each).reference, isDefinition ? 'definitions' : 'references', range);
    }
    this.edges('contains', id, [...ranges.values()]);
    for (const { result, property, ranges } of items.all())
      this.edges('item', result, [...ranges], { shard: id, ...(property === undefined ? {} : { property }) });
    this.event('end', 'document', id);
    return id;
  }

  private edge(label: string, outV: number, inV: number): void {
    this.write('edge', label, { outV, inV });
  }

  private resultsOf(symbol: RegistrySymbol): Results {
    const known = this.results.get(symbol);
    if (known !== undefined) return known;
    const { overridden, resolvesTo, includedIn, isDefined, isOverridden } = symbol;
    const set = this.vertex('resultSet');
    const result = (label: string, method: string, isThere: boolean): number | undefined => {
      const vertex = isThere ? this.vertex(label) : undefined;
      if (vertex !== undefined) this.edge(`textDocument/${method}`, set, vertex);
      return vertex;
    };
    const results = {
      set,
      definition: result('definitionResult', 'definition', isDefined),
      reference: result('referenceResult', 'references', overridden === undefined),
      implementation: result('implementationResult', 'implementation', isOverridden),
    };
    this.results.set(symbol, results);
    const moniker = {
      scheme: TOOL,
      identifier: symbolOf(symbol),
      kind: isDefined ? 'export' : 'import',
      unique: 'project',
    };
    this.edge('moniker', set, this.vertex('moniker', moniker));
    const value = this.index.describe(symbol);
    if (value !== undefined)
      this.edge(
        'textDocument/hover',
        set,
        this.vertex('hoverResult', { result: { contents: { kind: 'markdown', value } } }),
      );
    const more = overridden ?? resolvesTo;
    if (more !== undefined) this.edge('next', set, this.resultsOf(more).set);
    for (const each of includedIn) this.resultsOf(each);
    return results;
  }

  private write(type: string, label: string, rest: object): number {
    const id = ++this.last;
    this.lines.push(`${JSON.stringify({ id, type, label, ...rest })}\n`);
    return id;
  }
}

/** The ranges of a document by the result that they are part of, each once. */
class Items {
  private readonly found = new Map<string, { result: number; property: string | undefined; ranges: Set<number> }>();

  add(result: number | undefined, property: string | undefined, range: number): void {
    if (result === undefined) return;
    const key = `${result} ${property ?? ''}`;
    const item = this.found.get(key) ?? { result, property, ranges: new Set() };
    item.ranges.add(range);
    this.found.set(key, item);
  }

  all(): Iterable<{ result: number; property: string | undefined; ranges: ReadonlySet<number> }> {
    return this.found.values();
  }
}

function lsp({ line, column }: Position): object {
  return { line, character: column };
}

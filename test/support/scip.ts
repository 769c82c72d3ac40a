import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fromBinary } from '@bufbuild/protobuf';
import { IndexSchema, PositionEncoding, SymbolRole, type Index } from '@c4312/scip/scip_pb';

export const DEFINITION: number = SymbolRole.Definition;
const READ: number = SymbolRole.ReadAccess;

/** An index, read by the bindings that are generated from SCIP's own description. */
export function readScip(file: string): Index {
  return fromBinary(IndexSchema, fs.readFileSync(file));
}

/** The names of the descriptors of a symbol, by the grammar that `scip.proto` gives. */
export function descriptorsOf(symbol: string): string[] {
  const [, descriptors] = /^registry-intel \. \. \. ((?:(?:[\w+$-]+|`(?:[^`]|``)+`)[/.])+)$/s.exec(symbol) ?? [];
  assert.ok(descriptors !== undefined, `not by the grammar: ${symbol}`);
  return [...descriptors.matchAll(/([\w+$-]+|`(?:[^`]|``)+`)[/.]/gs)].map(([, name]) => {
    if (!name!.startsWith('`')) return name!;
    const inside = name!.slice(1, -1).replaceAll('``', '`');
    assert.ok(/[^\w+$-]/.test(inside), `needs no backticks: ${symbol}`);
    return inside;
  });
}

/** Asserts what `scip.proto` asks of an index beyond its types. */
export function checkScip({ documents, externalSymbols, metadata }: Index): void {
  assert.equal(metadata?.toolInfo?.name, 'registry-intel');
  const described = new Set<string>();
  const defined = new Set<string>();
  const paths = documents.map(({ relativePath }) => relativePath);
  assert.deepEqual(paths, [...new Set(paths)].sort());
  for (const { relativePath, positionEncoding, occurrences } of documents) {
    assert.ok(!/^\/|(^|\/)\.{0,2}(\/|$)/.test(relativePath), relativePath);
    assert.equal(positionEncoding, PositionEncoding.UTF16CodeUnitOffsetFromLineStart);
    const seen = new Set<string>();
    for (const { range, symbol, symbolRoles } of occurrences) {
      assert.ok(range.length === 3 || range.length === 4);
      assert.ok(descriptorsOf(symbol).length >= 3);
      assert.ok(symbolRoles === DEFINITION || symbolRoles === READ);
      assert.ok(!seen.has(`${range.join()} ${symbol}`), `twice: ${relativePath} ${symbol}`);
      seen.add(`${range.join()} ${symbol}`);
      if (symbolRoles === DEFINITION) defined.add(symbol);
    }
  }
  for (const { symbol } of [...documents.flatMap(each => each.symbols), ...externalSymbols]) {
    assert.ok(!described.has(symbol), `described twice: ${symbol}`);
    described.add(symbol);
  }
  for (const each of documents.flatMap(({ occurrences }) => occurrences))
    assert.ok(described.has(each.symbol), each.symbol);
  for (const { symbol } of externalSymbols) assert.ok(!defined.has(symbol), symbol);
  for (const { symbol, relationships } of documents.flatMap(each => each.symbols)) {
    const isDefined = defined.has(symbol) || relationships.some(each => each.isDefinition && defined.has(each.symbol));
    assert.ok(isDefined, symbol);
    for (const each of relationships) assert.ok(described.has(each.symbol), each.symbol);
  }
}

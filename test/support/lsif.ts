import assert from 'node:assert/strict';
import fs from 'node:fs';
import { JsonStore } from '@vscode/lsif-language-service';
import {
  Cardinality,
  Edge,
  EdgeLabels,
  ElementTypes,
  EventKind,
  Vertex,
  VertexLabels,
  type Element,
  type Id,
  type Range,
} from '@vscode/lsif-protocol';

/** What a dump holds, read by the language service that VS Code's LSIF tools share. */
export async function lsifStore(file: string): Promise<JsonStore> {
  const store = new JsonStore();
  await store.load(file, () => ({ toDatabase: uri => uri, fromDatabase: uri => uri }));
  return store;
}

/** Asserts that a dump is what the protocol's own descriptions and the rules of the specification say. */
export function checkLsif(file: string): void {
  const vertices = new Map<Id, Vertex>();
  const edges = new Set<string>();
  const owner = new Map<Id, Id>();
  const open = new Set<Id>();
  const closed = new Set<Id>();
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  assert.equal(lines.pop(), '');
  lines.forEach((line, i) => {
    const element = JSON.parse(line) as Element;
    assert.equal(element.id, i + 1);
    if (element.type === ElementTypes.vertex) {
      assert.ok(Vertex.getDescriptor(element).validate(element), line);
      vertices.set(element.id, element);
      if (element.label === VertexLabels.event && element.kind === EventKind.begin) open.add(element.data);
      if (element.label === VertexLabels.event && element.kind === EventKind.end) {
        assert.ok(open.delete(element.data) && !closed.has(element.data), line);
        closed.add(element.data);
      }
    } else checkEdge(element, line);
  });
  assert.equal(vertices.get(1)?.label, VertexLabels.metaData);
  assert.deepEqual([...open], []);
  const ranges = [...vertices.values()].filter(each => each.label === VertexLabels.range);
  for (const { id } of ranges) assert.ok(owner.has(id), `range ${id} is in no document`);
  checkNesting(ranges);

  function checkEdge(edge: Edge, line: string): void {
    const descriptor = Edge.getDescriptor(edge);
    assert.ok(descriptor.validate(edge), line);
    const from = vertices.get(edge.outV);
    const to = (Edge.is11(edge) ? [edge.inV] : edge.inVs).map(id => vertices.get(id));
    assert.ok(from !== undefined && to.length > 0 && to.every(each => each !== undefined), `not written yet: ${line}`);
    for (const each of to) {
      const isKnown = descriptor.edgeDescriptions.some(
        ([a, b]) => a === Vertex.getDescriptor(from) && b === Vertex.getDescriptor(each),
      );
      assert.ok(isKnown, `${from.label} to ${each.label}: ${line}`);
      if (edge.label === EdgeLabels.contains && from.label === VertexLabels.document) {
        assert.ok(!owner.has(each.id) && open.has(from.id), line);
        owner.set(each.id, from.id);
      }
      if (edge.label === EdgeLabels.item) assert.equal(owner.get(each.id), edge.shard, line);
    }
    if (edge.label === EdgeLabels.item) assert.ok(open.has(edge.shard), `its document is closed: ${line}`);
    if (descriptor.cardinality !== Cardinality.one2one) return;
    const key = `${edge.outV} ${edge.label}`;
    assert.ok(!edges.has(key), line);
    edges.add(key);
  }

  /** No two ranges of a document are equal, and none lies half in another. */
  function checkNesting(all: readonly Range[]): void {
    const byDocument = new Map<Id, Range[]>();
    for (const range of all) {
      const document = owner.get(range.id)!;
      byDocument.set(document, [...(byDocument.get(document) ?? []), range]);
    }
    const order = ({ line, character }: Range['start']): number => line * 1e6 + character;
    for (const list of byDocument.values()) {
      const sorted = list
        .map(range => ({ start: order(range.start), end: order(range.end) }))
        .sort((a, b) => a.start - b.start || b.end - a.end);
      const around: { start: number; end: number }[] = [];
      for (const range of sorted) {
        assert.ok(range.start < range.end, 'an empty range');
        while (around.length > 0 && around.at(-1)!.end <= range.start) around.pop();
        const last = around.at(-1);
        assert.ok(last === undefined || range.end < last.end || (range.end === last.end && range.start > last.start));
        around.push(range);
      }
    }
  }
}

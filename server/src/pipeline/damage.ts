import { groupBy } from '../base/collections';
import { sharedEnd, sharedStart, type Span } from '../base/text';
import { sameData } from '../base/structural-equality';
import { DAMAGED } from '../model/class-outline';
import { Part, type Fact } from '../model/fact';
import type { Field } from '../model/fields';
import { NOWHERE, type SpanTable } from './positions';

/** Facts, and where those of them stand that the text shows: `spans` has a row for each of the first. */
export interface PlacedFacts {
  readonly facts: readonly Fact[];
  readonly spans: SpanTable;
}

/** What a text without damage said; of one that was not shown, the text itself is not known. */
export interface IntactText extends PlacedFacts {
  readonly text: string | undefined;
}

/**
 * What is held to be true while an open text is damaged: what can be read now, with half-typed facts as they last were,
 * and what is missing now but was there when the text was last intact. So a half-typed quote makes nothing vanish, and
 * findings that report an absence stay as they were (editor.md). Facts kept from before come last; they stand where their text still
 * does, if it does. That the file is damaged is then nobody's concern but its own.
 */
export function bridgeDamage(now: PlacedFacts & { readonly text: string }, intact: IntactText): PlacedFacts {
  const rest = new Map<string, number[]>();
  for (const [row, fact] of intact.facts.entries()) {
    const key = `${fact.kind}\0${fact.name}`;
    const same = rest.get(key);
    if (same === undefined) rest.set(key, [row]);
    else same.push(row);
  }
  const isKnown = intact.facts.length > 0;
  const read = now.facts.at(-1)?.kind === DAMAGED && isKnown ? now.facts.slice(0, -1) : now.facts;
  const moved = movedSpans(intact, now.text);
  const spans: Spans[] = [];
  const settled = read.map((fact, i): Fact => {
    const row = rest.get(`${fact.kind}\0${fact.name}`)?.shift();
    const held = fact.partial === true && row !== undefined ? intact.facts[row] : undefined;
    const own = now.spans.data.subarray(now.spans.offsets[i], now.spans.offsets[i + 1]);
    spans.push(held === undefined || row === undefined ? own : spansOfHeld([...own], fact, held, moved(row)));
    return held ?? fact;
  });
  const lost = [...rest.values()].flat();
  return {
    facts: [...settled, ...lost.flatMap(row => intact.facts[row] ?? [])],
    spans: tableOf([...spans, ...lost.map(moved)]),
  };
}

/** The offsets of the parts of one fact, two for each. */
type Spans = Uint32Array | readonly number[];

function tableOf(rows: readonly Spans[]): SpanTable {
  const offsets = new Uint32Array(rows.length + 1);
  let end = 0;
  for (const [i, row] of rows.entries()) offsets[i + 1] = end += row.length;
  const data = new Uint32Array(end);
  for (const [i, row] of rows.entries()) data.set(row, offsets[i]);
  return { offsets, data };
}

/** Finds the spans of a fact of the intact text: those of its parts that the edits have left alone, wherever these are now. */
function movedSpans({ text: before, spans }: IntactText, text: string): (row: number) => number[] {
  let edited: Span | undefined;
  const moved = (start: number, end: number): readonly [number, number] => {
    if (before === undefined) return NOWHERE;
    edited ??= { start: sharedStart(before, text), end: before.length - sharedEnd(before, text) };
    if (end <= edited.start) return [start, end];
    const shift = text.length - before.length;
    return start >= edited.end ? [start + shift, end + shift] : NOWHERE;
  };
  return row => {
    const own = spans.data.subarray(spans.offsets[row], spans.offsets[row + 1]);
    return Array.from({ length: own.length / 2 }, (_, part) => moved(own[2 * part]!, own[2 * part + 1]!)).flat();
  };
}

/**
 * The spans of a fact that is half typed now and held as it last was: the whole and its name stand where the text has them now, fields where it has
 * fields of these names and values. What the fact has no fields for stands where the edits have left it. All else stands nowhere.
 */
function spansOfHeld(own: number[], read: Fact, held: Fact, moved: readonly number[]): number[] {
  const first = 2 * Part.fieldName(0);
  const fields = fieldsOf(held);
  if (fields.length === 0) return [...own.slice(0, first), ...moved.slice(first)];
  const named = groupBy(
    fieldsOf(read).map(({ name, value }, i) => ({ name, value, from: 2 * Part.fieldName(i) })),
    ({ name }) => name,
  );
  const placed = fields.flatMap(({ name, value }) => {
    const now = named
      .get(name)
      ?.slice(0, FIELDS_TRIED)
      .find(each => sameData(each.value, value));
    return now === undefined ? [...NOWHERE, ...NOWHERE] : own.slice(now.from, now.from + 4);
  });
  return [...own.slice(0, first), ...placed];
}

/** How many fields of one name are compared with a lost one. */
const FIELDS_TRIED = 4;

/** The fields that a fact has, in the order in which they are placed (see `FactParts`). */
function fieldsOf(fact: Fact): readonly Field[] {
  const { fields } = fact as { readonly fields?: readonly Field[] };
  return fields ?? [];
}

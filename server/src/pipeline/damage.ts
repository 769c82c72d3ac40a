import { groupBy } from '../base/collections';
import { sharedEnd, sharedStart } from '../base/text';
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
  const settled = read.map(fact => {
    const row = rest.get(`${fact.kind}\0${fact.name}`)?.shift();
    return (fact.partial === true && row !== undefined ? intact.facts[row] : undefined) ?? fact;
  });
  const lost = [...rest.values()].flat();
  return {
    facts: [...settled, ...lost.flatMap(row => intact.facts[row] ?? [])],
    spans: tableOf([...spansOfSettled(now.spans, read, settled), ...spansOfLost(intact, lost, now.text)]),
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

/** The spans of facts that were lost: those of their parts that the edits have left alone, wherever these are now. */
function* spansOfLost({ text: before, spans }: IntactText, lost: readonly number[], text: string): Iterable<number[]> {
  if (before === undefined || lost.length === 0) return;
  const head = sharedStart(before, text);
  const tail = before.length - sharedEnd(before, text);
  const shift = text.length - before.length;
  const moved = (start: number, end: number): readonly [number, number] => {
    if (start >= tail) return [start + shift, end + shift];
    return end <= head ? [start, end] : NOWHERE;
  };
  for (const row of lost) {
    const own = spans.data.subarray(spans.offsets[row], spans.offsets[row + 1]);
    yield Array.from({ length: own.length / 2 }, (_, part) => moved(own[2 * part]!, own[2 * part + 1]!)).flat();
  }
}

/**
 * The spans of facts of which some are as they last were: their fields stand where the half-typed text has fields of these names. What
 * is said of a field that it does not have, or of another value, stands nowhere.
 */
function* spansOfSettled(spans: SpanTable, read: readonly Fact[], settled: readonly Fact[]): Iterable<Spans> {
  for (const [row, fact] of settled.entries()) {
    const own = spans.data.subarray(spans.offsets[row], spans.offsets[row + 1]);
    const was = read[row];
    yield was === undefined || was === fact ? own : movedFields([...own], fieldsOf(was), fieldsOf(fact));
  }
}

function movedFields(own: number[], read: readonly Field[], held: readonly Field[]): number[] {
  const first = 2 * Part.fieldName(0);
  if (held.length === 0 || own.length < first) return own;
  const named = groupBy(
    read.map(({ name, value }, i) => ({ name, value, from: 2 * Part.fieldName(i) })),
    ({ name }) => name,
  );
  const fields = held.flatMap(({ name, value }) => {
    const now = named
      .get(name)
      ?.slice(0, FIELDS_TRIED)
      .find(each => sameData(each.value, value));
    return now === undefined ? [...NOWHERE, ...NOWHERE] : own.slice(now.from, now.from + 4);
  });
  return [...own.slice(0, first), ...fields];
}

/** So many fields of one name are looked at. */
const FIELDS_TRIED = 4;

/** The fields that a fact has, in the order in which they are placed (see `FactParts`). */
function fieldsOf(fact: Fact): readonly Field[] {
  const { fields } = fact as { readonly fields?: readonly Field[] };
  return fields ?? [];
}

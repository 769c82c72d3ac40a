/** What an agent asks for of a long answer. */
export interface PageRequest {
  readonly limit: number;
  /** How many items of the lists come before. */
  readonly offset: number;
}

/** How many items of a list a page holds at most. */
export const MOST_ITEMS = 200;
/** In UTF-16 units of the JSON. */
const MOST_TEXT = 32_000;

/** How much of what is inside an item is shown: items of a list, units of a text. The next is taken where an answer is still too long. */
const BOUNDS = [
  { items: 40, text: 1000 },
  { items: 5, text: 200 },
  { items: 1, text: 60 },
] as const;

/**
 * One page of an answer. Its lists (paths such as `findings.new`) follow each other; whatever else is a list, or a long text, is cut, and
 * `omitted` counts what is left out of it. No page is longer than `MOST_TEXT`.
 */
export function pageOf(
  answer: Readonly<Record<string, unknown>>,
  lists: readonly string[],
  { limit, offset }: PageRequest,
): Readonly<Record<string, unknown>> {
  const all = lists.flatMap(list => {
    const items = at(answer, list);
    return Array.isArray(items) ? [{ list, items: items as readonly unknown[] }] : [];
  });
  const total = all.reduce((sum, { items }) => sum + items.length, 0);
  for (const bound of BOUNDS)
    for (let size = limit; size >= 1; size = Math.floor(size / 2)) {
      const page = cut(answer, all, { offset, size, total }, bound);
      if (JSON.stringify(page).length <= MOST_TEXT) return page;
    }
  const next = offset + 1;
  return { version: answer['version'], total, next: next < total ? String(next) : null, omitted: 1 };
}

interface Slice {
  readonly offset: number;
  readonly size: number;
  readonly total: number;
}

function cut(
  answer: Readonly<Record<string, unknown>>,
  lists: readonly { readonly list: string; readonly items: readonly unknown[] }[],
  { offset, size, total }: Slice,
  bound: (typeof BOUNDS)[number],
): Record<string, unknown> {
  const slices = new Map<unknown, readonly unknown[]>();
  let before = 0;
  for (const { items } of lists) {
    const start = Math.max(0, offset - before);
    slices.set(items, items.slice(start, Math.max(start, offset + size - before)));
    before += items.length;
  }
  const left = { out: 0 };
  const data = bounded(answer, bound, slices, left) as Record<string, unknown>;
  const end = offset + size;
  return { ...data, total, next: end < total ? String(end) : null, ...(left.out === 0 ? {} : { omitted: left.out }) };
}

function bounded(
  value: unknown,
  bound: (typeof BOUNDS)[number],
  slices: ReadonlyMap<unknown, readonly unknown[]>,
  left: { out: number },
): unknown {
  if (typeof value === 'string') {
    if (value.length <= bound.text) return value;
    left.out++;
    return `${value.slice(0, bound.text)}…`;
  }
  if (typeof value !== 'object' || value === null) return value;
  const inside = (each: unknown): unknown => bounded(each, bound, slices, left);
  if (Array.isArray(value)) {
    const shown = slices.get(value) ?? value.slice(0, bound.items);
    if (!slices.has(value)) left.out += value.length - shown.length;
    return shown.map(inside);
  }
  const entries = Object.entries(value);
  const shown = entries.slice(0, MOST_FIELDS);
  left.out += entries.length - shown.length;
  return Object.fromEntries(shown.map(([name, each]) => [name.slice(0, bound.text), inside(each)]));
}

/** Of one mapping, such as the fields of a row. */
const MOST_FIELDS = 60;

/** What stands in an answer under a path such as `findings.new`. */
function at(answer: unknown, list: string): unknown {
  const step = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined;
  return list.split('.').reduce(step, answer);
}

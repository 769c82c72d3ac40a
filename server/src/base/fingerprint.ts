/**
 * A short text that stands for a plain value (primitives, lists, objects). Equal values give the same, if their fields come in
 * the same order; it holds two sums of 32 bits and a length, so values of one type that differ and agree in it are not going to be
 * met. Of a field's name, its length and first letter count. Leaves no garbage, as JSON would.
 */
export function fingerprint(value: unknown): string {
  const sums: Sums = { a: 0x811c9dc5, b: 0x9e3779b9, units: 0 };
  addValue(value, sums);
  return `${sums.units} ${sums.a} ${sums.b}`;
}

interface Sums {
  a: number;
  b: number;
  units: number;
}

function addValue(value: unknown, sums: Sums): void {
  if (typeof value === 'string') addText(value, sums);
  else if (typeof value === 'number' && Number.isInteger(value)) add(value, sums);
  else if (typeof value !== 'object' || value === null) {
    addText(String(value), sums);
    add(OTHER, sums);
  } else if (Array.isArray(value)) {
    for (const item of value) addValue(item, sums);
    add(LIST + value.length, sums);
  } else {
    for (const key in value) {
      add(key.length + (key.charCodeAt(0) << 16), sums);
      addValue((value as Record<string, unknown>)[key], sums);
    }
    add(OBJECT, sums);
  }
}

/** The length tells texts that follow each other apart. */
function addText(text: string, sums: Sums): void {
  let { a, b } = sums;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b + unit, 0x85ebca6b) ^ (b >>> 15);
  }
  sums.a = a;
  sums.b = b;
  sums.units += text.length;
  add(-1 - text.length, sums);
}

function add(unit: number, sums: Sums): void {
  sums.a = Math.imul(sums.a ^ unit, 0x01000193) ^ (sums.a >>> 17);
  sums.b = Math.imul(sums.b + unit, 0x85ebca6b) ^ (sums.b >>> 15);
}

/** Units that stand behind the parts of a list (with its number of items), of an object and of any other value, so that different nesting gives different sums. */
const LIST = 1 << 29;
const OBJECT = 1 << 30;
const OTHER = -(1 << 30);

import { DAMAGED } from '../model/class-outline';
import type { Fact } from '../model/fact';

/**
 * What is held to be true while an open text is damaged: what can be read now, with half-typed facts as they last were,
 * and what is missing now but was there when the text was last intact. So a half-typed quote makes nothing vanish, and
 * findings that report an absence stay as they were (editor.md). Facts kept from before come last and have no place.
 * That the file is damaged is then nobody's concern but its own.
 */
export function bridgeDamage(now: readonly Fact[], intact: readonly Fact[]): readonly Fact[] {
  const rest = new Map<string, Fact[]>();
  for (const fact of intact) {
    const key = `${fact.kind}\0${fact.name}`;
    const same = rest.get(key);
    if (same === undefined) rest.set(key, [fact]);
    else same.push(fact);
  }
  const bridged = now.at(-1)?.kind === DAMAGED && intact.length > 0 ? now.slice(0, -1) : now;
  const settled = bridged.map(fact => {
    const before = rest.get(`${fact.kind}\0${fact.name}`)?.shift();
    return fact.partial === true && before !== undefined ? before : fact;
  });
  return [...settled, ...[...rest.values()].flat()];
}

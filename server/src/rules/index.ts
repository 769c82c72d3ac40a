import { unreadable } from './registry/unreadable';
import type { Rule } from './rule';

/** Every rule. `scripts/gen.ts` writes the rule pages and the project file's schema from this table. */
export const RULES: readonly Rule[] = [unreadable];

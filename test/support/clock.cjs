/** Loaded before a program: the clock on the wall jumps years to and fro each time that somebody looks at it. */
'use strict';
const real = Date.now;
let looks = 0;
const now = () => real() + [0, 1, -1, 20, -20, 0.001][looks++ % 6] * 365 * 86_400_000;
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length === 0 ? [now()] : given));
  }

  static now() {
    return now();
  }
};

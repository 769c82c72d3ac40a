import assert from 'node:assert/strict';
import { Latencies } from '../../server/src/base/latencies';

describe('Latencies', () => {
  it('gives the middle and the slow end of what was noted, by kind', () => {
    const latencies = new Latencies();
    for (let i = 100; i > 0; i--) latencies.record('edit', i);
    latencies.record('hover', 7);
    assert.deepEqual(latencies.all(), [
      { what: 'edit', count: 100, p50: 51, p95: 96 },
      { what: 'hover', count: 1, p50: 7, p95: 7 },
    ]);
  });

  it('forgets what was long ago', () => {
    const latencies = new Latencies();
    for (let i = 0; i < 600; i++) latencies.record('edit', i < 100 ? 1000 : 1);
    assert.deepEqual(latencies.all(), [{ what: 'edit', count: 500, p50: 1, p95: 1 }]);
  });
});

import assert from 'node:assert/strict';
import { DEFAULT_PATH, workspaceOfFiles } from '../support/fixture';

describe('the places of a text that was cut short', () => {
  const text = 'LOCAL_STEPS = {\n    "Own": {"builder_step_name": "OwnStepBuilder", "spec_type": "Own"},\n}\n';
  it('are those that it shows, at every offset', () => {
    for (let length = 0; length < text.length; length++) {
      const workspace = workspaceOfFiles(new Map([[DEFAULT_PATH, text]]));
      const cut = text.slice(0, length);
      workspace.apply(new Map([[DEFAULT_PATH, { text: cut, open: true }]]));
      for (let offset = 0; offset <= length; offset++)
        for (const place of workspace.placesAt(DEFAULT_PATH, offset)) {
          const span = workspace.span(place);
          assert.ok(span !== undefined && span.start <= offset && offset <= span.end && span.end <= length);
          for (const part of workspace.parts(place.fact)) assert.ok(part.span.end <= length);
        }
    }
  });
});

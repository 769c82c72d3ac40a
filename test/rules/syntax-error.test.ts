import assert from 'node:assert/strict';
import { fileEditsOf } from '../../server/src/features/edit/fixes';
import { applyEdits } from '../../server/src/features/edit/text-edit';
import { isLong, someOf } from '../support/seed';
import { workspaceOfFiles } from '../support/fixture';
import { ALICE } from '../cli/repository';

const REGISTRY = `from os import path  # "{"

LOCAL_STEPS = {
    "Prep": {
        "builder_step_name": "PrepStepBuilder",  # a note, with a comma
        "description": "two" " parts",
        "tags": ["a", "b"],
        "priority": (1 + 2) * 3
    },
    "Train": {"builder_step_name": path.basename("TrainStepBuilder"), "spec_type": '''Tr
ain'''},
    'Last': dict(config_class='LastConfig'),
}


class Helper:
    def name(self): return "x"


if path:
    STEP_OVERRIDES = {}
`;

describe('the quick fix of a registry that does not parse', () => {
  it('puts a comma between entries and a colon behind a header back where it was missed', () => {
    const entries = [...REGISTRY.matchAll(/,(?=\s*(?:#.*)?\s*["']\w+["']: )/g)];
    const headers = [...REGISTRY.matchAll(/(?<=Helper|\)|if path):/g)];
    assert.deepEqual([entries.length, headers.length], [6, 3]);
    for (const { index } of [...entries, ...headers]) {
      const broken = REGISTRY.slice(0, index) + REGISTRY.slice(index + 1);
      assert.equal(repaired(broken), REGISTRY, JSON.stringify(broken.slice(index - 20, index + 20)));
    }
  });

  it('is offered for nothing else', () => {
    const offered = someOf(
      Array.from(REGISTRY, (_, i) => i),
      isLong ? 1 : 5,
    ).filter(i => {
      const broken = REGISTRY.slice(0, i) + REGISTRY.slice(i + 1);
      const text = repaired(broken);
      return text !== undefined && text !== REGISTRY;
    });
    assert.deepEqual(offered, []);
  });
});

/** The text after the fix of its syntax error; nothing if it has none. */
function repaired(text: string): string | undefined {
  const workspace = workspaceOfFiles(new Map([[ALICE, text]]));
  const [fix] = workspace.findings(ALICE).flatMap(({ code, fixes }) => (code === 'registry/syntax-error' ? fixes : []));
  const [made] = (fix && fileEditsOf(workspace, fix)) ?? [];
  return made && 'edits' in made ? applyEdits(text, made.edits) : undefined;
}

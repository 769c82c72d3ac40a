import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { bundled } from '../bundle';
import { placeAt, TestClient, uriOf } from '../client';
import { addTo, makeTree, removeTrees } from '../../support/disk';
import { isSoak, tries } from '../../support/seed';

/** In how many parts each history is cut; memory is looked at after each. */
const PARTS = 10;
/** What the runtime may keep in hand beyond what it had after the first third, in MB: its collector is not asked for anything. */
const SLACK = 30;

const REGISTRY = 'developer_workspaces/me/src/cursus_dev/registry/workspace_registry.py';

function files(row: number): Record<string, string> {
  const step = (name: string) =>
    `    "${name}": {"config_class": "${name}Config", "builder_step_name": "${name}StepBuilder", "spec_type": "${name}", "sagemaker_step_type": "Processing", "description": "${row}"},\n`;
  return {
    'src/cursus/registry/step_names.py': `STEP_NAMES = {\n${['Train', 'Split', 'Load'].map(step).join('')}}\n`,
    [REGISTRY]: `LOCAL_STEPS = {\n${step(`Own${row}`)}}\nSTEP_OVERRIDES = {}\n`,
  };
}

describe('the memory of a server', function () {
  this.timeout(1_800_000);
  after(removeTrees);
  before(function () {
    // Nothing there tells the memory of another process.
    if (process.platform === 'win32') this.skip();
  });

  const EDITS = tries(5000, 300);
  it(`is level over ${EDITS} edits`, () =>
    levelOver(EDITS, async (client, root, i) => {
      const registry = path.join(root, REGISTRY);
      const text = files(i)[REGISTRY]!;
      if (i === 0) await client.open(registry, text);
      else await client.edit(registry, i % 7 === 0 ? text.slice(0, i % text.length) : text);
      await client.request('textDocument/hover', placeAt(registry, 1, 6));
    }));

  const OPENED = tries(1000, 100);
  it(`is level over ${OPENED} files that are opened and closed`, () =>
    levelOver(OPENED, async (client, root, i) => {
      const file = path.join(root, `src/cursus/steps/builders/builder_${i}.py`);
      await client.open(file, `class Own${i}StepBuilder:\n    """${'x'.repeat(1000)}"""\n`);
      await client.request('textDocument/documentSymbol', { textDocument: { uri: uriOf(file) } });
      await client.close(file);
    }));

  const ROOTS = tries(500, 30);
  it(`is level over ${ROOTS} roots that are added and removed`, () =>
    levelOver(ROOTS, async (client, root, i) => {
      const folder = path.join(root, '..', `${path.basename(root)}-${i}`);
      addTo(folder, files(i));
      const event = [{ uri: uriOf(folder), name: 'added' }];
      const changed = (added: object[], removed: object[]): Promise<void> =>
        client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
      await changed(event, []);
      const file = path.join(folder, REGISTRY);
      await client.open(file, files(i)[REGISTRY]!);
      await client.request('textDocument/hover', placeAt(file, 1, 6));
      await client.close(file);
      await changed([], event);
      fs.rmSync(folder, { recursive: true });
    }));
});

/** Does something so many times to a server of its own, and asserts that its memory is level after a third of them. */
async function levelOver(
  times: number,
  does: (client: TestClient, root: string, i: number) => Promise<void>,
): Promise<void> {
  const root = makeTree(files(0));
  const client = await TestClient.start({ server: await bundled('server/src/lsp/main.ts'), folders: [root] });
  const memory: number[] = [];
  for (let i = 0; i < times; i++) {
    await does(client, root, i);
    client.published.length = 0;
    if ((i + 1) % Math.ceil(times / PARTS) === 0) memory.push(residentMemory(client.pid));
  }
  await client.stop();
  const said = memory.map(each => each.toFixed(0)).join(' ');
  if (isSoak) console.log(`      ${times}: ${said} MB`);
  const [warm = 0, last = 0] = [memory[Math.floor(PARTS / 3)], memory.at(-1)];
  assert.ok(last <= warm + SLACK, said);
}

/** In MB. */
function residentMemory(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

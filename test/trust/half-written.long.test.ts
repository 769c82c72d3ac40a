import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { loadWorkspace } from '../../server/src/host/disk-files';
import { textOf } from '../../server/src/host/read-text';
import type { PlacedFinding } from '../../server/src/model/finding';
import { Workspace } from '../../server/src/workspace';
import { ALICE, CORE, REPOSITORY } from '../cli/repository';
import { TestClient, uriOf } from '../lsp/client';
import { makeTree, type Content } from '../support/disk';
import { workspaceOfFiles } from '../support/fixture';
import { checkFresh, plainFindings } from '../support/fresh';
import { metadataText, REGISTRY, registryText } from '../systems/artifacts/repository';
import { moduleText, needs } from '../systems/modules/module-text';
import { isLong, someOf } from '../support/seed';

const CORPUS = path.join(import.meta.dirname, '..', 'corpus');
/** So many cuts of each file. */
const CUTS = isLong ? 12 : 5;

async function load(root: string): Promise<Workspace> {
  const workspace = new Workspace({ readText: at => textOf(path.join(root, at)) });
  await loadWorkspace(workspace, root);
  return workspace;
}

/** What is said of one thing, whatever else the message mentions. */
function claim({ path: at, span, code }: PlacedFinding): string {
  return `${at}:${span.start} ${code}`;
}

function findings(workspace: Workspace, apart?: string): PlacedFinding[] {
  return [...workspace.paths()].filter(at => at !== apart).flatMap(at => [...workspace.findings(at)]);
}

/**
 * What is true whatever the rest of a file says: of a row by itself, which settings no longer silence, or of something that is
 * where it is; or says itself that something cannot be told.
 */
const TRUE_ANYWAY = new Set([
  'registry/no-core',
  'step/missing-field',
  'step/dropped-field',
  'workspace/id-mismatch',
  'tree/untracked-file',
]);

/**
 * Systems that say what the run time does with a text that does not parse: it refuses the file, and others lose by that. Such a
 * finding is true as long as it names the damaged file. The rest of what such a system says elsewhere is an absence.
 */
const NAMES_THE_CAUSE = 'module/';

/** Whether a finding names the damaged file as its cause, or says itself that it cannot be told. */
function isExplained({ code, message, severity }: PlacedFinding, at: string): boolean {
  if (!code.startsWith(NAMES_THE_CAUSE)) return false;
  return message.includes(at) || (severity === 'warning' && message.includes('cannot be told'));
}

/** Claims about other files that come up while a file is damaged. */
function untrue(workspace: Workspace, at: string, known: ReadonlySet<string>): string[] {
  return findings(workspace, at)
    .filter(each => !known.has(claim(each)) && !TRUE_ANYWAY.has(each.code) && !isExplained(each, at))
    .map(each => `${each.code}\t ${each.path}: ${each.message}`);
}

describe('a half-written file', () => {
  for (const { name } of fs.readdirSync(CORPUS, { withFileTypes: true }).filter(entry => entry.isDirectory()))
    it(`makes nothing be called absent, and leaves nothing behind: ${name}`, async () => {
      const root = path.join(CORPUS, name);
      const workspace = await load(root);
      const texts = new Map([...workspace.paths()].map(at => [at, textOf(path.join(root, at)) ?? '']));
      const known = new Set(findings(workspace).map(claim));
      const whole = new Map([...texts.keys()].map(at => [at, plainFindings(workspace, at)]));
      const wrong: string[] = [];
      for (const [at, text] of someOf([...texts], 8)) {
        for (let i = 0; i < CUTS; i++) {
          const cut = Math.floor((text.length * (i + 0.5)) / CUTS);
          workspace.apply(new Map([[at, { text: text.slice(0, cut), open: false }]]));
          if (workspace.file(at)!.incomplete)
            wrong.push(...untrue(workspace, at, known).map(each => `${at} up to ${cut}: ${each}`));
        }
        workspace.apply(new Map([[at, { text, open: false }]]));
        for (const [other, expected] of whole) assert.deepEqual(plainFindings(workspace, other), expected, other);
      }
      assert.deepEqual(wrong, []);
    });
});

const COMPANION = 'plugins/b_meta.yaml';
const METADATA = 'src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml';
const PROJECT = 'registry-intelligence.yaml';
const APCORE = 'apcore.yaml';
const DECOY = ['A', 'B', 'C', 'D']
  .map(name => `    "${name}": {"builder_step_name": "${name}StepBuilder"},\n`)
  .join('');

/** Something of each system that needs what other files say. Only the project file says that a copy and a folder do not count. */
const FILES: Readonly<Record<string, Content>> = {
  ...REPOSITORY,
  [PROJECT]: `extensions: ["plugins"]\ncore: "${CORE}"\nresolution:\n  profile: "isolated"\n`,
  'src/copy/registry/step_names.py': `STEP_NAMES = {\n${DECOY}}\n`,
  'src/copy/steps/builders/none.py': '',
  'src/copy/steps/configs/none.py': '',
  'extensions/z.py': moduleText(),
  'extensions/z_meta.yaml': needs('nowhere'),
  [APCORE]: 'extensions:\n  max_depth: 4\nid_map:\n  overrides: "./ids.yaml"\n',
  'ids.yaml': 'mappings:\n  - {file: old.py, id: "kept.old"}\n',
  'plugins/a.py': moduleText(),
  'plugins/a_meta.yaml': `dependencies:\n  - {module_id: b, version: ">=2.0.0"}\n  - {module_id: kept.old}\n  - {module_id: gone, optional: true}\n`,
  'plugins/b.py': moduleText(),
  [COMPANION]: 'tags: [one, two]\nversion: "2.1.0"\nentry_point: "b:Module"\n',
  'plugins/old.py': moduleText(),
  [REGISTRY]: registryText([{ version: '1.0.0' }, { version: '2.0.0' }]),
  [METADATA]: metadataText({ version: '1.0.0', metadata: 'description: "Stamps"\n' }),
  'src/onex/nodes/stamper_node/v2_0_0/node.onex.yaml': metadataText({ version: '2.0.0' }),
};

/** Nothing, and the ends of some lines: before the line end, and in the midst of what stands last. */
function cutsOf(text: string): number[] {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const step = Math.ceil(ends.length / 4);
  return [0, ...ends.filter((_, i) => i % step === 0).flatMap(end => [end - 5, end])];
}

/** What a client is shown of closed files, by path; hints are not. */
function shownBy(client: TestClient, root: string, workspace: Workspace): [string, string[]][] {
  return [...workspace.paths()].sort().map(at => {
    const last = client.published.findLast(({ uri }) => uri === uriOf(path.join(root, at)));
    return [at, (last?.diagnostics ?? []).map(({ code, message }) => `${code} ${message as string}`).sort()];
  });
}

function expected(workspace: Workspace): [string, string[]][] {
  return [...workspace.paths()].sort().map(at => {
    const said = workspace.findings(at).filter(({ severity }) => severity !== 'hint');
    return [at, said.map(({ code, message }) => `${code} ${message}`).sort()];
  });
}

describe('a file that is damaged at its end only', () => {
  it('is damaged all the same, though it says what it said', () => {
    const files = new Map(Object.entries(FILES) as [string, string][]);
    const workspace = workspaceOfFiles(files);
    for (const at of [APCORE, 'ids.yaml', COMPANION, REGISTRY, METADATA, PROJECT]) {
      const text = files.get(at)!;
      for (const now of [`${text}]`, text]) {
        files.set(at, now);
        workspace.apply(new Map([[at, { text: now, open: false }]]));
        checkFresh(workspace, files);
      }
    }
  });
});

describe('a server that is told of a half-written file', () => {
  for (const at of someOf([CORE, ALICE, COMPANION, 'ids.yaml', APCORE, REGISTRY, METADATA, PROJECT], 3))
    it(`says what a fresh one would, and again when it is whole: ${path.basename(at)}`, async () => {
      const root = makeTree(FILES);
      const client = await TestClient.start({ server: {}, folders: [root] });
      const known = new Set(findings(await load(root)).map(claim));
      const text = FILES[at] as string;
      const write = async (now: string): Promise<Workspace> => {
        fs.writeFileSync(path.join(root, at), now);
        await client.watched([path.join(root, at), 'changed']);
        const fresh = await load(root);
        const wanted = expected(fresh);
        await client.when(
          () => JSON.stringify(shownBy(client, root, fresh)) === JSON.stringify(wanted),
          () => assert.deepEqual(shownBy(client, root, fresh), wanted, JSON.stringify(now)),
        );
        return fresh;
      };
      await client.request('registry/names', undefined);
      let damaged = 0;
      for (const cut of cutsOf(text)) {
        const fresh = await write(text.slice(0, cut));
        if (fresh.file(at)?.incomplete === true) {
          damaged++;
          assert.deepEqual(untrue(fresh, at, known), [], JSON.stringify(text.slice(0, cut)));
        }
        await write(text);
      }
      assert.ok(damaged > 0);
      await client.stop();
    });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { wordsModule, wordsOf } from '../../scripts/gen-systems';
import { soleCheckpoint } from '../../server/src/base/cancellation';
import { completion } from '../../server/src/features/at-cursor/completion';
import { hover } from '../../server/src/features/at-cursor/hover';
import { explain } from '../../server/src/features/explain/explain';
import { explainText } from '../../server/src/features/explain/text';
import { contextOf } from '../../server/src/features/context';
import { graph } from '../../server/src/features/overviews/graph';
import { health } from '../../server/src/features/overviews/health';
import { treeNodes } from '../../server/src/features/overviews/tree';
import { RULES } from '../../server/src/rules/index';
import { REGISTRIES, systemsWith } from '../../server/src/systems/index';
import type { Workspace } from '../../server/src/workspace';
import { runProgramAt } from '../cli/run';
import { bundleWith } from '../lsp/bundle';
import { makeTree } from '../support/disk';
import { workspaceOf } from '../support/fixture';
import { recipes } from './index';
import { unknownRecipe } from './unknown';

const TEXT = 'water (base):\nstock (base): water, bones\nsoup (starter): stock\n';

const systems = systemsWith([...REGISTRIES, recipes]);
const rules = [...RULES, unknownRecipe];

describe('a fourth system is a folder and a line', () => {
  let workspace: Workspace;
  before(() => (workspace = workspaceOf(`#- cook.recipes\n${TEXT}`, { systems, rules })));

  const at = (word: string): number => TEXT.lastIndexOf(word);

  it('in what an editor shows: findings, hover, completion, views', async () => {
    const [finding] = workspace.findings('cook.recipes');
    assert.equal(finding?.message, "There is no recipe for 'bones'");
    assert.deepEqual(finding.span, { start: at('bones'), end: at('bones') + 'bones'.length });

    const shown = hover(workspace, 'cook.recipes', at('stock'), {}, { linkTo: () => undefined });
    assert.match(shown?.markdown ?? '', /\*\*stock\*\* .*can be cooked/);

    const offered = completion(workspace, 'cook.recipes', TEXT.length - 2, {});
    assert.deepEqual(
      offered?.items.map(({ label }) => label),
      ['stock'],
    );

    const [core] = treeNodes(workspace, 'registries');
    assert.deepEqual([core?.label, core?.description], ['core', '3 recipes']);
    assert.deepEqual(
      treeNodes(workspace, 'dependencies').map(({ label, description }) => `${label} ${description}`),
      ['soup needs 1, needed by 0', 'stock needs 1, needed by 1', 'water needs 0, needed by 1'],
    );
    const { nodes, edges } = await graph(workspace, soleCheckpoint());
    assert.deepEqual([nodes.length, edges.length], [3, 2]);
  });

  it('in explanations and in the health of registries', () => {
    const context = contextOf(workspace, undefined);
    const [found] = explain(workspace, 'soup', context, 'recipe');
    assert.match(explainText(workspace, found!), /the only recipe/);
    assert.deepEqual(
      health(workspace).registries.map(({ kind, status, definitions }) => [kind, status, definitions]),
      [['recipe', 'UNKNOWN', 3]],
    );
    assert.ok(workspace.isStrict('recipe/unknown'));
  });
});

describe('a fourth system on the command line', () => {
  let program: string;
  let folder: string;
  before(async function () {
    this.timeout(600_000);
    program = await bundleWith('server/src/cli/main.ts', [await withRecipes()]);
    folder = makeTree({ '.git/HEAD': '', 'cook.recipes': TEXT });
  });

  const run = (...line: string[]) => runProgramAt(program, folder, line);

  it('is listed, explained, shown and linted', () => {
    assert.match(run('list', 'recipes').out, /· soup +core +starter +needs 1[^]*\n3 recipes\n/);
    assert.match(run('list', 'recipes', '--type', 'base').out, /\n2 recipes\n/);
    const { recipes: listed } = JSON.parse(run('list', 'recipes', '--format', 'json').out) as { recipes: object[] };
    assert.equal(listed.length, 3);
    assert.match(run('explain', 'soup', '--kind', 'recipe').out, /the only recipe/);
    assert.match(run('show', 'soup').out, /course +starter/);
    assert.match(run('health').out, /core recipes +UNKNOWN/);
    assert.match(run('stats').out, /^recipes\n/m);
    assert.match(run('list', '--help').out, /list steps, modules, artifacts, recipes, workspaces, conflicts or rules/);

    assert.match(run('lint').out, /2:22 +warning +There is no recipe for 'bones' +recipe\/unknown/);
    const strict = run('lint', '--strict', '--format', 'json');
    const { findings } = JSON.parse(strict.out) as { findings: { code: string; severity: string }[] };
    assert.deepEqual(
      findings.map(({ code, severity }) => [code, severity]),
      [['recipe/unknown', 'error']],
    );
    assert.equal(strict.code, 1);
  });
});

/** The product with one line more in the tables of systems and rules, and with what is generated from them. */
async function withRecipes(): Promise<Plugin> {
  const source = path.resolve(import.meta.dirname, '../../server/src');
  const line = (file: string, before: string, name: string, from: string): string => {
    const text = readFileSync(path.join(source, file), 'utf8');
    assert.ok(text.includes(before), `${file} has no ${before}`);
    return `import { ${name} } from ${JSON.stringify(path.join(import.meta.dirname, from))};\n${text.replace(before, `${before} ${name},`)}`;
  };
  const texts = new Map([
    ['systems/index.ts', line('systems/index.ts', 'REGISTRIES: readonly System[] = [', 'recipes', 'index.ts')],
    ['rules/index.ts', line('rules/index.ts', 'RULES: readonly Rule[] = [', 'unknownRecipe', 'unknown.ts')],
    ['generated/system-words.ts', await wordsModule(wordsOf(systems))],
  ]);
  return {
    name: 'with recipes',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        const contents = texts.get(path.relative(source, file).replaceAll('\\', '/'));
        return contents === undefined ? undefined : { contents, loader: 'ts', resolveDir: path.dirname(file) };
      });
    },
  };
}

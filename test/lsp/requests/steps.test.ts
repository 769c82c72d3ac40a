import assert from 'node:assert/strict';
import path from 'node:path';
import type {
  CodeAction,
  CodeLens,
  Command,
  Hover,
  Location,
  LocationLink,
  ShowDocumentParams,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { parseFixture } from '../../support/fixture';
import { makeTree } from '../../support/disk';
import { bundled } from '../bundle';
import { TestClient, uriOf } from '../client';

const ALICE = 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py';
const CORE = 'src/cursus/registry/step_names_original.py';
const PIPELINE = 'pipelines/p.py';

const REPOSITORY = `#- ${CORE}
STEP_NAMES = {
    "Training": {
        "config_class": "TrainingConfig",
        "builder_step_name": "TrainingStepBuilder",
        "spec_type": "Training",
        "sagemaker_step_type": "Training",
        "description": "Trains",
    },
    "Evaluation": {
        "config_class": "EvaluationConfig",
        "builder_step_name": "EvaluationStepBuilder",
        "spec_type": "Evaluation",
        "sagemaker_step_type": "Processing",
        "description": "Evaluates",
    },
}
#- src/cursus/steps/builders/builder_training_step.py
class TrainingStepBuilder(StepBuilderBase):
    pass
#- ${ALICE}
WORKSPACE_METADATA = {"developer_id": "alice"}
LOCAL_STEPS = {
    "Evaluation": {
        "config_class": "EvalConfig",
        "builder_step_name": "EvalStepBuilder",
        "spec_type": "Evaluation",
        "sagemaker_step_type": "Processing",
        "description": "Mine",
    },
}
STEP_OVERRIDES = {
    "Training": {
        "config_class": "MyTrainingConfig",
        "builder_step_name": "MyTrainingStepBuilder",
        "spec_type": "Training",
        "sagemaker_step_type": "Training",
        "description": "Trains my way",
    },
}
#- developer_workspaces/developers/alice/src/cursus_dev/steps/builders/builder_mine.py
class MyTrainingStepBuilder(StepBuilderBase):
    pass
#- ${PIPELINE}
from cursus.registry import get_step_definition
get_step_definition("Training")
`;

describe('server: step registries', () => {
  const { files } = parseFixture(REPOSITORY);
  let root: string;
  let client: TestClient;
  before(async () => {
    root = makeTree({ '.git/HEAD': '', ...Object.fromEntries(files) });
    client = await TestClient.start({
      server: await bundled('server/src/lsp/main.ts'),
      folders: [root],
      options: { showRuleCommand: true },
    });
    for (const file of [ALICE, PIPELINE]) await client.open(path.join(root, file), files.get(file)!);
  });
  after(async () => {
    await client.stop();
  });

  /** The place right after the first `text` in a file. */
  const after_ = (file: string, text: string) => {
    const lines = files.get(file)!.split('\n');
    const line = lines.findIndex(each => each.includes(text));
    const position = { line, character: lines[line]!.indexOf(text) + text.length };
    return { textDocument: { uri: uriOf(path.join(root, file)) }, position };
  };

  it('hovers a step in the workspace of its file, and in core elsewhere', async () => {
    const value = async (file: string) => {
      const hover = await client.request<Hover>('textDocument/hover', after_(file, '"Trai'));
      return (hover.contents as { value: string }).value;
    };
    assert.match(await value(ALICE), /^\*\*Training\*\* — override of/);
    assert.match(await value(ALICE), /\[MyTrainingStepBuilder\]\(file:.*builder_mine\.py#L1,7\)/);
    assert.match(await value(PIPELINE), /^\*\*Training\*\* — core/);
  });

  it('goes from a name to its definition and to its builder', async () => {
    const target = async (file: string, text: string) => {
      const [link] = await client.request<LocationLink[]>('textDocument/definition', after_(file, text));
      return [path.relative(root, new URL(link!.targetUri).pathname), link?.targetSelectionRange.start];
    };
    assert.deepEqual(await target(PIPELINE, '"Trai'), [CORE, { line: 1, character: 4 }]);
    assert.deepEqual(await target(ALICE, 'MyTrainingStep'), [
      'developer_workspaces/developers/alice/src/cursus_dev/steps/builders/builder_mine.py',
      { line: 0, character: 6 },
    ]);
  });

  it('completes the names of core steps in overrides', async () => {
    const list = await client.request<{ items: { label: string }[] }>(
      'textDocument/completion',
      after_(ALICE, '"Training'),
    );
    assert.ok(list.items.some(item => item.label === 'Training'));
  });

  it('explains who wins', async () => {
    const { uri } = after_(ALICE, '').textDocument;
    const { position } = after_(ALICE, '"Trai');
    const found = await client.request<{ kind: string; workspace: string; json: string }>('registry/explain', {
      uri,
      position,
    });
    assert.deepEqual([found.kind, found.workspace], ['step', 'alice']);
    const { outcome } = JSON.parse(found.json) as { outcome: { location: { path: string } } };
    assert.equal(outcome.location.path, ALICE);
    const core = await client.request<{ json: string }>('registry/explain', { name: 'Training' });
    assert.equal((JSON.parse(core.json) as typeof JSON & { outcome: typeof outcome }).outcome.location.path, CORE);
  });

  it('leads from a finding to its fixes, its rule and the next one, and says what is not judged where nothing is found', async () => {
    interface Page {
      title: string;
      markdown: string;
      location?: Location;
    }
    const { textDocument, position } = after_(ALICE, '"EvalStepB');
    const ask = (params: object): Promise<Page | null> => client.request<Page | null>('registry/review', params);
    const here = await ask({ uri: textDocument.uri, position });
    assert.equal(here?.title, 'step/missing-builder');
    assert.match(here.markdown, /^# No class 'EvalStepBuilder' .*\n\nerror · \[workspace\\_registry\\\.py:5\]\(<file:/);
    assert.match(here.markdown, /\n## Repair\n\n- \[Create a builder\]\(<command:/);
    assert.match(here.markdown, /## Why it matters\n\n[^]*## What to do\n\n/);
    const seen: string[] = [];
    for (let at = here.location; at !== undefined && seen.length < 100;) {
      const next = await ask({ uri: at.uri, position: at.range.start, step: 1 });
      seen.push(
        `${next?.title ?? ''} ${path.basename(next?.location?.uri ?? '')}:${next?.location?.range.start.line ?? ''}`,
      );
      at = next?.title === here.title && next.location?.range.start.line === position.line ? undefined : next?.location;
    }
    assert.ok(seen.length === 4 && new Set(seen).size === seen.length, seen.join('\n'));
    const data = /registryIntelligence\.applyFix\?([^)>]+)/.exec(here.markdown)?.[1] ?? '';
    const [fix] = JSON.parse(decodeURIComponent(data)) as [object];
    const { edit } = await client.request<CodeAction>('codeAction/resolve', { title: '', data: fix });
    assert.ok(edit);
    const nothing = await ask({ uri: textDocument.uri, position: { line: 1, character: 3 } });
    assert.equal(nothing?.location, undefined);
    assert.match(nothing?.markdown ?? '', /^# Nothing is found here\n/);
  });

  it('runs commands for a client that has none of ours, and has it show the outcome', async () => {
    const other = await TestClient.start({
      server: await bundled('server/src/lsp/main.ts'),
      folders: [root],
      capabilities: {
        window: { showDocument: { support: true } },
        workspace: { textDocumentContent: {}, executeCommand: {} },
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
      },
    });
    const shown = async (nth: number): Promise<ShowDocumentParams> => {
      await other.when(
        () => other.shownDocuments.length > nth,
        () => assert.fail('nothing is shown'),
      );
      return other.shownDocuments[nth]!;
    };
    const { executeCommandProvider, workspace } = other.result.capabilities;
    assert.deepEqual(executeCommandProvider?.commands, [
      'registry.explain',
      'registry.showPlaces',
      'registry.showRule',
    ]);
    assert.deepEqual(workspace?.textDocumentContent, { schemes: ['registry-explain', 'registry-rule'] });
    await other.open(path.join(root, ALICE), files.get(ALICE)!);
    const { textDocument, position } = after_(ALICE, '"Trai');
    const range = { start: position, end: position };
    const run = ({ command = '', arguments: given = [] }: Partial<Command> = {}): Promise<unknown> =>
      other.request('workspace/executeCommand', { command, arguments: given });
    const text = async (uri: string): Promise<string> =>
      (await other.request<{ text: string }>('workspace/textDocumentContent', { uri })).text;

    const context = { diagnostics: [], only: ['registry.explain'] };
    const [explain] = await other.request<CodeAction[]>('textDocument/codeAction', { textDocument, range, context });
    assert.equal(((await run(explain?.command)) as { workspace: string }).workspace, 'alice');
    const explanation = await shown(0);
    assert.match(explanation.uri, /^registry-explain:\/Training\.md\?/);
    assert.match(await text(explanation.uri), /^# `Training`\n\n\*\*override of alice\*\*/);

    const lenses = await other.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    const lens = lenses.find(each => each.command?.command === 'registry.showPlaces');
    await run(lens?.command);
    const target = await shown(1);
    assert.ok(target.uri.endsWith('.py') && target.selection !== undefined);

    await run({ command: 'registry.showRule', arguments: ['step/conflict'] });
    const { uri } = await shown(2);
    assert.equal(uri, 'registry-rule:/step/conflict.md');
    assert.match(await text(uri), /^# step\/conflict\n/);
    assert.deepEqual(other.messages, []);
    await assert.rejects(run({ command: 'registry.explain', arguments: [7] }), /Nothing of ours stands there/);
    await assert.rejects(run({ command: 'rm' }), /no such command/);
    await other.stop();
  });

  it('answers the tools of agents in short texts', async () => {
    const ask = async (tool: string, input: unknown = {}): Promise<string> =>
      (await client.request<{ text: string }>('registry/tool', { tool: `registry_${tool}`, input })).text;
    const explained = await ask('explain', { name: 'Training', workspace: 'alice' });
    assert.match(explained, /^Training .*override of alice/);
    assert.match(await ask('explain', { name: `${CORE}:3` }), /^Training .*core/);
    assert.equal(await ask('explain', { name: 'Nobody' }), "Nothing is called 'Nobody' here.");
    assert.equal(
      await ask('list', { prefix: 'Tr' }),
      `step Training (override of alice) ${ALICE}:12\nstep Training (core) ${CORE}:2`,
    );
    assert.match(
      await ask('findings', { path: ALICE, rule: 'step/missing-builder' }),
      new RegExp(`^error ${ALICE}:5:30 No class 'EvalStepBuilder'.*\\[fix: Create a builder\\]`),
    );
    const without = files.get(ALICE)!.replace(/STEP_OVERRIDES[^]*/, '');
    const impact = await ask('impact', { path: ALICE, text: without });
    assert.match(impact, /! step Training in alice: override of alice → core\n[^]*\n1 new finding, 0 gone\n$/);
    assert.match(
      await ask('rename_preview', { name: 'Evaluation', newName: 'Scoring', workspace: 'core' }),
      /:\d+|^Refused: /,
    );
    for (const [tool, input] of [
      ['explain', undefined],
      ['rename_preview', { name: 'Training' }],
      ['impact', []],
      ['nonsense', {}],
    ] as const)
      assert.match(await ask(tool, input), /^(Say '\w+'\.|There is no tool 'registry_nonsense'\.)$/);
  });

  it('asks a person in the mode interactive, and explains what was chosen', async () => {
    const question = { name: 'Training', profile: 'intelligent', mode: 'interactive' };
    /** What is chosen, once the server has asked for the settings: some requests later. */
    const chosenUnder = async (settings: Record<string, unknown>, expected: string | undefined): Promise<void> => {
      client.settings = settings;
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      for (let tries = 0; ; tries++) {
        const { choice } = await client.request<{ choice: { of: string; among: string[]; chosen?: string } }>(
          'registry/explain',
          question,
        );
        assert.deepEqual([choice.of, choice.among], ['Training', ['core', 'override of alice']]);
        if (choice.chosen === expected) return;
        assert.ok(tries < 100);
      }
    };
    await chosenUnder({}, undefined);
    await chosenUnder({ chosenDefinitions: { Training: 'override of alice', Evaluation: 7 } }, 'override of alice');
    await chosenUnder({}, undefined);
  });

  it('has the pages of its rules, and leads to them where the client can show them', async () => {
    const page = await client.request<{ markdown: string }>('registry/rulePage', { code: 'step/shadows-core' });
    assert.match(page.markdown, /^# step\/shadows-core\n[^]*\]\(https:.*docs\/rules\/step\/shadows-core\.md\)\n$/);
    for (const params of [{ code: 'step/nothing' }, { code: '__proto__' }, {}])
      assert.equal(await client.request('registry/rulePage', params), null);
    const file = path.join(root, ALICE);
    const found = () => client.published.findLast(each => each.uri === uriOf(file))?.diagnostics ?? [];
    await client.when(
      () => found().some(each => each.code === 'step/shadows-core'),
      () => assert.fail(JSON.stringify(found())),
    );
    const { range } = found().find(each => each.code === 'step/shadows-core')!;
    const params = { textDocument: { uri: uriOf(file) }, range, context: { diagnostics: [] } };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', params);
    const shows = actions.filter(({ command }) => command?.command === 'registryIntelligence.showRule');
    assert.deepEqual(
      shows.map(({ title, command }) => [title, command?.arguments]),
      [['Show what step/shadows-core means', ['step/shadows-core']]],
    );
  });

  it('moves a local that hides a core step to the overrides', async () => {
    const file = path.join(root, ALICE);
    const found = () => client.published.findLast(each => each.uri === uriOf(file))?.diagnostics ?? [];
    await client.when(
      () => found().some(each => each.code === 'step/shadows-core'),
      () => assert.fail(JSON.stringify(found())),
    );
    const diagnostic = found().find(each => each.code === 'step/shadows-core')!;
    const params = {
      textDocument: { uri: uriOf(file) },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', params);
    const move = actions.find(action => action.title.includes('STEP_OVERRIDES'));
    const { edit } = await client.request<CodeAction>('codeAction/resolve', move);
    assert.equal(edit?.documentChanges?.length, 1);
  });

  it('finds, highlights and renames a step wherever it is named', async () => {
    const at = after_(PIPELINE, '"Trai');
    const context = { includeDeclaration: true };
    const references = await client.request<Location[]>('textDocument/references', { ...at, context });
    assert.deepEqual(
      references.map(({ uri, range }) => [path.relative(root, new URL(uri).pathname), range.start.line]),
      [
        [ALICE, 11],
        [PIPELINE, 1],
        [CORE, 1],
      ],
    );
    const uses = await client.request<Location[]>('textDocument/references', {
      ...at,
      context: { includeDeclaration: false },
    });
    assert.equal(uses.length, 1);
    assert.equal((await client.request<unknown[]>('textDocument/documentHighlight', at)).length, 1);
    assert.equal(await client.request('textDocument/documentHighlight', after_(PIPELINE, 'from cursus')), null);
    const target = await client.request<{ placeholder: string }>('textDocument/prepareRename', at);
    assert.equal(target.placeholder, 'Training');
    assert.equal(await client.request('textDocument/prepareRename', after_(PIPELINE, 'from cursus')), null);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'Fitting' });
    assert.equal(edit.documentChanges?.length, 3);
    await assert.rejects(
      client.request('textDocument/rename', { ...at, newName: 'Evaluation' }),
      /'Evaluation' already means/,
    );
  });

  it('renames across the registry, where only files that need not move are to be confirmed', async () => {
    const { textDocument, position } = after_(PIPELINE, '"Trai');
    const asked = { uri: textDocument.uri, position };
    assert.deepEqual(await client.request('registry/renameAcross', asked), { name: 'Training' });
    const { edit } = await client.request<{ edit: WorkspaceEdit }>('registry/renameAcross', {
      ...asked,
      newName: 'Fitting',
    });
    const { names, files } = edit.changeAnnotations!;
    assert.ok(names?.needsConfirmation === false && files?.needsConfirmation === true);
    // The builder moves since its class is renamed.
    for (const change of edit.documentChanges!)
      for (const each of 'edits' in change ? change.edits : [change])
        assert.equal('annotationId' in each && each.annotationId, 'names');
    const moves = edit.documentChanges!.filter(change => 'kind' in change);
    assert.deepEqual(
      moves.map(change => change.kind === 'rename' && path.basename(change.newUri)),
      ['builder_fitting_step.py'],
    );
  });

  it('moves the workspace with its folder', async () => {
    const folder = path.join(root, 'developer_workspaces/developers/alice');
    const files = [{ oldUri: uriOf(folder), newUri: uriOf(folder.replace('alice', 'ada')) }];
    const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', { files });
    const [change] = edit.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change);
    assert.deepEqual(JSON.stringify(change.edits).match(/"newText":"\w+"/g), ['"newText":"ada"']);
  });

  it('shows lenses, hints and symbols', async () => {
    const { textDocument } = after_(ALICE, '');
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    assert.ok(lenses.some(lens => lens.command?.title === 'overrides core'));
    const last = await client.request<CodeLens>('codeLens/resolve', lenses.at(-1));
    assert.equal(last.command?.title, '1 reference');
    const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    assert.equal(await client.request('textDocument/inlayHint', { ...after_(PIPELINE, ''), range: whole }), null);
    const symbols = await client.request<{ name: string }[]>('workspace/symbol', { query: 'train' });
    assert.ok(symbols.some(({ name }) => name === 'TrainingStepBuilder'));
    const implementation = await client.request<LocationLink[]>(
      'textDocument/implementation',
      after_(PIPELINE, '"Trai'),
    );
    assert.match(implementation[0]!.targetUri, /builder_training_step\.py$/);
    assert.equal(await client.request('textDocument/prepareCallHierarchy', after_(PIPELINE, '"Trai')), null);
  });

  it('offers what nothing asks for only to those who ask', async () => {
    const { textDocument, position } = after_(ALICE, '    "Trai');
    const ask = (context: object) =>
      client.request<CodeAction[] | null>('textDocument/codeAction', {
        textDocument,
        range: { start: position, end: position },
        context: { diagnostics: [], ...context },
      });
    const titles = async (context: object) => (await ask(context))?.map(({ title }) => title) ?? [];
    assert.ok((await titles({ triggerKind: 1 })).includes('Move to LOCAL_STEPS'));
    assert.ok(!(await titles({ triggerKind: 2 })).includes('Move to LOCAL_STEPS'));
    assert.deepEqual(await titles({ only: ['source.fixAll'] }), []);
  });

  it('answers in cells of notebooks, which are no files', async () => {
    const cell = (name: string) =>
      `${uriOf(path.join(root, 'n.ipynb')).replace('file:', 'vscode-notebook-cell:')}#${name}`;
    const open = (name: string, text: string) =>
      client.notify('textDocument/didOpen', {
        textDocument: { uri: cell(name), languageId: 'python', version: 1, text },
      });
    await open('W0', 'from cursus.registry import get_step_definition\n');
    await open('W1', 'get_step_definition("Training")\nget_step_definition("")\n');
    const at = (line: number, character: number) => ({
      textDocument: { uri: cell('W1') },
      position: { line, character },
    });
    const hover = await client.request<Hover>('textDocument/hover', at(0, 24));
    assert.match((hover.contents as { value: string }).value, /^\*\*Training\*\*/);
    assert.equal((await client.request<LocationLink[]>('textDocument/definition', at(0, 24))).length, 1);
    const list = await client.request<{ items: { label: string }[] }>('textDocument/completion', at(1, 21));
    assert.ok(list.items.some(({ label }) => label === 'Training'));
    assert.equal(await client.request('textDocument/prepareRename', at(0, 24)), null);
    const context = { includeDeclaration: false };
    const uses = await client.request<Location[]>('textDocument/references', { ...at(0, 24), context });
    assert.deepEqual(
      uses.map(({ uri }) => uri),
      [uriOf(path.join(root, PIPELINE))],
    );
    assert.ok(!client.published.some(({ uri }) => uri.startsWith('vscode-notebook-cell:')));
  });

  it('describes views and the status of a file', async () => {
    const nodes = await client.request<{ id: string[]; label: string }[]>('registry/tree', { view: 'registries' });
    assert.deepEqual(
      nodes.map(({ label }) => label),
      ['core', 'alice', 'Not judged'],
    );
    const rows = await client.request<{ label: string; location: Location }[]>('registry/tree', {
      view: 'registries',
      id: nodes[1]!.id,
    });
    assert.deepEqual(
      rows.map(({ label, location }) => [label, location.range.start.line]),
      [
        ['Evaluation', 2],
        ['Training', 11],
      ],
    );
    const status = await client.request('registry/status', { uri: uriOf(path.join(root, ALICE)) });
    assert.deepEqual(status, {
      workspace: 'alice',
      profile: 'isolated',
      names: 2,
      undecided: 0,
      workspaces: 1,
      conflicts: 0,
      blindSpots: [
        {
          text:
            'Not judged: missing configs, missing component files and entry points of contracts, ' +
            "since there is no folder of configs, specs, contracts or scripts in 'src/cursus/steps'",
        },
      ],
    });
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ALICE, closeAll, find, inRoot, open, root, until } from './editor';

const TRAIN = 'pipelines/train_pipeline.py';

/** What VS Code itself asks for when a person uses the feature. */
function ask<T>(command: string, uri: vscode.Uri, ...rest: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(`vscode.${command}`, uri, ...rest);
}

describe('a name in Python code', () => {
  let document: vscode.TextDocument;
  let at: vscode.Position;

  beforeEach(async () => {
    ({ document } = await open(TRAIN));
    at = find(document, 'XGBoostTraining', 'def core_configs').start.translate(0, 2);
  });
  afterEach(closeAll);

  it('has references in registries and code', async () => {
    const found = await until('references', async () => {
      const all = await ask<vscode.Location[]>('executeReferenceProvider', document.uri, at);
      return all.length > 3 && all;
    });
    const files = new Set(found.map(({ uri }) => uri.path.slice(root().path.length + 1)));
    for (const file of [TRAIN, ALICE, 'src/cursus/registry/step_names_original.py']) assert.ok(files.has(file), file);
  });

  it('is highlighted wherever the file has it, without quotes', async () => {
    const found = await until('highlights', async () => {
      const all = await ask<vscode.DocumentHighlight[] | undefined>('executeDocumentHighlights', document.uri, at);
      return all !== undefined && all.length > 1 && all;
    });
    for (const { range } of found) assert.equal(document.getText(range), 'XGBoostTraining');
  });

  it('leads to its declaration and its builder', async () => {
    const target = async (command: string): Promise<string> => {
      const [first] = await until(command, async () => {
        const all = await ask<(vscode.Location | vscode.LocationLink)[]>(command, document.uri, at);
        return all.length > 0 && all;
      });
      assert.ok(first);
      return 'uri' in first ? first.uri.path : first.targetUri.path;
    };
    assert.match(await target('executeDeclarationProvider'), /step_names_original\.py$/);
    assert.match(await target('executeImplementationProvider'), /builder_xgboost_training_step\.py$/);
  });

  it('is followed by a hint where it is not core’s', async () => {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await until('hints', async () => {
      const all = await ask<vscode.InlayHint[]>('executeInlayHintProvider', document.uri, whole);
      return all.length > 0 && all;
    });
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(part => part.value).join(''),
    );
    assert.ok(labels.includes('override of alice'), labels.join());
  });

  it('is renamed in all files as one edit, and refused where another step would win', async () => {
    await until('an answer', () => ask<unknown>('prepareRename', document.uri, at));
    const edit = await ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', document.uri, at, 'XGBoostFitting');
    assert.ok(edit.entries().length >= 3, `${edit.entries().length} files`);
    await assert.rejects(
      async () => ask('executeDocumentRenameProvider', document.uri, at, 'TabularPreprocessing'),
      /already means/,
    );
  });
});

describe('a registry', () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    ({ document } = await open(ALICE));
  });
  afterEach(closeAll);

  it('has lenses that say what a row overrides and how often it is named', async () => {
    const titles = await until('lenses', async () => {
      const all = await ask<vscode.CodeLens[]>('executeCodeLensProvider', document.uri, 100);
      const found = all.flatMap(({ command }) => command?.title ?? []);
      return found.some(title => title.endsWith('references')) && found;
    });
    for (const title of ['overrides core', 'conflicts with 1 workspace', 'builder ✓ config ✗'])
      assert.ok(titles.includes(title), `${title}: ${titles.join(', ')}`);
  });

  it('offers to silence, to move and to explain', async () => {
    const { start } = find(document, 'XGBoostTraining', 'STEP_OVERRIDES');
    const titles = await until('actions', async () => {
      const at = new vscode.Range(start.translate(0, 1), start.translate(0, 1));
      const all = await ask<vscode.CodeAction[]>('executeCodeActionProvider', document.uri, at);
      return all.length > 0 && all.map(({ title }) => title);
    });
    for (const title of [
      'Ignore step/conflict in this line',
      'Move to LOCAL_STEPS',
      "Explain resolution of 'XGBoostTraining'",
    ])
      assert.ok(titles.includes(title), `${title}: ${titles.join(', ')}`);
  });

  it('has its steps and builders among the symbols of the workspace', async () => {
    const found = await until('symbols', async () => {
      const all = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'FraudVelocity',
      );
      return all.length > 1 && all;
    });
    const names = found.map(({ name }) => name);
    assert.ok(
      names.includes('FraudVelocityFeatures') && names.includes('FraudVelocityFeaturesStepBuilder'),
      names.join(),
    );
  });

  it('links the rules that it silences and the scripts that its contracts name', async () => {
    const links = await until('links', async () => {
      const all = await ask<vscode.DocumentLink[]>('executeLinkProvider', document.uri);
      return all.length > 0 && all;
    });
    assert.ok(
      links.some(({ target }) => target?.path === 'registryIntelligence.showRule'),
      'no rule page',
    );
    const contract = inRoot(
      ALICE.replace('registry/workspace_registry.py', 'steps/contracts/model_evaluation_contract.py'),
    );
    await vscode.window.showTextDocument(contract);
    await until('a script', async () =>
      (await ask<vscode.DocumentLink[]>('executeLinkProvider', contract)).find(({ target }) =>
        target?.path.endsWith('scripts/model_evaluation.py'),
      ),
    );
  });
});

describe('a registry as a whole', () => {
  afterEach(closeAll);

  it('has its tables and steps as an outline, which other Python files do not have from us', async () => {
    const { document } = await open(ALICE);
    const tables = await until('symbols', async () => {
      const all = await ask<vscode.DocumentSymbol[] | undefined>('executeDocumentSymbolProvider', document.uri);
      return all !== undefined && all.length > 0 && all;
    });
    const overrides = tables.find(({ name }) => name === 'STEP_OVERRIDES');
    assert.ok(
      overrides?.children.some(({ name }) => name === 'XGBoostTraining'),
      tables.map(each => each.name).join(),
    );
    const plain = await open(TRAIN);
    const outline = await ask<vscode.DocumentSymbol[] | undefined>('executeDocumentSymbolProvider', plain.document.uri);
    assert.deepEqual(outline ?? [], []);
  });

  it('has one action that applies every safe fix', async () => {
    const { document } = await open(ALICE);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [action] = await until('fix all', async () => {
      const all = await ask<vscode.CodeAction[]>('executeCodeActionProvider', document.uri, whole, 'source.fixAll', 5);
      return all.length > 0 && all;
    });
    assert.equal(action?.kind?.value, 'source.fixAll.registry');
    assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
    assert.ok(document.isDirty && document.getText().includes('"Procesing"'), 'what is only a guess is no safe fix');
  });
});

describe('files that are renamed in the explorer', () => {
  it('take along what names them', async () => {
    const folder = ALICE.replace('registry/workspace_registry.py', 'steps');
    const [from, to] = ['fraud_velocity_features', 'fraud_velocities'].map(name =>
      inRoot(`${folder}/scripts/${name}.py`),
    ) as [vscode.Uri, vscode.Uri];
    const contract = await vscode.workspace.openTextDocument(
      inRoot(`${folder}/contracts/fraud_velocity_features_contract.py`),
    );
    assert.ok(contract.getText().includes('"fraud_velocity_features.py"'));
    for (const [old, new_] of [
      [from, to],
      [to, from],
    ] as const) {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(old, new_);
      assert.ok(await vscode.workspace.applyEdit(edit));
      const name = new_.path.slice(new_.path.lastIndexOf('/') + 1);
      await until(name, () => contract.getText().includes(`"${name}"`));
    }
    await contract.save();
  });
});

describe('the resolution profile', () => {
  afterEach(closeAll);

  const profile = async (document: vscode.TextDocument): Promise<unknown> => {
    const question = { name: 'XGBoostTraining', uri: document.uri.toString() };
    await vscode.commands.executeCommand('registryIntelligence.explainResolution', question);
    await vscode.commands.executeCommand('registryIntelligence.copyExplanationAsJson');
    const { context } = JSON.parse(await vscode.env.clipboard.readText()) as { context: { profile: unknown } };
    return context.profile;
  };

  it('is set by a command, and taken back to that of the repository, without a setting', async () => {
    const { document } = await open(ALICE);
    const own = await profile(document);
    assert.notEqual(own, 'hybrid');
    for (const [picked, expected] of [
      ['hybrid', 'hybrid'],
      ['', own],
    ]) {
      await vscode.commands.executeCommand('registryIntelligence.setResolutionProfile', { profile: picked });
      await until(`the profile ${String(expected)}`, async () => (await profile(document)) === expected);
    }
    const said = vscode.workspace.getConfiguration('registryIntelligence').inspect('resolutionProfile');
    assert.equal(said?.workspaceValue ?? said?.globalValue, undefined);
  });
});

describe('Reload Registries and Show Output', () => {
  it('answer', async () => {
    const { document } = await open(ALICE);
    await vscode.commands.executeCommand('registryIntelligence.reloadRegistries');
    await until('findings', () => vscode.languages.getDiagnostics(document.uri).length > 0);
    await vscode.commands.executeCommand('registryIntelligence.showOutput');
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await closeAll();
  });
});

describe('a step interface', () => {
  afterEach(closeAll);

  it('has the steps it depends on as a hierarchy', async () => {
    const uri = inRoot('src/cursus/steps/interfaces/nightly.step.yaml');
    const text =
      'step_type: Nightly\nregistry:\n  sagemaker_step_type: Processing\nspec:\n  dependencies:\n    data:\n      compatible_sources: [Nightly]\n';
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const [item] = await until('an item', async () => {
      const all = await ask<vscode.CallHierarchyItem[]>('prepareCallHierarchy', uri, new vscode.Position(0, 12));
      return all.length > 0 && all;
    });
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      item,
    );
    assert.deepEqual(
      calls.map(({ to }) => to.name),
      ['Nightly'],
    );
    await vscode.workspace.fs.delete(uri);
  });
});

describe('the views', () => {
  it('open, and the report counts what they show', async () => {
    await vscode.commands.executeCommand('workbench.view.extension.registryIntelligence');
    for (const view of ['registries', 'conflicts', 'dependencies'])
      await vscode.commands.executeCommand(`registryIntelligence.${view}.focus`);
    await vscode.commands.executeCommand('registryIntelligence.copyDiagnosticsReport');
    assert.match(await vscode.env.clipboard.readText(), /^Registry Intelligence \d[^]*workspaces: 1[0-9]/);
  });
});

describe('pages', () => {
  afterEach(closeAll);

  for (const [command, viewType] of [
    ['showHealthDashboard', 'registryDashboard'],
    ['showDependencyGraph', 'registryGraph'],
  ] as const)
    it(`${command} opens one, once`, async () => {
      await vscode.commands.executeCommand(`registryIntelligence.${command}`);
      await vscode.commands.executeCommand(`registryIntelligence.${command}`);
      const shown = (): number =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType)).length;
      await until('the page', () => shown() > 0);
      assert.equal(shown(), 1);
    });
});

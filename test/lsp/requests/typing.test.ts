import assert from 'node:assert/strict';
import path from 'node:path';
import type { CompletionItem, DocumentSymbol } from 'vscode-languageserver/node';
import { ALICE, REPOSITORY } from '../../cli/repository';
import { makeTree } from '../../support/disk';
import { bundled } from '../bundle';
import { TestClient, uriOf } from '../client';

describe('server: typing', () => {
  let file: string;
  let client: TestClient;
  before(async () => {
    const root = makeTree(REPOSITORY);
    file = path.join(root, ALICE);
    client = await TestClient.start({
      server: await bundled('server/src/lsp/main.ts'),
      folders: [root],
      capabilities: {
        textDocument: {
          completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
      },
      options: { suggestCommand: true },
    });
    // It answers when everything has been read.
    await client.request('registry/names', undefined);
  });
  after(async () => {
    await client.stop();
  });

  const rows = async (): Promise<string[]> => {
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: uriOf(file) },
    });
    return symbols.flatMap(({ children = [] }) => children.map(({ name }) => name)).filter(name => /^[A-Z]/.test(name));
  };

  it('takes a name above another row for half-typed until it is saved', async () => {
    const text = REPOSITORY[ALICE] as string;
    const joined = text.replace('    "XGBoostTraining": {', '    "New"\n    "XGBoostTraining": {');
    await client.open(file, text);
    await client.edit(file, joined);
    assert.deepEqual(await rows(), ['XGBoostTraining']);
    await client.save(file);
    assert.deepEqual(await rows(), ['NewXGBoostTraining']);
    await client.edit(file, joined.replace('"New"', '"New": {},'));
    assert.deepEqual(await rows(), ['New', 'XGBoostTraining']);
  });

  /** What is suggested at `$0`, which stands in an unsaved text. */
  const suggested = async (text: string): Promise<CompletionItem[]> => {
    const before = text.slice(0, text.indexOf('$0'));
    await client.edit(file, text.replace('$0', ''));
    const lines = before.split('\n');
    const list = await client.request<{ items: CompletionItem[] } | null>('textDocument/completion', {
      textDocument: { uri: uriOf(file) },
      position: { line: lines.length - 1, character: lines.at(-1)!.length },
    });
    return list?.items ?? [];
  };
  const labels = (items: readonly CompletionItem[]): string[] => items.map(({ label }) => label);
  const newText = (item: CompletionItem | undefined): string | undefined => item?.textEdit?.newText;

  it('completes the first override with the row of core, in the usual order', async () => {
    const items = await suggested('LOCAL_STEPS = {}\nSTEP_OVERRIDES = {"$0"}\n');
    assert.deepEqual(labels(items), ['Package', 'XGBoostTraining']);
    assert.equal(
      newText(items[0]),
      `Package": {
    "config_class": "\${1:PackageConfig}",
    "builder_step_name": "\${2:PackageStepBuilder}",
    "spec_type": "\${3:Package}",
    "sagemaker_step_type": "\${4:Processing}",
    "description": "\${5:Model packaging step}",
},$0`,
    );
    const range = items[0]?.textEdit as { range: unknown };
    assert.deepEqual(range.range, { start: { line: 1, character: 19 }, end: { line: 1, character: 20 } });
    assert.ok(items.every(({ labelDetails }) => labelDetails?.description === 'core'));
  });

  it('completes entries that have not even a quote, on a line of their own in an empty dict', async () => {
    const [first] = await suggested('STEP_OVERRIDES = {$0}\n');
    assert.equal(
      newText(first)?.replace(/\$\{\d:.*?\}/g, ''),
      `
    "Package": {
        "config_class": "",
        "builder_step_name": "",
        "spec_type": "",
        "sagemaker_step_type": "",
        "description": "",
    },$0
`,
    );
    for (const text of [
      'STEP_OVERRIDES = {\n    $0\n}\n',
      'STEP_OVERRIDES = {  # first\n    "XGBoostTraining": {},  # the last, so far\n    $0\n}\n',
      'STEP_OVERRIDES = {\n    $0\n    # behind it\n    "XGBoostTraining": {},\n}\n',
    ]) {
      const [item] = await suggested(text);
      assert.match(newText(item) ?? '', /^"Package": \{\n {4}"config_class"/, text);
    }
    assert.equal(newText((await suggested('LOCAL_STEPS = {"New": {$0}}\n'))[4]), '\n    "description": "$1",$0\n');
  });

  it('completes no entry where none may begin', async () => {
    for (const text of [
      'STEP_OVERRIDES = $0{}\n',
      'STEP_OVERRIDES = {}$0\n',
      'STEP_OVERRIDES = {"XGBoostTraining": $0}\n',
      'STEP_OVERRIDES = {"XGBoostTraining": {} $0}\n',
      'STEP_OVERRIDES = {$0 "XGBoostTraining": {}}\n',
      'STEP_OVERRIDES = {  # $0\n}\n',
      'STEP_OVERRIDES = {, $0}\n',
      'OTHER = {$0}\n',
      'STEP_OVERRIDES = [$0]\n',
    ])
      assert.deepEqual(labels(await suggested(text)), [], text);
  });

  it('completes an override above another one', async () => {
    const text = REPOSITORY[ALICE] as string;
    const items = await suggested(text.replace('    "XGBoostTraining": {', '    "$0"\n    "XGBoostTraining": {'));
    assert.deepEqual(labels(items), ['Package']);
    await suggested(text.replace('    "XGBoostTraining": {', '    "P$0"\n    "XGBoostTraining": {'));
    assert.deepEqual(await rows(), ['XGBoostTraining']);
  });

  it('completes the first new step by the builders that have no row yet', async () => {
    const builder = path.join(path.dirname(file), '..', 'steps', 'builders', 'builder_fraud_step.py');
    await client.open(builder, 'class FraudStepBuilder(StepBuilderBase):\n    pass\n');
    assert.deepEqual(labels(await suggested('LOCAL_STEPS = {\n    "$0"\n}\n')), ['Fraud']);
    const [item] = await suggested('LOCAL_STEPS = {"Fraud": {"builder_step_name": "$0"}}\n');
    assert.equal(item?.label, 'FraudStepBuilder');
    assert.match(item.labelDetails?.description ?? '', /builder_fraud_step\.py$/);
    await client.close(builder);
  });

  it('completes the first field of a new row with its value, and asks for what the value may be', async () => {
    for (const row of ['{"$0"}', '{\n        "$0"\n    }', '{\n        "$0",\n        "metadata": {},\n    }']) {
      const items = await suggested(`LOCAL_STEPS = {\n    "New": ${row},\n}\n`);
      assert.deepEqual(
        labels(items).slice(0, 5),
        ['config_class', 'builder_step_name', 'spec_type', 'sagemaker_step_type', 'description'],
        row,
      );
      assert.equal(newText(items[3]), `sagemaker_step_type": "$1"${row.includes('",') ? '' : ','}$0`);
      assert.equal(items[3]?.command?.command, 'editor.action.triggerSuggest');
      assert.equal(items[4]?.command, undefined);
      assert.ok(items.every(({ labelDetails }) => labelDetails?.description !== undefined));
    }
  });

  it('completes a field that is typed above another, and one that has a value by its name alone', async () => {
    const above = await suggested('LOCAL_STEPS = {"New": {\n    "$0"\n    "spec_type": "New",\n}}\n');
    assert.ok(!labels(above).includes('spec_type') && labels(above).includes('config_class'));
    const renamed = await suggested('LOCAL_STEPS = {"New": {"framew$0": "pandas"}}\n');
    assert.deepEqual(renamed.map(newText), ['framework', 'framework_version']);
  });

  it('finds nothing in a table or a row whose first name is being typed', async () => {
    const found = async (text: string): Promise<unknown[]> => {
      const version = await client.edit(file, text);
      const { diagnostics } = await client.published_(file, version);
      return diagnostics.flatMap(({ code, message }) =>
        /dict|run time/.test(message as string) ? [[code, message]] : [],
      );
    };
    await client.edit(file, 'LOCAL_STEPS = {}\nSTEP_OVERRIDES = {}\n');
    for (const typed of ['""', '"Pack"', '"Package": {}', '"Package": {""}', '"Package": {"config_class"}'])
      assert.deepEqual(await found(`LOCAL_STEPS = {}\nSTEP_OVERRIDES = {${typed}}\n`), [], typed);
  });
});

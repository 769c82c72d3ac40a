import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { EXTENSION } from './editor';

/** The part of `vscode-textmate` and `vscode-oniguruma` that is used here; VS Code ships both. */
interface Textmate {
  Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar> };
  parseRawGrammar(text: string, file: string): unknown;
}
interface Grammar {
  tokenizeLine(
    line: string,
    state: unknown,
  ): { tokens: { startIndex: number; endIndex: number; scopes: string[] }[]; ruleStack: unknown };
}
interface Oniguruma {
  loadWASM(bytes: Buffer): Promise<void>;
  createOnigScanner: unknown;
  createOnigString: unknown;
}
interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

describe('colours', () => {
  it('mark the registry, its steps and its fields, and leave other dicts alone', async () => {
    const tokens = await tokensOf(
      'source.python',
      `LOCAL_STEPS: Dict[str, Any] = {
    # registry: ignore[step/missing-config]
    "DataPrep": {"config_class": "DataPrepConfig", "metadata": {"spec_type": 1}},
}
OTHER = {"DataPrep": {"config_class": 1}}
def after(): pass`,
    );
    assert.match(tokens.get('LOCAL_STEPS') ?? '', /entity\.name\.type\.registry/);
    assert.match(tokens.get('"DataPrep"') ?? '', /entity\.name\.function\.step\.registry/);
    assert.match(tokens.get('"config_class"') ?? '', /support\.type\.property-name\.registry/);
    assert.match(tokens.get('Any') ?? '', /source\.python/);
    assert.match(tokens.get('ignore') ?? '', /comment.*keyword\.other\.suppression\.registry/);
    assert.match(tokens.get('step/missing-config') ?? '', /constant\.other\.rule\.registry/);
    assert.match(tokens.get('after') ?? '', /^source\.python meta\.function\.python entity\.name\.function\.python$/);
  });

  it('stop where the registry stops', async () => {
    const tokens = await tokensOf('source.python', 'STEP_NAMES = {}\nOTHER = {"DataPrep": {"config_class": 1}}');
    assert.equal(tokens.get('OTHER'), 'source.python constant.other.caps.python');
    assert.doesNotMatch(tokens.get('DataPrep') ?? 'no token', /registry|no token/);
    assert.doesNotMatch(tokens.get('config_class') ?? 'no token', /registry|no token/);
  });

  it('mark suppressions in YAML', async () => {
    const tokens = await tokensOf('source.yaml', 'a: 1 # registry: ignore-file[module/orphan-metadata]');
    assert.match(tokens.get('ignore-file') ?? '', /comment.*keyword\.other\.suppression\.registry/);
  });
});

/** The scopes of each distinct token, of its first occurrence, as VS Code's own tokenizer gives them. */
async function tokensOf(scope: string, text: string): Promise<Map<string, string>> {
  const load = createRequire(path.join(vscode.env.appRoot, 'package.json'));
  const textmate = load('vscode-textmate') as Textmate;
  const oniguruma = load('vscode-oniguruma') as Oniguruma;
  await oniguruma.loadWASM(fs.readFileSync(load.resolve('vscode-oniguruma/release/onig.wasm')));
  const all = contributions();
  const registry = new textmate.Registry({
    onigLib: Promise.resolve(oniguruma),
    loadGrammar: (wanted: string) => {
      const file = all.find(({ scopeName }) => scopeName === wanted)?.path;
      return Promise.resolve(file ? textmate.parseRawGrammar(fs.readFileSync(file, 'utf8'), file) : null);
    },
    getInjections: (into: string) =>
      all.filter(({ injectTo }) => injectTo?.includes(into)).map(({ scopeName }) => scopeName),
  });
  const grammar = await registry.loadGrammar(scope);
  const scopes = new Map<string, string>();
  let state: unknown = null;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const token of tokens) {
      const word = line.slice(token.startIndex, token.endIndex).trim();
      if (!scopes.has(word)) scopes.set(word, token.scopes.join(' '));
    }
  }
  return scopes;
}

/** VS Code's grammars and those that the packed extension declares, with absolute paths. */
function contributions(): Contribution[] {
  return vscode.extensions.all
    .filter(({ id }) => id.startsWith('vscode.') || id === EXTENSION)
    .flatMap(extension => {
      const { contributes } = extension.packageJSON as { contributes?: { grammars?: Contribution[] } };
      return (contributes?.grammars ?? []).map(grammar => ({
        ...grammar,
        path: path.join(extension.extensionPath, grammar.path),
      }));
    });
}

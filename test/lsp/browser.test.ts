import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';
import type { Diagnostic, Hover, Location, LocationLink } from 'vscode-languageserver';
import { LIST_FOLDER, READ_FILES, type FileText, type FolderEntry } from '../../server/src/protocol';
import { parseFixture } from '../support/fixture';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/lib/chromium/chromium';
const ROOT = 'memfs://host/project';
const CORE = 'src/cursus/registry/step_names_original.py';
const FILES = parseFixture(`#- ${CORE}
STEP_NAMES = {
    "Training": {"spec_type": "Training", "builder_step_name": "TrainingStepBuilder"},
}
#- src/cursus/steps/builders/builder_training_step.py
class TrainingStepBuilder(StepBuilderBase):
    pass
#- .gitignore
ignored/
#- ignored/workspace_registry.py
LOCAL_STEPS = {"Never": 1}
#- p.py
from cursus.registry import get_step_definition
get_step_definition("Training")
get_step_definition("Trainig")
`).files;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** The server as a browser runs it: in a worker without Node, with files that its client reads for it. */
describe('the server in a browser', () => {
  let browser: Browser | undefined;
  let pages: http.Server | undefined;
  let send: (message: object) => Promise<unknown>;
  const answers = new Map<number, (result: unknown) => void>();
  const findings = new Map<string, readonly Diagnostic[]>();
  const read: string[] = [];
  let ids = 0;

  before(async function () {
    if (!existsSync(CHROMIUM)) return this.skip();
    const script = await workerScript();
    pages = http.createServer((request, response) => {
      const isScript = request.url === '/server.js';
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? script : '<!DOCTYPE html><title>test</title>');
    });
    await new Promise<void>(resolve => pages!.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`);
    await page.exposeFunction('receive', (message: Message) => receive(message));
    await page.evaluate(`worker = new Worker('/server.js'); worker.onmessage = ({ data }) => receive(data);`);
    send = message => page.evaluate(`worker.postMessage(${JSON.stringify({ jsonrpc: '2.0', ...message })})`);
    await ask('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
      workspaceFolders: [{ uri: ROOT, name: 'project' }],
      initializationOptions: { watchesFiles: true, readsFiles: true },
    });
    await send({ method: 'initialized', params: {} });
    const textDocument = { uri: `${ROOT}/p.py`, languageId: 'python', version: 1, text: FILES.get('p.py')! };
    await send({ method: 'textDocument/didOpen', params: { textDocument } });
    return undefined;
  });
  after(async () => {
    await browser?.close();
    pages?.close();
  });

  const ask = <T>(method: string, params: object): Promise<T> => {
    const id = ++ids;
    const answer = new Promise<T>(resolve => answers.set(id, result => resolve(result as T)));
    void send({ id, method, params });
    return answer;
  };
  const receive = ({ id, method, params, result }: Message): void => {
    if (method === undefined) answers.get(id!)?.(result);
    else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] };
      findings.set(uri, diagnostics);
    } else if (id !== undefined) void send({ id, result: answerOf(method, params) });
  };
  const answerOf = (method: string, params: unknown): unknown => {
    if (method === LIST_FOLDER) return list((params as { uri: string }).uri);
    if (method !== READ_FILES) return null;
    return (params as { uris: readonly string[] }).uris.map((uri): FileText => {
      const at = uri.slice(ROOT.length + 1);
      read.push(at);
      return FILES.has(at) ? { text: FILES.get(at)! } : null;
    });
  };

  const at = { textDocument: { uri: `${ROOT}/p.py` }, position: { line: 1, character: 23 } };

  it('answers from files that it has asked its client for, and not from ignored ones', async () => {
    const { contents } = await ask<Hover>('textDocument/hover', at);
    assert.match((contents as { value: string }).value, /Training.*core/s);
    const [target] = await ask<(Location | LocationLink)[]>('textDocument/definition', at);
    assert.ok(JSON.stringify(target).includes(`${ROOT}/${CORE}`));
    assert.ok(!read.includes('ignored/workspace_registry.py') && !read.includes('ignored'));
  });

  it('has the findings of the whole folder', async () => {
    for (let tries = 0; findings.get(`${ROOT}/p.py`)?.length !== 1 && tries < 100; tries++)
      await new Promise(resolve => setTimeout(resolve, 50));
    assert.deepEqual(
      findings.get(`${ROOT}/p.py`)?.map(({ code }) => code),
      ['step/unknown-reference'],
    );
  });
});

function list(uri: string): FolderEntry[] | null {
  const folder = uri === ROOT ? '' : `${uri.slice(ROOT.length + 1)}/`;
  const names = new Map<string, boolean>();
  for (const file of FILES.keys()) {
    if (!file.startsWith(folder)) continue;
    const [name, ...more] = file.slice(folder.length).split('/');
    names.set(name!, more.length > 0);
  }
  return names.size === 0 ? null : [...names].map(([name, isFolder]) => ({ name, isFolder }));
}

/** As `scripts/build.mjs` makes it; the one of the build that REGISTRY_DIST names, if there is one. */
async function workerScript(): Promise<string> {
  const dist = process.env['REGISTRY_DIST'];
  if (dist !== undefined) return readFileSync(path.join(dist, 'web', 'server.js'), 'utf8');
  const { outputFiles } = await build({
    absWorkingDir: path.resolve(import.meta.dirname, '../..'),
    entryPoints: ['server/src/lsp/main-browser.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    define: { 'process.platform': '"web"' },
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return outputFiles[0]!.text;
}

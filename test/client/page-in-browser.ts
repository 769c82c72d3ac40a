import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { FromPage } from '../../client/src/messages';
import type * as Html from '../../client/src/page-html';

const repository = path.resolve(import.meta.dirname, '../..');
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/lib/chromium/chromium';

/** The colours of VS Code's own themes that our pages use; without any, a page shows what it falls back on. */
export const THEMES: Readonly<Record<'dark' | 'light' | 'contrast', Readonly<Record<string, string>>>> = {
  dark: {
    'editor-background': '#1f1f1f',
    foreground: '#cccccc',
    descriptionForeground: '#9d9d9d',
    'editorWidget-background': '#202020',
    'editorWidget-border': '#454545',
    focusBorder: '#0078d4',
    'textLink-foreground': '#4daafc',
    'textLink-activeForeground': '#4daafc',
    'editorWarning-foreground': '#cca700',
    'editorError-foreground': '#f14c4c',
    'input-background': '#313131',
    'input-foreground': '#cccccc',
    'input-border': '#3c3c3c',
    'button-secondaryBackground': '#313131',
    'button-secondaryForeground': '#cccccc',
    'charts-blue': '#59a4f9',
  },
  light: {
    'editor-background': '#ffffff',
    foreground: '#3b3b3b',
    descriptionForeground: '#3b3b3b',
    'editorWidget-background': '#f8f8f8',
    'editorWidget-border': '#c8c8c8',
    focusBorder: '#005fb8',
    'textLink-foreground': '#005fb8',
    'textLink-activeForeground': '#005fb8',
    'editorWarning-foreground': '#bf8803',
    'editorError-foreground': '#e51400',
    'input-background': '#ffffff',
    'input-foreground': '#3b3b3b',
    'input-border': '#cecece',
    'button-secondaryBackground': '#e5e5e5',
    'button-secondaryForeground': '#3b3b3b',
    'charts-blue': '#1a85ff',
  },
  contrast: {
    'editor-background': '#000000',
    foreground: '#ffffff',
    descriptionForeground: '#ffffff',
    'editorWidget-background': '#0c141f',
    contrastBorder: '#6fc3df',
    contrastActiveBorder: '#f38518',
    focusBorder: '#f38518',
    'textLink-foreground': '#21a6ff',
    'textLink-activeForeground': '#21a6ff',
    'editorWarning-foreground': '#ffd370',
    'editorError-foreground': '#f48771',
    'input-background': '#000000',
    'input-foreground': '#ffffff',
    'button-secondaryForeground': '#ffffff',
    'charts-blue': '#59a4f9',
  },
};

interface Built {
  readonly graphPage: () => Html.PageKind;
  readonly dashboardPage: () => Html.PageKind;
  readonly pageHtml: typeof Html.pageHtml;
}

/** Our pages in a browser, each as VS Code would be given it, with its policy. */
export interface Pages {
  /** Opens a page with data and gives it time to draw. */
  open(kind: 'graph' | 'dashboard', data: object, options?: PageOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

export interface PageOptions {
  readonly theme?: keyof typeof THEMES;
  readonly width?: number;
  readonly height?: number;
}

export interface OpenPage {
  readonly page: Page;
  /** What the page has told the extension, but for that it is ready. */
  messages(): Promise<readonly FromPage[]>;
  /** What the page has asked VS Code to keep. */
  state(): Promise<unknown>;
  /** What the browser has complained about: policies that were broken, errors of scripts. */
  readonly complaints: readonly string[];
  /** Gives the page newer data. */
  send(data: object): Promise<void>;
}

export async function startPages(): Promise<Pages> {
  const built = await parts();
  const scripts = new Map<string, string>();
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
  return {
    async open(kind, data, { theme = 'dark', width = 1200, height = 800 } = {}) {
      const page = await browser.newPage({ viewport: { width, height } });
      const complaints: string[] = [];
      page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', error => complaints.push(error.message));
      const described = kind === 'graph' ? built.graphPage() : built.dashboardPage();
      const script = scripts.get(kind) ?? (await scriptOf(kind));
      scripts.set(kind, script);
      await page.addInitScript(HOST);
      const style = `${colours(theme)}${fs.readFileSync(path.join(repository, 'client/webview/page.css'), 'utf8')}`;
      const html = built.pageHtml(described, { style, script, nonce: 'ours', language: 'en' });
      // A document that is written has no init script; one that is loaded has.
      await page.route('http://page.test/', route =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
      );
      await page.goto('http://page.test/');
      const send = async (next: object): Promise<void> => {
        await page.evaluate(`postMessage(${JSON.stringify({ data: next, texts: described.texts })}, '*')`);
        await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))');
      };
      await send(data);
      const said = (): Promise<FromPage[]> => page.evaluate<FromPage[]>('window.said');
      return {
        page,
        complaints,
        send,
        state: () => page.evaluate('window.state'),
        messages: async () => (await said()).filter(message => message.kind !== 'ready'),
      };
    },
    close: () => browser.close(),
  };
}

/** What VS Code gives to a page. */
const HOST = `window.said = [];
window.state = undefined;
window.acquireVsCodeApi = () => ({
  postMessage: message => window.said.push(message),
  getState: () => window.state,
  setState: next => { window.state = next; },
});`;

function colours(theme: keyof typeof THEMES): string {
  const lines = Object.entries(THEMES[theme]).map(([name, value]) => `--vscode-${name}: ${value};`);
  return `:root { ${lines.join(' ')} --vscode-font-family: sans-serif; --vscode-font-size: 13px; --vscode-font-weight: normal; }\n`;
}

async function scriptOf(kind: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: repository,
    entryPoints: [`client/webview/${kind}.ts`],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'chrome122',
    logLevel: 'warning',
  });
  return outputFiles[0]!.text;
}

/** The extension's descriptions of its pages, with an editor that only translates. */
async function parts(): Promise<Built> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pages-'));
  const outfile = path.join(folder, 'pages.cjs');
  await build({
    stdin: {
      contents: `export { graphPage } from './graph-page'; export { dashboardPage } from './dashboard-page'; export { pageHtml } from './page-html';`,
      resolveDir: path.join(repository, 'client/src'),
      loader: 'ts',
    },
    plugins: [EDITOR],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
  const built = createRequire(import.meta.url)(outfile) as Built;
  fs.rmSync(folder, { recursive: true });
  return built;
}

const EDITOR: Plugin = {
  name: 'editor',
  setup(bundle) {
    bundle.onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'editor' }));
    bundle.onLoad({ filter: /.*/, namespace: 'editor' }, () => ({
      contents: `export const l10n = { t: (text, ...values) => text.replace(/\\{(\\d)\\}/g, (_, at) => values[at]) };`,
    }));
  },
};

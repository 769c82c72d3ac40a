import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { NODE_ARGUMENTS } from '../../client/src/node-arguments';
import { TestClient, uriOf } from '../lsp/client';
import type { OnDisk } from './disk';
import { positionAt } from './editor';
import { memoryOf, percentile, type Row } from './timing';

/** Language servers that people have beside this one, at the versions that were measured. */
const PEERS = path.resolve('.cache/bench/peers');
const PACKAGES = ['pyright@1.1.414', 'yaml-language-server@2.0.0'];
const PYRIGHT = path.join(PEERS, 'node_modules/pyright/langserver.index.js');
const YAML = path.join(PEERS, 'node_modules/yaml-language-server/bin/yaml-language-server');

/** The same file opened, broken, repaired and asked about in the same way by this server and by a peer, one after the other. */
export async function benchPeers(server: string, { folder, files, edited }: OnDisk): Promise<Row[]> {
  if (!fs.existsSync(YAML)) execFileSync('npm', ['install', '--silent', '--no-audit', '--prefix', PEERS, ...PACKAGES]);
  const python = { file: edited, language: 'python', broken: '"framework": "pandas"' };
  const yaml = { file: 'agents/registry/registry.yaml', language: 'yaml', broken: 'status: active' };
  const rows: Row[] = [];
  for (const [subject, peer] of [
    [python, { name: 'pyright', program: PYRIGHT }],
    [yaml, { name: 'yaml-language-server', program: YAML }],
  ] as const) {
    const text = files.get(subject.file)!;
    const measure = (program: string): Promise<Figures> => measured(program, folder, { ...subject, text });
    const [ours, theirs] = [await measure(server), await measure(peer.program)];
    for (const what of Object.keys(ours) as (keyof Figures)[])
      rows.push({
        what: `${path.basename(subject.file)}: ${what}`,
        value: ours[what].toFixed(1),
        note: `${peer.name} ${theirs[what].toFixed(1)}, ${(theirs[what] / ours[what]).toFixed(1)} ×`,
      });
  }
  return rows;
}

/** In milliseconds; memory in MB. */
interface Figures {
  readonly 'first findings': number;
  readonly 'edit to findings, p50': number;
  readonly 'edit to findings, p95': number;
  readonly 'hover, p50': number;
  readonly 'resident memory': number;
}

interface Subject {
  readonly file: string;
  readonly language: string;
  readonly text: string;
  /** A text whose last character is taken away and put back. */
  readonly broken: string;
}

const ROUNDS = 60;

async function measured(server: string, folder: string, { file, language, text, broken }: Subject): Promise<Figures> {
  const client = await TestClient.start({ server, folders: [folder], node: NODE_ARGUMENTS });
  const at = path.join(folder, file);
  const said = (): Promise<void> =>
    new Promise(resolve => {
      const stop = client.onPublished(() => {
        if (client.published.at(-1)!.uri !== uriOf(at)) return;
        stop();
        resolve();
      });
    });
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const first = await timed(() => Promise.all([said(), client.open(at, text, language)]));
  // Until whatever runs first is over, peers as well as this one say the same thing several times.
  await new Promise(resolve => setTimeout(resolve, 8000));
  const end = text.indexOf(broken, text.length >> 1) + broken.length;
  const edits: number[] = [];
  const hovers: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const range = { start: positionAt(text, end - 1), end: positionAt(text, i % 2 === 0 ? end : end - 1) };
    const change = { range, text: i % 2 === 0 ? '' : broken.slice(-1) };
    edits.push(await timed(() => Promise.all([said(), client.change(at, [change])])));
    if (i % 2 === 0) continue;
    const position = positionAt(text, end - 3);
    hovers.push(
      await timed(() => client.request('textDocument/hover', { textDocument: { uri: uriOf(at) }, position })),
    );
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  const memory = memoryOf(client.pid)?.now ?? NaN;
  await client.request('shutdown', undefined);
  await client.notify('exit', undefined);
  return {
    'first findings': first,
    'edit to findings, p50': percentile(edits, 0.5),
    'edit to findings, p95': percentile(edits, 0.95),
    'hover, p50': percentile(hovers, 0.5),
    'resident memory': memory,
  };
}

import fs from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { benchCommandLine } from './command-line';
import { onDisk } from './disk';
import { benchEngine } from './engine';
import { benchPythonReader } from './python-reader';
import { benchServer, growth, rowsOf, type ServerFigures } from './server';
import { printTable } from './timing';

/** The sizes that can be named on the command line, by entries in registries. */
const SIZES = new Map([
  ['1k', { workspaces: 10, rows: 100, core: 128 }],
  ['10k', { workspaces: 100, rows: 100, core: 128 }],
  ['100k', { workspaces: 1000, rows: 100, core: 128 }],
]);

const named = process.argv.slice(2);
const names = named.length > 0 ? named : [...SIZES.keys()];
const unknown = names.find(name => !SIZES.has(name));
if (unknown !== undefined) throw new Error(`no size is called ${unknown}; there are ${[...SIZES.keys()].join(', ')}`);

console.log(`Node ${process.version}, ${cpus().length} cores; compare ratios, not milliseconds`);
if (named.length === 0) {
  printTable('Python reader, beside @lezer/python on the same texts', benchPythonReader());
  printTable('Engine', benchEngine());
  printTable('Command line, whole processes', benchCommandLine(path.resolve('dist/cli.js')));
}
const server = path.resolve('dist/server.js');
const figures = new Map<string, ServerFigures>();
for (const name of names) {
  const repository = onDisk(name, SIZES.get(name)!);
  const found = await benchServer(server, repository, 1000);
  figures.set(name, found);
  printTable(`Server, ${name} entries, ${repository.files.size} files`, rowsOf(found));
}
const [smallest, largest] = [figures.get(names[0]!)!, figures.get(names.at(-1)!)!];
if (smallest !== largest) console.log(`\ngrowth of an edit: ${growth(smallest, largest).toFixed(2)} ×`);
fs.writeFileSync('.cache/bench/samples.json', JSON.stringify(Object.fromEntries(figures)));

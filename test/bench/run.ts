import { cpus } from 'node:os';
import { benchEngine } from './engine';
import { benchPythonReader } from './python-reader';
import { printTable } from './timing';

console.log(`Node ${process.version}, ${cpus().length} cores; compare ratios, not milliseconds`);
printTable('Python reader, beside @lezer/python on the same texts', benchPythonReader());
printTable('Engine', benchEngine());

import { cpus } from 'node:os';
import { benchEngine } from './engine';
import { printTable } from './timing';

console.log(`Node ${process.version}, ${cpus().length} cores; compare ratios, not milliseconds`);
printTable('Engine', benchEngine());

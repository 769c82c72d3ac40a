import { fileName } from '../../../base/paths';
import type { FactWriter, Source } from '../../system';
import { extensionsFolder, isCompanionPath, languageOf } from '../layout';
import { readCompanion } from './companion';
import { readConfig } from './config';
import { readIdMap } from './id-map';
import { readPythonModule } from './python';
import { readTypeScriptModule } from './typescript';

/** Any Python file may be a module or a base of one, any TypeScript file a module; companions; `apcore.yaml`; ID maps. */
export function claims(path: string): boolean {
  return languageOf(path) !== undefined || isCompanionPath(path) || isConfig(path) || isIdMap(path);
}

/** Files that are ours by name and place. */
export function expectsRegistry(path: string): boolean {
  return isConfig(path) || (isCompanionPath(path) && extensionsFolder(path) !== undefined);
}

/** Reads a file of the modules by its language. */
export function read(source: Source, out: FactWriter): void {
  const { path } = source.file;
  const language = languageOf(path);
  if (language === 'python') readPythonModule(source, out);
  else if (language === 'typescript') readTypeScriptModule(source, out);
  else if (isCompanionPath(path)) readCompanion(source, out);
  else if (isConfig(path)) readConfig(source, out);
  else readIdMap(source, out);
}

function isConfig(path: string): boolean {
  return fileName(path) === 'apcore.yaml';
}

/** ID maps are called as a configuration likes; they can only be read before that is known if their name says it. */
function isIdMap(path: string): boolean {
  return /\.ya?ml$/i.test(path) && /map|overrides|ids/i.test(fileName(path)) && !isCompanionPath(path);
}

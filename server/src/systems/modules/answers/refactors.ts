import { fileName } from '../../../base/paths';
import type { Fix } from '../../../model/fix';
import type { Lookup } from '../../../model/lookup';
import type { NamedSymbol } from '../../system';
import { fileFact } from '../components/file-facts';
import { isModule, isModuleClass } from '../facts';
import { moduleOf } from '../resolve/module';
import { companionPath } from '../layout';

/** On the class of a module: the companion that it does not have yet. What is written into it changes nothing by itself. */
export function refactors({ place: { fact } }: NamedSymbol, lookup: Lookup): readonly Fix[] {
  if (!isModuleClass(fact)) return [];
  const file = fileFact(fact.file.path, isModule, lookup);
  const module = file && moduleOf(file, lookup);
  const path = companionPath(fact.file.path);
  if (module === undefined || module.companion !== undefined || lookup.hasFile(path)) return [];
  const text = 'dependencies: []\n';
  return [{ title: `Create ${fileName(path)}`, safe: false, edits: [{ do: 'create-file', path, text }] }];
}

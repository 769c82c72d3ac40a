import { fileName } from '../../../base/paths';
import type { Lookup } from '../../../model/lookup';
import { needsNoScript } from './needs';
import { isComponent, isStep, type ComponentFact, type InterfaceEntry, type StepEntry } from '../facts';
import { componentKey, contractKey, programKey, stepKey } from '../keys';
import { workspaceDirectory } from '../layout';
import { fileRole, withoutJobType } from '../naming';

/**
 * Why the script that a contract names need not be among the scripts, as the end of a sentence: the step runs no local script,
 * so that the name is that of another package's; or a file of that name lies elsewhere in the repository, where the source
 * directory of the step's config may lead.
 */
export function whyScriptMayBeElsewhere(
  contract: ComponentFact | InterfaceEntry,
  script: string,
  lookup: Lookup,
): string | undefined {
  const rows = rowsOf(contract, lookup);
  if (rows.length > 0 && rows.every(needsNoScript)) return `'${rows[0]?.name ?? ''}' runs no local script`;
  const own = workspaceDirectory(contract.file.path);
  const program = lookup.providers(programKey(fileName(script))).find(({ file: { path } }) => {
    const directory = workspaceDirectory(path);
    return directory === undefined || directory === own;
  });
  return program && `${program.file.path} may be it`;
}

/** The rows of the steps that a contract belongs to: by its name, its variable, or the specification that names it. */
function rowsOf(contract: ComponentFact | InterfaceEntry, lookup: Lookup): StepEntry[] {
  if (contract.kind === 'interface') return lookup.providers(stepKey(contract.name)).filter(isStep);
  const { name, variable, file } = contract;
  const names = new Set([fileRole(file.path)?.base ?? name]);
  if (variable !== undefined) {
    names.add(variable);
    for (const spec of lookup.readers(contractKey(variable)).filter(isComponent))
      names.add(withoutJobType(spec.stepType ?? fileRole(spec.file.path)?.base ?? spec.name));
  }
  return [...names].flatMap(each => lookup.readers(componentKey(each)));
}

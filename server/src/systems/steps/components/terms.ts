import { isTestPath } from '../../../base/test-paths';
import { fileName, folderOf } from '../../../base/paths';
import { DAMAGED_KEY } from '../../../model/class-outline';
import type { Lookup } from '../../../model/lookup';
import { unseenAnywhere } from '../../../model/unseen';
import { builderTermsKey, configTermsKey, contractTermsKey, CORE_KEY, scriptTermsKey } from '../keys';
import { isComponentPath, packageOf } from '../layout';
import { fileRole } from '../naming';
import { isTerms, type TermsFact } from '../terms';

/** The contract that a specification names, if the text tells which one that is. */
export function contractOfSpecification(specification: TermsFact, lookup: Lookup): TermsFact | undefined {
  const { contract, file } = specification;
  if (contract === undefined) return undefined;
  return sole(
    lookup
      .providers(contractTermsKey(contract.variable))
      .filter(each => leadsTo(contract.module, file.path, each.file.path)),
  );
}

/** The script of its package that a contract names; nothing for one that lies elsewhere or nowhere. */
export function scriptOfContract(contract: TermsFact, lookup: Lookup): TermsFact | undefined {
  if (contract.entryPoint === undefined) return undefined;
  return sole(inPackageOf(contract, lookup.providers(scriptTermsKey(fileName(contract.entryPoint)))));
}

/** The contracts of its package that name a script; none where some may be out of sight. */
export function contractsOfScript(script: TermsFact, lookup: Lookup): readonly TermsFact[] {
  if (mayMissTerms(lookup)) return [];
  return inPackageOf(script, lookup.readers(scriptTermsKey(script.name)));
}

/** The specifications that name a contract, or that of the interface which it is a section of. */
export function specificationsOfContract(contract: TermsFact, lookup: Lookup): readonly TermsFact[] {
  if (contract.inInterface === true)
    return lookup
      .contents(contract.file)
      .facts.filter(isTerms)
      .filter(({ by }) => by === 'specification');
  return lookup
    .readers(contractTermsKey(contract.name))
    .filter(each => contractOfSpecification(each, lookup) === contract);
}

/** The builder with the name of a contract: `builder_payload_step.py` for `payload_contract.py` or `payload.step.yaml`. */
export function builderOfContract(contract: TermsFact, lookup: Lookup): TermsFact | undefined {
  return sole(buildersOf(contract, lookup));
}

/** The config with the name of a contract. */
export function configOfContract(contract: TermsFact, lookup: Lookup): TermsFact | undefined {
  const name = baseOf(contract);
  return name === undefined ? undefined : sole(inPackageOf(contract, lookup.providers(configTermsKey(name))));
}

/** Who gives the script of a contract what it is started with: its builder; where interfaces make builders, the config that they ask. */
export function giverOfContract(contract: TermsFact, lookup: Lookup): TermsFact | undefined {
  const builders = buildersOf(contract, lookup);
  if (builders.length > 0 || contract.inInterface !== true) return sole(builders);
  return configOfContract(contract, lookup);
}

function buildersOf(contract: TermsFact, lookup: Lookup): readonly TermsFact[] {
  const name = baseOf(contract);
  return name === undefined ? [] : inPackageOf(contract, lookup.providers(builderTermsKey(name)));
}

/** The name of the step of a contract in file names. */
function baseOf({ inInterface, file: { path } }: TermsFact): string | undefined {
  return inInterface === true ? fileName(path).replace('.step.yaml', '') : fileRole(path)?.base;
}

/** Whether a contract may have paths that its text does not give. */
export function mayLackPaths(contract: TermsFact): boolean {
  if (mayLackTerms(contract) || contract.open.includes('input') || contract.open.includes('output')) return true;
  return contract.terms.some(({ of, path }) => (of === 'input' || of === 'output') && path === undefined);
}

/** Whether a script finds at `path` what is mounted at `other`, or leaves there what is uploaded from it. */
export function meetsPath(path: string, other: string): boolean {
  return isWithin(path, other) || isWithin(other, path);
}

function isWithin(path: string, folder: string): boolean {
  return `${path}/`.startsWith(`${folder.replace(/\/$/, '')}/`);
}

/** Whether a variable is there without anybody of the repository setting it. */
export function isOfPlatform(variable: string): boolean {
  return /^(?:AWS_|SM_|SAGEMAKER_|LC_|PYTHON)|^(?:PATH|HOME|USER|PWD|LANG|TMPDIR|HOSTNAME|SHELL)$/.test(variable);
}

/** Whether a fact is from a text that is half-typed or does not parse, so that it may lack what the author means. */
export function mayLackTerms(fact: TermsFact): boolean {
  return fact.partial === true || fact.file.incomplete;
}

/** Whether a component or interface may say something that is not known: one is damaged, or something cannot be read. */
export function mayMissTerms(lookup: Lookup): boolean {
  return lookup.remember('may miss terms:', inner => {
    const isDamaged = inner
      .providers(DAMAGED_KEY)
      .some(({ file }) => file.incomplete && isComponentPath(file.path) && !isTestPath(file.path));
    const isHalfWritten = inner
      .providers(CORE_KEY)
      .some(({ file, form }) => file.incomplete && (form === 'interface' || form === 'pack'));
    return isDamaged || isHalfWritten || unseenAnywhere(inner) !== undefined;
  });
}

function inPackageOf(fact: TermsFact, others: readonly TermsFact[]): readonly TermsFact[] {
  const home = packageOf(fact.file.path);
  return home === undefined ? [] : others.filter(each => packageOf(each.file.path) === home);
}

function sole(facts: readonly TermsFact[]): TermsFact | undefined {
  return facts.length === 1 ? facts[0] : undefined;
}

/** Whether a module, as the file at `from` writes it, is the file at `path` or the package that directly holds it. */
function leadsTo(module: string, from: string, path: string): boolean {
  if (module === '') return path === from;
  const dots = module.length - module.replace(/^\.+/, '').length;
  const inner = module.slice(dots).replaceAll('.', '/');
  const folders = from.split('/').slice(0, -dots);
  const whole = dots === 0 ? inner : [...folders, inner].filter(segment => segment !== '').join('/');
  return [path.replace(/\.py$/, ''), folderOf(path)].some(
    each => each === whole || (dots === 0 && each.endsWith(`/${whole}`)),
  );
}

import { folderOf } from '../../../base/paths';
import type { Lookup } from '../../../model/lookup';
import { contractTermsKey } from '../keys';
import type { TermsFact } from '../terms';

/** The contract that a specification names, if the text tells which one that is. */
export function contractOfSpecification(specification: TermsFact, lookup: Lookup): TermsFact | undefined {
  const { contract, file } = specification;
  if (contract === undefined) return undefined;
  const found = lookup
    .providers(contractTermsKey(contract.variable))
    .filter(each => leadsTo(contract.module, file.path, each.file.path));
  return found.length === 1 ? found[0] : undefined;
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

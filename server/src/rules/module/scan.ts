import { isBelow } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import { Part, type Fact } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import { isLink, type LinkFact } from '../../model/link';
import type { Lookup } from '../../model/lookup';
import {
  configurationOf,
  isModule,
  languageOf,
  placeOf,
  rootsInWords,
  type ScannedLink,
} from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const scan: FactRule = {
  code: 'module/scan',
  severity: 'info',
  summary: 'The scan passes over a module file that lies too deep, or over a link.',
  why:
    'Discovery enters folders to the depth that extensions.max_depth says, 8 unless it is set, and passes over what lies deeper with ' +
    'a note at level INFO. The root has depth 1. Symbolic links are passed over without a word unless extensions.follow_symlinks is ' +
    'true; then they are followed as long as they stay inside of the root and do not lead where the scan has been by a link before.',
  remedy:
    'Move the file up, or set extensions.max_depth in apcore.yaml. Put the module itself in the place of a link, or set ' +
    'extensions.follow_symlinks where the link stays inside of the root.',
  bad: `
#- apcore.yaml
extensions:
  root: ./extensions
  max_depth: 1
#- extensions/shop/orders.py
from pydantic import BaseModel
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ module/scan


class Note(BaseModel):
    text: str


class Orders:
    description = "Takes orders"
    input_schema = Note
    output_schema = Note

    def execute(self, inputs, context):
        return inputs
`,
  good: `
#- apcore.yaml
extensions:
  root: ./extensions
#- extensions/shop/orders.py
${ORDERS_MODULE}
`,
  over: 'fact',
  kind: ['module', 'link'],
  wide: true,
  *check(fact, lookup) {
    if (isLink(fact)) yield* checkLink(fact, lookup);
    else yield* checkDepth(fact, lookup);
  },
};

function* checkDepth(module: Fact, lookup: Lookup): Iterable<Report> {
  const placed = placeOf(module.file.path, configurationOf(lookup));
  if (placed?.skipped !== 'depth') return;
  const { maxDepth } = placed.discovery;
  yield {
    at: at(module, Part.name),
    message: `This lies more than ${maxDepth} folders deep below ${truncateName(rootsInWords(placed.discovery))}, so the scan passes over it`,
  };
}

function* checkLink(link: LinkFact, lookup: Lookup): Iterable<Report> {
  const { path } = link.file;
  const scanned = configurationOf(lookup).links.get(path);
  if (scanned === undefined || (!link.isFolder && languageOf(path) === undefined)) return;
  const message = messageOf(scanned, link, lookup);
  if (message !== undefined) yield { at: at(link, Part.name), message };
}

function messageOf({ verdict, target }: ScannedLink, link: LinkFact, lookup: Lookup): string | undefined {
  switch (verdict) {
    case 'off':
      return target !== undefined && holdsModules(target, link, lookup)
        ? `This is a link to '${truncateName(target)}', and extensions.follow_symlinks is off, so the scan passes over it`
        : undefined;
    case 'outside':
      return link.isFolder || languageOf(link.file.path) === 'typescript'
        ? 'This link leads out of the extension root, so the scan refuses it'
        : 'This link leads out of the extension root. The scan refuses folders there; whether it takes this file cannot be told';
    case 'circle':
      return 'This link leads back to the extension root, so the scan passes over it: it would go in a circle';
    case 'again':
      return `Another link leads to '${truncateName(target ?? '')}' as well: the scan follows the one that it meets first, in no certain order`;
    case 'unsure':
      return 'Where this link leads cannot be told here, so what is behind it is not looked at';
    case 'followed':
      return target !== undefined && isBelow(link.file.path, target)
        ? `This link lies in '${truncateName(target)}', to which it leads: the scan goes around once, so modules there count twice`
        : undefined;
  }
}

/** Whether a module would be found at the target, or directly in it. */
function holdsModules(target: string, { isFolder }: LinkFact, lookup: Lookup): boolean {
  const isModuleFile = (path: string): boolean => lookup.file(path)?.facts.some(isModule) === true;
  if (!isFolder) return isModuleFile(target);
  const prefix = target === '' ? '' : `${target}/`;
  return lookup.entries(target).some(name => languageOf(name) !== undefined && isModuleFile(prefix + name));
}

import { defined } from '../../base/defined';
import { truncateName } from '../../base/message-text';
import { Part, type SourceFile } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  companionPath,
  filesOfCompanion,
  isCompanion,
  isModule,
  languageOf,
  lossOf,
  moduleOf,
  placeOfCompanion,
} from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { FileRule } from '../rule';

export const metadataSyntax: FileRule = {
  code: 'module/metadata-syntax',
  severity: 'error',
  summary: 'A companion is no YAML mapping.',
  why:
    'Discovery reads the companions of all modules before it registers the first one, and raises ConfigError at one that is ' +
    'not valid YAML, or whose content is a list or a text. An empty file is fine.',
  remedy: 'Repair the place, or delete the companion: a module needs none.',
  bad: `
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
description: "Takes orders
#            ^^^^^^^^^^^^^ module/metadata-syntax
`,
  good: `
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
description: "Takes orders"
`,
  over: 'file',
  wide: true,
  *check(file, lookup) {
    yield* folderBeside(file, lookup);
    const [companion] = file.facts.filter(isCompanion);
    if (companion === undefined || (file.problems.length === 0 && companion.loadCrash === undefined)) return;
    const place = placeOfCompanion(file.path, lookup);
    const [module] = filesOfCompanion(file.path, lookup);
    if (place === undefined || place.skipped !== undefined || module === undefined) return;
    const loss = lossOf(place.discovery, defined(languageOf(module), 'the language of a module file'), lookup);
    const [first] = file.problems
      .filter(({ code }) => code === metadataSyntax.code)
      .sort((a, b) => a.span.start - b.span.start);
    if (first !== undefined)
      yield {
        at: { file, span: first.span },
        message: `${truncateName(first.message)}: ${loss.text}`,
        related: loss.related,
      };
    else if (companion.loadCrash?.because === 'shape')
      yield {
        at: at(companion, Part.name),
        message: `A companion has to be a mapping, such as 'description: …'; ${loss.text}`,
        related: loss.related,
      };
  },
};

/** Discovery opens whatever is called like a companion. */
function* folderBeside({ facts }: SourceFile, lookup: Lookup): Iterable<Report> {
  const fact = facts.find(isModule);
  const module = fact && moduleOf(fact, lookup);
  if (module?.hasFolder !== true || module.placed.language !== 'python') return;
  const { text, related } = lossOf(module.placed.discovery, 'python', lookup);
  const folder = truncateName(companionPath(module.fact.file.path));
  yield {
    at: at(module.fact, Part.name),
    message: `${folder} is a folder, where a companion would be: ${text}`,
    related,
  };
}

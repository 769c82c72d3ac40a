import type { SourceFile } from '../../model/fact';
import type { Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  ABORTING,
  dependentsOf,
  filesOfCompanion,
  isCompanion,
  modulesOfCompanion,
  placeOfCompanion,
  registrationLoss,
} from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { FileRule } from '../rule';

export const metadataSchema: FileRule = {
  code: 'module/metadata-schema',
  severity: 'warning',
  summary: 'A companion has a field that is not known, or a value that does not fit.',
  why:
    'Fields that are not known are dropped without a word, values of another type are taken as they are and fail later, a version ' +
    'that is a number is turned into text (1.10 becomes 1.1), and a dependency without module_id is passed over. An example ' +
    'without a title is an error: reading it raises KeyError, which aborts the discovery.',
  remedy: 'Correct the name or the value; hover over a field to see what it may hold.',
  bad: `
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
descripton: Takes orders
#^^^^^^^^^ module/metadata-schema
version: 1.0
#        ^^^ module/metadata-schema
`,
  good: `
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
description: Takes orders
version: "1.0"
`,
  over: 'file',
  wide: true,
  *check(file, lookup) {
    const own = file.problems.filter(({ code }) => code === metadataSchema.code || code === ABORTING);
    if (own.length === 0) return;
    const place = placeOfCompanion(file.path, lookup);
    const [module] = filesOfCompanion(file.path, lookup);
    if (place === undefined || place.skipped !== undefined || module === undefined) return;
    for (const { code, span, message } of own) {
      if (code === ABORTING) yield* crash(file, { span, message }, lookup);
      else {
        const skipped = message.startsWith("'module_id' is missing") ? ', so this dependency is passed over' : '';
        yield { at: { file, span }, message: message + skipped };
      }
    }
  },
};

/** A companion is merged while its module is registered: one that is lost before does no harm. */
function* crash(
  file: SourceFile,
  { span, message }: Pick<SourceFile['problems'][number], 'span' | 'message'>,
  lookup: Lookup,
): Iterable<Report> {
  const [companion] = file.facts.filter(isCompanion);
  const own = companion === undefined ? [] : modulesOfCompanion(companion, lookup);
  const [module] = [...dependentsOf(file.path, lookup), ...own];
  if (module?.placed.language !== 'python') return;
  const { text, related, isCertain } = registrationLoss(module, lookup);
  yield {
    at: { file, span },
    message: `${message}; ${text}`,
    related,
    severity: isCertain ? 'error' : 'warning',
  };
}

import { truncateName } from '../../base/message-text';
import { Part, type SourceFile } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import { isLink } from '../../model/link';
import type { Lookup } from '../../model/lookup';
import { unseenAt } from '../../model/unseen';
import {
  type ConfigFact,
  configurationOf,
  idMapField,
  lossOf,
  OUTSIDE_REPOSITORY,
  resolvePath,
} from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { FileRule } from '../rule';

export const configuration: FileRule = {
  code: 'module/configuration',
  severity: 'error',
  summary: 'apcore.yaml names something that is not there.',
  why:
    'Discovery raises ConfigNotFoundError where an extension root or the ID map does not exist, and registers nothing at all. That a ' +
    'root is not in sight is a warning: git may ignore it, and folders that hold no file are not seen.',
  remedy: 'Correct the path: it is relative to the folder of apcore.yaml.',
  bad: `
#- apcore.yaml
extensions:
  root: ./extensions
id_map:
  overrides: ./ids.yaml
#            ^^^^^^^^^^ module/configuration
#- extensions/orders.py
${ORDERS_MODULE}
`,
  good: `
#- apcore.yaml
extensions:
  root: ./extensions
#- extensions/orders.py
${ORDERS_MODULE}
`,
  over: 'file',
  wide: true,
  *check(file, lookup) {
    const config = file.facts.find((fact): fact is ConfigFact => fact.kind === 'apcore');
    if (config === undefined) return;
    for (const { code, span, message, damage } of file.problems)
      if (code === configuration.code && damage) yield { at: { file, span }, message: `${message}: discovery aborts` };
      else if (code === configuration.code) yield { at: { file, span }, message, severity: 'warning' };
    yield* missing(config, file, lookup);
  },
};

/** Whether a root is a link: what it leads to may be out of sight. */
function isLinked(path: string, lookup: Lookup): boolean {
  return lookup.file(path)?.facts.some(isLink) === true;
}

function* missing(config: ConfigFact, { path: own }: SourceFile, lookup: Lookup): Iterable<Report> {
  const discovery = configurationOf(lookup).discoveries.find(({ name, by }) => name === config.name && by === 'apcore');
  if (discovery === undefined) return;
  for (const [i, { path, text }] of (config.roots ?? []).entries())
    if (
      path !== undefined &&
      path !== '' &&
      !lookup.hasFolder(path) &&
      !isLinked(path, lookup) &&
      unseenAt(path, lookup) === undefined
    )
      yield {
        at: at(config, Part.fieldName(i)),
        severity: 'warning',
        message: `No file below '${truncateName(text)}' is in sight; if there is no such folder, discovery aborts`,
      };
  if (config.idMap === undefined || discovery.idMap === undefined || discovery.idMap === OUTSIDE_REPOSITORY) return;
  if (resolvePath(config.name, config.idMap) !== discovery.idMap || lookup.hasFile(discovery.idMap)) return;
  if (unseenAt(discovery.idMap, lookup) !== undefined) return;
  const loss = lossOf(discovery, 'python', lookup);
  yield {
    at: at(config, Part.fieldValue(idMapField(config))),
    message: `There is no file '${truncateName(config.idMap)}' beside ${truncateName(own)}; ${loss.text}`,
    related: loss.related,
  };
}

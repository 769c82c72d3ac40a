import { truncateName } from '../../base/message-text';
import { Part, type Place } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  HeaderPart,
  isLostToRival,
  isStep,
  laterRival,
  type RegistryHeader,
  registriesWithId,
  workspaceIdOf,
} from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const idClash: KeyRule = {
  code: 'workspace/id-clash',
  severity: 'error',
  summary: 'Two directories end up as one workspace.',
  why:
    'The loader registers a workspace under its developer_id, else under the name of its directory. Of two with one id the ' +
    'later replaces the earlier without a message; which is later depends on the file system. A workspace that is called like ' +
    'the directory of another one is emptied when that one is loaded, even if the other goes by a developer_id of its own.',
  remedy: 'Give each workspace a developer_id of its own, best the name of its directory.',
  bad: `
#- developer_workspaces/developers/dev_a/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
WORKSPACE_METADATA = {"developer_id": "bob"}
#                                     ^^^^^ workspace/id-clash
#- developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
#^^^^^^^^^^^^^^^ workspace/id-clash
`,
  good: `
#- developer_workspaces/developers/dev_a/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
WORKSPACE_METADATA = {"developer_id": "dev_a"}
#- developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
`,
  over: 'key',
  kind: 'workspace',
  *check(id, lookup) {
    const same = registriesWithId(id, lookup);
    const [first] = same;
    if (first === undefined) return;
    if (same.length < 2) {
      yield* emptied(first, lookup);
      return;
    }
    const severity = same.some(header => losesSteps(header, lookup)) ? {} : LOSES_NOTHING;
    for (const [i, header] of same.entries()) {
      const other = same[i + 1] ?? first;
      yield {
        at: placeOf(header),
        message: `Directory '${directoryOf(header)}' and directory '${directoryOf(other)}' both end up as workspace '${truncateName(id)}'; one of them is lost`,
        related: [{ at: placeOf(other), message: `directory '${directoryOf(other)}'` }],
        ...severity,
      };
    }
  },
};

/** Directories count as read by name; where the one that is lost then gives no steps anyway, only another order loses any. */
const LOSES_NOTHING = { severity: 'warning' } as const;

function losesSteps(header: RegistryHeader, lookup: Lookup): boolean {
  return lookup.contents(header.file).facts.some(fact => isStep(fact) && isLostToRival(fact, header, lookup));
}

/** A workspace that is lost since another directory is called like it, whatever id that one ends up with. */
function* emptied(header: RegistryHeader, lookup: Lookup): Iterable<Report> {
  const rival = laterRival(header, lookup);
  if (rival === undefined) return;
  const id = truncateName(workspaceIdOf(header.file) ?? '');
  yield {
    at: placeOf(header),
    message: `This workspace ends up as '${id}', and is lost when directory '${directoryOf(rival)}' is loaded after it: that one begins under the same id`,
    related: [{ at: placeOf(rival), message: `directory '${directoryOf(rival)}'` }],
    ...(losesSteps(header, lookup) ? {} : LOSES_NOTHING),
  };
}

function directoryOf(header: RegistryHeader): string {
  return truncateName(header.directory ?? '');
}

function placeOf(header: RegistryHeader): Place {
  return at(header, header.id === undefined ? Part.whole : HeaderPart.id);
}

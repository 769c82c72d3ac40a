import { folderOf, joinPath } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  closestModule,
  type CompanionFact,
  filesOfCompanion,
  idOf,
  placeOfCompanion,
  stemOfCompanion,
} from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const orphanMetadata: FactRule<CompanionFact> = {
  code: 'module/orphan-metadata',
  severity: 'warning',
  summary: 'A companion stands beside no module of its name.',
  why:
    'Discovery starts from module files and looks for the companion of each. A companion that belongs to none is never opened, ' +
    'and nothing says so: its dependencies, its version and its description have no effect.',
  remedy: 'Give it the name of its module file and _meta.yaml, or delete it.',
  bad: `
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/order_meta.yaml
version: "2.0.0"
#^^^^^^^^^^^^^^^ module/orphan-metadata
tags: []
description: Takes orders
`,
  good: `
#- extensions/orders.py
${ORDERS_MODULE}
#- extensions/orders_meta.yaml
version: "2.0.0"
tags: []
description: Takes orders
`,
  over: 'fact',
  kind: 'companion',
  wide: true,
  *check(companion, lookup) {
    const { path } = companion.file;
    const place = placeOfCompanion(path, lookup);
    if (place === undefined || place.skipped !== undefined || filesOfCompanion(path, lookup).length > 0) return;
    const { derived } = idOf(place);
    const meant = closestModule(derived, place.discovery, 'python', lookup);
    const rename = meant === undefined ? undefined : renameAfter(meant, path, lookup);
    const hint = rename === undefined ? '' : `. Did you mean '${truncateName(rename.name)}'?`;
    yield {
      at: at(companion, Part.name),
      message: `There is no module '${truncateName(companion.name)}' beside this companion, so nothing reads it${hint}`,
      ...(rename === undefined
        ? {}
        : {
            fixes: [
              {
                title: `Rename to '${truncateName(rename.name)}'`,
                safe: false,
                edits: [{ do: 'rename-file', path, to: rename.to } as const],
              },
            ],
          }),
    };
  },
};

/** The name that makes a companion the one of a module in its folder; nothing where that module has one. */
function renameAfter(
  module: string,
  path: string,
  lookup: Lookup,
): { readonly name: string; readonly to: string } | undefined {
  const name = `${module.slice(module.lastIndexOf('.') + 1)}_meta.yaml`;
  const to = joinPath(folderOf(path), name);
  return lookup.hasFile(`${stemOfCompanion(to)}.py`) && !lookup.hasFile(to) ? { name, to } : undefined;
}

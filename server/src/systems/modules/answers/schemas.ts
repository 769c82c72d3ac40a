import { Part } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { isList, isMapping, isUnknown, type Value } from '../../../model/value';
import { compareStrings } from '../../../base/collections';
import { sameData } from '../../../base/structural-equality';
import { PythonReader } from '../../../syntax/python/reader';
import type { SchemaItem, Source } from '../../system';
import { inheritedAttribute } from '../components/classes';
import { discoveryRuns, reasonOf } from '../resolve/discovery';
import { mergedFields } from '../resolve/companion-merge';
import { effectiveVersion } from '../resolve/effective-version';
import type { Module } from '../resolve/module';
import { moduleWithId } from '../resolve/same-id';
import { languageOf } from '../layout';
import { moduleSchemas, type ModelSchemas } from './pydantic/model-schema';
import { Modules } from './pydantic/modules';
import { objectSchemas } from './typebox-schemas';

type SourceOf = (path: string) => Source | undefined;

/** The schemas of all modules that would be registered, and of those that only an abort of the whole keeps from it. */
export function schemas(lookup: Lookup, sourceOf: SourceOf): readonly SchemaItem[] {
  const modules = pythonModules(lookup, sourceOf);
  return discoveryRuns(lookup)
    .flatMap(run => run.modules)
    .filter(({ outcome, module }) => outcome !== 'skipped' && !isGivenUp(module, lookup))
    .flatMap(each => {
      const { module, outcome } = each;
      const { rivals } = module;
      const item = rivals === undefined ? schemaItem(module, modules, lookup) : commonItem(rivals, modules, lookup);
      if (item === undefined || outcome !== 'cannot tell') return item ?? [];
      const doubt = (reasonOf(each) ?? '').replace(/^cannot tell: /, '');
      return { ...item, uncertainties: [...item.uncertainties, `whether it is registered: ${doubt}`] };
    })
    .sort((a, b) => compareStrings(a.name, b.name) || compareStrings(a.place.fact.file.path, b.place.fact.file.path));
}

/** Of several files that one id may belong to, the first stands for all. */
function isGivenUp({ fact, id, placed }: Module, lookup: Lookup): boolean {
  return moduleWithId(placed.discovery, placed.language, id, lookup)?.fact !== fact;
}

function pythonModules(lookup: Lookup, sourceOf: SourceOf): Modules {
  const reader = new PythonReader();
  return new Modules({
    tree: path => sourceOf(path)?.python('literals'),
    hasFile: path => lookup.hasFile(path),
    expression(source) {
      const tree = reader.read(source, 'literals');
      return tree.problems.length === 0 && tree.count > 1 ? tree : undefined;
    },
  });
}

function schemaItem(module: Module, modules: Modules, lookup: Lookup): SchemaItem {
  const { input, output, raises, uncertainties, fields } = schemasOf(module, modules, lookup);
  const unsure = raises === undefined ? [...uncertainties] : [`its schemas, since ${raises}`];
  const stated = fields ?? mergedOf(module, lookup);
  const ofClass = new Map(
    mergedFields(module, lookup).map(each => [each.name, each.winner === 'class' ? each.value : each.other?.value]),
  );
  const told = new Map<string, Value>();
  for (const [name, own] of stated) {
    // What the statements of a class do not say may have been set after them.
    const value = isEmpty(own) ? (ofClass.get(name) ?? own) : own;
    const reason = unknownIn(value);
    told.set(name, reason ?? value);
    if (reason !== undefined) unsure.push(`${name}: decided by code`);
  }
  const version = effectiveVersion(module, lookup);
  if (fields === undefined && version !== undefined) told.set('version', version);
  const place = { fact: module.fact, part: Part.name };
  return { name: module.id, place, input, output, fields: told, uncertainties: unsure };
}

/** An id that the disk gives to one of several files: what they have in common can be told. */
function commonItem(rivals: readonly Module[], modules: Modules, lookup: Lookup): SchemaItem | undefined {
  const [first, ...others] = rivals.map(each => schemaItem(each, modules, lookup));
  if (first === undefined) return undefined;
  const differ = (of: (item: SchemaItem) => Value | undefined): boolean =>
    others.some(each => !sameData(of(each), of(first)));
  const open = [
    ...(['input', 'output'] as const).filter(side => differ(item => item[side])),
    ...[...first.fields.keys()].filter(name => differ(({ fields }) => fields.get(name))),
  ];
  return {
    ...first,
    input: open.includes('input') ? undefined : first.input,
    output: open.includes('output') ? undefined : first.output,
    fields: new Map(
      [...first.fields].map(([name, value]) => [name, open.includes(name) ? { unknown: 'code' } : value]),
    ),
    uncertainties: [
      ...first.uncertainties,
      ...open.map(name => `${name}: several files have this id, and the disk decides which of them is found`),
    ],
  };
}

/** The fields of a module whose class is not read as a whole; of a Python one that is not in sight, it may say anything. */
function mergedOf(module: Module, lookup: Lookup): ReadonlyMap<string, Value> {
  const isHidden = module.entry.status !== 'found' && languageOf(module.fact.file.path) === 'python';
  const hidden = isHidden ? EXPORTED : EXPORTED.filter(name => isOpen(module, name, lookup));
  const fields = new Map<string, Value>(hidden.map(name => [name, { unknown: 'code' }]));
  for (const { name, value, other } of mergedFields(module, lookup)) {
    // `get_schema` asks the class for its description, whatever the companion says.
    fields.set(name, name === 'description' && typeof value !== 'string' ? (other?.value ?? value) : value);
  }
  return fields;
}

const EXPORTED = ['name', 'description', 'tags', 'annotations', 'examples'];

function schemasOf(module: Module, modules: Modules, lookup: Lookup): ModelSchemas {
  const { path } = module.fact.file;
  if (languageOf(path) !== 'python') return objectSchemas(module, lookup);
  if (module.id === '') return { uncertainties: [], raises: 'a module without an id cannot be asked for' };
  return moduleSchemas(path, module.entry.status === 'found' ? module.entry.entry.name : undefined, modules);
}

function unknownIn(value: Value): Value | undefined {
  if (isUnknown(value)) return value;
  const parts = isMapping(value) ? [...value.values()] : isList(value) ? value : [];
  return parts.map(unknownIn).find(each => each !== undefined);
}

function isEmpty(value: Value): boolean {
  return value === null || value === '' || (isList(value) && value.length === 0);
}

/** Whether code, or a base that is not in sight, decides what a class has under a name. */
function isOpen({ entry }: Module, name: string, lookup: Lookup): boolean {
  return entry.status === 'found' && inheritedAttribute(name, entry.entry, lookup).status === 'cannot tell';
}

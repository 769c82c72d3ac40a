import { fileName } from '../../../base/paths';
import { Part, type Fact, type SourceFile } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { PathLink } from '../../system';
import { isComponent, isInterface } from '../facts';
import { scriptKey } from '../keys';
import { packageOf } from '../layout';

/** Links from contracts to the scripts that they name; a script of the contract's own package is preferred. */
export function links(file: SourceFile, lookup: Lookup): readonly PathLink[] {
  return file.facts.flatMap(fact => {
    const stated = scriptOf(fact);
    if (stated === undefined) return [];
    const scripts = lookup.providers(scriptKey(fileName(stated.script))).map(script => script.file.path);
    const home = packageOf(file.path);
    const path = scripts.find(each => packageOf(each) === home) ?? scripts[0];
    return path === undefined ? [] : [{ place: { fact, part: Part.fieldValue(stated.index) }, path }];
  });
}

function scriptOf(fact: Fact): { script: string; index: number } | undefined {
  if (isComponent(fact)) return fact.entryPoint === undefined ? undefined : { script: fact.entryPoint, index: 0 };
  if (!isInterface(fact)) return undefined;
  const index = fact.fields.findLastIndex(field => field.name === 'contract.entry_point');
  const script = fact.fields[index]?.value;
  return typeof script === 'string' ? { script, index } : undefined;
}

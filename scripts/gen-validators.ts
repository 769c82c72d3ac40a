import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import standaloneCode from 'ajv/dist/standalone';
import { formatText } from './format-text';
import { RULES } from '../server/src/rules/index';

const repository = path.resolve(import.meta.dirname, '..');
const PROJECT = 'schemas/registry-intelligence.schema.json';
const PACK = 'schemas/policy-pack.schema.json';
const COMPANION = 'schemas/module-meta.schema.json';
const INTERFACE = 'schemas/step-interface.schema.json';
const ARTIFACT_METADATA = 'schemas/artifact-metadata.schema.json';

/** The schemas of project file and policy packs with the codes of all rules, and a module per schema that checks a value against it. */
export async function validators(): Promise<[string, string][]> {
  const project = withRuleCodes(read(PROJECT));
  const pack = withRuleCodes(read(PACK));
  return [
    [PROJECT, await formatText(PROJECT, JSON.stringify(project))],
    [PACK, await formatText(PACK, JSON.stringify(pack))],
    await validator('project', PROJECT, project),
    await validator('policy-pack', PACK, pack),
    await validator('interface', INTERFACE, read(INTERFACE)),
    await validator('artifact-metadata', ARTIFACT_METADATA, read(ARTIFACT_METADATA)),
    await validator('module-meta', COMPANION, read(COMPANION)),
  ];
}

interface Schema {
  properties: { rules: { items: { properties: { code: { enum: string[] } } } } };
}

/** Lists every rule and every family where a rule is named. */
export function withRuleCodes(schema: object): object {
  const copy = structuredClone(schema) as Schema;
  const codes = RULES.map(rule => rule.code).sort();
  const families = [...new Set(codes.map(code => `${code.slice(0, code.indexOf('/'))}/*`))];
  copy.properties.rules.items.properties.code.enum = [...families, ...codes];
  return copy;
}

/** Compiled ahead, so that neither the compiler nor the schema is loaded at run time. */
async function validator(name: string, from: string, schema: object): Promise<[string, string]> {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    code: { source: true, esm: true },
  });
  for (const keyword of ['x-name', 'x-path', 'x-type', 'x-pattern', 'x-loaded', 'x-expected']) ajv.addKeyword(keyword);
  const code = standaloneCode(ajv, ajv.compile(withoutWords(schema) as object));
  if (/\brequire\(|\bfrom "ajv/.test(code)) throw new Error(`${from} uses a keyword that needs ajv at run time`);
  const file = `server/src/generated/${name}-validator.ts`;
  const head = [
    `// Generated from ${from} by \`npm run gen\`; edit that.`,
    '// @ts-nocheck',
    "import type { Validator } from '../syntax/schema';",
  ];
  const body = code
    .replace('"use strict";', '')
    .replace(/export default \w+;/, '')
    .replace('export const validate =', 'export const validate: Validator =');
  return [file, await formatText(file, `${head.join('\n')}\n${body}`)];
}

/** What only people read is left out of the compiled code. */
function withoutWords(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutWords);
  if (typeof schema !== 'object' || schema === null) return schema;
  const words = new Set(['description', 'title', 'default', 'examples']);
  const isWord = (key: string, value: unknown) => words.has(key) && (typeof value !== 'object' || Array.isArray(value));
  const kept = Object.entries(schema).filter(([key, value]) => !isWord(key, value));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutWords(value)]));
}

function read(file: string): object {
  return JSON.parse(readFileSync(path.join(repository, file), 'utf8')) as object;
}

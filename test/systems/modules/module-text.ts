/** What a Python module file may lack or have; the rest is what discovery asks for. */
export interface ModuleParts {
  readonly name?: string;
  /** Not said: a description. Empty: none at all. */
  readonly description?: string;
  readonly version?: string;
  readonly input?: string;
  readonly output?: string;
  readonly execute?: boolean;
  readonly base?: string;
  readonly more?: string;
}

/** The text of a Python module file with one class. */
export function moduleText(parts: ModuleParts = {}): string {
  const { name = 'Module', description = 'Does it', version, input = 'Note', output = 'Note', base, more = '' } = parts;
  const lines = [
    ...(description === '' ? [] : [`    description = ${JSON.stringify(description)}`]),
    ...(version === undefined ? [] : [`    version = ${JSON.stringify(version)}`]),
    ...(input === '' ? [] : [`    input_schema = ${input}`]),
    ...(output === '' ? [] : [`    output_schema = ${output}`]),
    ...(parts.execute === false ? [] : ['    def execute(self, inputs, context):', '        return inputs']),
  ];
  const head = base === undefined ? `class ${name}:` : `class ${name}(${base}):`;
  const body = lines.length === 0 ? '    pass' : lines.join('\n');
  return `from pydantic import BaseModel\n\nclass Note(BaseModel):\n    text: str\n\n${head}\n${body}\n${more}`;
}

/** The text of a companion with these dependencies, written as mappings. */
export function needs(...ids: readonly string[]): string {
  return `dependencies:\n${ids.map(id => `  - module_id: ${id}\n`).join('')}`;
}

/** The text of a TypeScript module file, with one export. */
export function scriptText(head = 'export default', more = ''): string {
  return [
    `import { Type } from '@sinclair/typebox';`,
    '',
    `const Note = Type.Object({ text: Type.String({ description: 'What to say' }), loud: Type.Optional(Type.Boolean()) });`,
    '',
    `${head} {`,
    `  inputSchema: Note,`,
    `  outputSchema: Type.Object({ sent: Type.Boolean() }),`,
    `  description: 'Sends',`,
    `  async execute(inputs: unknown): Promise<unknown> {`,
    `    return inputs;`,
    `  },`,
    `};`,
    more,
  ].join('\n');
}

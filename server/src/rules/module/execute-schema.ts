import { truncateName } from '../../base/message-text';
import { nearest } from '../../base/similarity';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import {
  configurationOf,
  type ExecuteFact,
  type ExecuteTerm,
  moduleClassesOf,
  modulePlacesOf,
  type ModuleSchema,
  schemaOf,
} from '../../systems/modules/public';
import { ORDERS_TO_EXECUTE } from '../example-files';
import type { FactRule } from '../rule';

export const executeSchema: FactRule<ExecuteFact> = {
  code: 'module/execute-schema',
  severity: 'warning',
  summary:
    'The execute of a module reads a name that its input schema lacks, or returns a dict that its output schema refuses.',
  why:
    'The run time validates the inputs against the input schema and gives them to execute as the caller wrote them; what execute returns is validated ' +
    'against the output schema, so that a dict without a required field ends in SchemaValidationError. A name that the input schema lacks is given by ' +
    'no caller who goes by the schema: KeyError; that is information where no field has a similar name, since a middleware may give it. With ' +
    'inputs.get(…), it is a hint. A field with a default is not filled in: inputs["…"] raises KeyError where the caller leaves it out. A key that the output schema lacks passes, and no caller learns of it from the schema: information. Said only of ' +
    'schemas that are nothing but fields, and of what is read straight from the inputs or returned as a dict.',
  remedy: 'Correct the name, or give the schema the field.',
  bad: `${ORDERS_TO_EXECUTE}        return {"totl": len(inputs["customer"])}
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ module/execute-schema
`,
  good: `${ORDERS_TO_EXECUTE}        return {"total": len(inputs["customer"])}
`,
  over: 'fact',
  kind: 'module-execute',
  wide: true,
  *check(execute, lookup) {
    const { file } = execute;
    if (file.incomplete || execute.partial === true) return;
    if (modulePlacesOf(file.path, configurationOf(lookup)).length === 0) return;
    const own = moduleClassesOf(file.path, lookup).find(({ name }) => name === execute.name);
    if (own === undefined || own.dynamic) return;
    const [input, output] = [schemaOf(own, 'input_schema', lookup), schemaOf(own, 'output_schema', lookup)];
    const asked = new Set(execute.terms.flatMap(term => (term.is === 'read' && term.optional ? term.name : [])));
    let isRefused = false;
    for (const [i, term] of execute.terms.entries()) {
      const place = at(execute, Part.fieldValue(i));
      if (term.is === 'return') {
        const missing = output === undefined ? [] : missingIn(term.keys, output);
        isRefused = missing.length > 0;
        if (output !== undefined && isRefused)
          yield {
            at: place,
            message: `Output validation refuses this: '${truncateName(output.name)}' requires ${missing.join(' and ')}`,
          };
      } else if (term.is === 'read') {
        if (input !== undefined) yield* readOf(term, input, asked, place);
      } else if (output !== undefined && !isRefused && !output.fields.has(term.name))
        yield {
          at: place,
          message: lacking(term.name, output, 'callers do not learn of it from the schema').message,
          severity: 'info',
        };
    }
  },
};

/** What is to be said of a name that is read from the inputs; `asked` are those that are read with `get` somewhere, too. */
function* readOf(
  { name, optional }: ExecuteTerm & { is: 'read' },
  input: ModuleSchema,
  asked: ReadonlySet<string>,
  place: Report['at'],
): Iterable<Report> {
  const field = input.fields.get(name);
  if (field === undefined && !name.startsWith('_')) {
    const end = optional === true ? '' : ', and this raises KeyError where none does';
    const { message, isMisspelt } = lacking(name, input, `no caller who goes by the schema gives it${end}`);
    // What is no misspelling may be given by a middleware.
    yield { at: place, message, severity: optional === true ? 'hint' : isMisspelt ? 'warning' : 'info' };
  } else if (field?.required === false && !asked.has(name))
    yield {
      at: place,
      message: `'${truncateName(name)}' has a default, but execute gets the inputs as the caller wrote them: this raises KeyError where it is left out`,
      severity: 'info',
    };
}

/** The required fields of a schema that a dict lacks, in quotes, up to three. */
function missingIn(keys: readonly string[], { fields }: ModuleSchema): readonly string[] {
  const missing = [...fields.values()].filter(({ name, required }) => required === true && !keys.includes(name));
  return missing.slice(0, 3).map(({ name }) => `'${truncateName(name)}'`);
}

function lacking(
  name: string,
  schema: ModuleSchema,
  consequence: string,
): { readonly message: string; readonly isMisspelt: boolean } {
  const meant = nearest(name, [...schema.fields.keys()]);
  const question = meant === undefined ? '' : `. Did you mean '${truncateName(meant)}'?`;
  return {
    isMisspelt: meant !== undefined,
    message: `'${truncateName(schema.name)}' has no field '${truncateName(name)}': ${consequence}${question}`,
  };
}

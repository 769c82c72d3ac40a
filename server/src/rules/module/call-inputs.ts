import { truncateName } from '../../base/message-text';
import { nearest } from '../../base/similarity';
import { isTestPath } from '../../base/test-paths';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import { inputsOfCalled, mayChangeInputs, type UseFact } from '../../systems/modules/public';
import { ORDERS_TO_EXECUTE } from '../example-files';
import type { FactRule } from '../rule';

const MODULE = `${ORDERS_TO_EXECUTE}        return {"total": len(inputs["customer"])}
#- main.py
import apcore

apcore.discover()
`;

export const callInputs: FactRule<UseFact> = {
  code: 'module/call-inputs',
  severity: 'warning',
  judges: 'inputs of calls',
  summary: 'Code calls a module without an input that its schema requires.',
  why:
    'The run time validates the inputs of a call against the input schema of the module before it runs: without a required field the call ' +
    'ends in SchemaValidationError. A key that the schema lacks is passed over by the validation. Said only of inputs that are written out ' +
    'in the call, and of schemas that are nothing but fields; it is information where code of the repository has a middleware or a strategy, ' +
    'which may add inputs before they are validated.',
  remedy: 'Give the input, or give the field a default.',
  bad: `${MODULE}apcore.call("orders", {"custmer": "Ann"})
#                      ^^^^^^^^^ module/call-inputs
`,
  good: `${MODULE}apcore.call("orders", {"customer": "Ann"})
`,
  over: 'fact',
  kind: 'module-use',
  wide: true,
  *check(use, lookup) {
    const { inputs, file } = use;
    if (inputs === undefined || use.isGuarded === true || use.partial === true || isTestPath(file.path)) return;
    const schema = inputsOfCalled(use, lookup);
    if (schema === undefined) return;
    const given = new Set(inputs);
    const missing = [...schema.fields.values()].flatMap(({ name, required }) =>
      required === true && !given.has(name) ? [name] : [],
    );
    if (missing.length === 0) return;
    const strange = inputs.filter(name => !schema.fields.has(name));
    const severity = mayChangeInputs(lookup) ? ({ severity: 'info' } as const) : {};
    const rest = new Set(missing);
    for (const name of strange) {
      const meant = nearest(name, [...rest]);
      if (meant === undefined) continue;
      rest.delete(meant);
      yield { ...misspelt(use, inputs.indexOf(name), meant, schema.name), ...severity };
    }
    if (rest.size === 0) return;
    const names = [...rest].slice(0, MOST_NAMES).map(name => `'${truncateName(name)}'`);
    const more = rest.size > MOST_NAMES ? ` and ${rest.size - MOST_NAMES} more` : '';
    yield {
      at: at(use, Part.name),
      message: `Input validation refuses this call: '${truncateName(schema.name)}' requires ${names.join(', ')}${more}`,
      ...severity,
    };
  },
};

const MOST_NAMES = 3;

function misspelt(use: UseFact, index: number, meant: string, schema: string): Report {
  const place = at(use, Part.fieldName(index));
  const name = truncateName(use.inputs?.[index] ?? '');
  const right = truncateName(meant);
  return {
    at: place,
    message: `Input validation refuses this call: '${truncateName(schema)}' has no field '${name}', and requires '${right}'. Did you mean '${right}'?`,
    fixes: [{ title: `Change to '${right}'`, safe: false, edits: [{ do: 'replace', at: place, text: meant }] }],
  };
}

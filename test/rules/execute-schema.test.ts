import assert from 'node:assert/strict';
import { checkFindings, workspaceOfFiles } from '../support/fixture';

describe('module/execute-schema', () => {
  const says = (name: string, body: string, model = 'BaseModel'): void => {
    it(name, () => {
      const text = `
#- extensions/orders.py
from pydantic import BaseModel, Field


class Base(${model}):
    customer: str


class Input(Base):
    note: str = ""


class Output(BaseModel):
    total: int
    hint: str = Field(default="")


class Orders:
    description = "Takes orders"
    input_schema = Input
    output_schema = Output

    def execute(self, inputs, context):
${body}`;
      checkFindings(text, ['module/execute-schema']);
    });
  };

  says(
    'finds names that the input schema lacks, and keys that the output schema lacks',
    `        name = inputs["customer"] + inputs.get("note") + inputs["custmer"]
#                                                               ^^^^^^^^^ module/execute-schema
        inputs.get("notes")
#                  ^^^^^^^ module/execute-schema
        if name:
            return {"total": 1, "hnt": ""}
#                               ^^^^^ module/execute-schema
        return dict(total=2)
`,
  );
  says(
    'knows that defaults are not filled in',
    `        if inputs["note"]:
#                 ^^^^^^ module/execute-schema
            return {"total": 1}
`,
  );
  says(
    'is silent about a field with a default that is asked for first',
    `        if inputs.get("note"):
            print(inputs["note"])
        return {"total": 1}
`,
  );
  says(
    'is silent where the inputs may be changed first',
    `        prepare(inputs)
        return {"total": inputs["x"]}
`,
  );
  says(
    'is silent where the inputs are given a key',
    `        inputs["x"] = 1
        return {"total": inputs["x"]}
`,
  );
  says(
    'is silent about what is asked for, spread, returned by an inner function, or given by a middleware',
    `        def inner():
            return {}
        if "x" in inputs:
            print(inputs["x"], inputs.get("_token"))
        return {**inner()}
`,
  );
  says(
    'is silent where a KeyError may be caught, and about generators',
    `        try:
            yield inputs["x"]
        except KeyError:
            return {}
`,
  );
  says(
    'is silent where a model is more than its fields',
    `        return {"total": inputs["x"]}
`,
    'BaseModel, extra="allow"',
  );

  for (const [what, body] of [
    ['looks at the names there are', 'if "x" in inputs.keys():\n            print(inputs["x"])'],
    ['keeps the names', 'names = list(inputs)\n        if "x" in names:\n            print(inputs["x"])'],
    [
      'goes over the items',
      'for k, v in inputs.items():\n            if k == "x":\n                print(inputs["x"])',
    ],
    ['spreads them', 'every = {**inputs}\n        if "x" in every:\n            print(inputs["x"])'],
    ['lets the error pass', 'with contextlib.suppress(KeyError):\n            print(inputs["x"])'],
    ['gives the key among others', 'a, inputs["x"] = 1, 2\n        print(inputs["x"])'],
  ] as const)
    says(`is silent where the code ${what}`, `        ${body}\n        return {"total": 1}\n`);

  const body = '        return {"total": 1}';
  const fields = (name: string, field: string, marked: string): void => {
    it(name, () => {
      const text = `
#- extensions/orders.py
from typing import Annotated
from pydantic import BaseModel, Field

Text = Annotated[str, Field(default="")]
TEXT = Field()


class Input(BaseModel):
    customer: ${field}


class Output(BaseModel):
    customer: ${field}


class Orders:
    description = "Takes orders"
    input_schema = Input
    output_schema = Output

    def execute(self, inputs, context):
        print(inputs["customer"])
${body}
#${' '.repeat(body.indexOf(marked) - 1)}${'^'.repeat(marked.length)} module/execute-schema
`;
      checkFindings(text, ['module/execute-schema']);
    });
  };
  // Without a field that must be there, the dict is refused; otherwise its key is what nobody learns of.
  const [dict, key] = ['{"total": 1}', '"total"'];
  fields('knows that an ellipsis is no default', 'str = ...', dict);
  fields('cannot tell of a type that a name stands for', 'Text', key);
  fields('cannot tell of a default that a name stands for', 'str = TEXT', key);
  fields('reads all of the metadata', 'Annotated[str, Field(default=...), "a text"]', dict);

  it('warns of a misspelt name, and only mentions one that a middleware may give', () => {
    const path = 'extensions/orders.py';
    const read = 'len(inputs["customr"] + inputs["tenant"] + inputs.get("custome", ""))';
    const text = `
from pydantic import BaseModel


class Input(BaseModel):
    customer: str


class Output(BaseModel):
    total: int


class Orders:
    description = "Takes orders"
    input_schema = Input
    output_schema = Output

    def execute(self, inputs, context):
        return {"total": ${read}}
`;
    const found = workspaceOfFiles(new Map([[path, text]])).findings(path);
    assert.deepEqual(
      found.flatMap(({ code, severity }) => (code === 'module/execute-schema' ? severity : [])),
      ['warning', 'info', 'hint'],
    );
  });
});

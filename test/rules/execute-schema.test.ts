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

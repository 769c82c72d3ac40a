import assert from 'node:assert/strict';
import { hover } from '../../../server/src/features/at-cursor/hover';
import { workspaceOfFiles } from '../../support/fixture';

describe('the hover of a module', () => {
  it('marks the fields of a schema that may be left out', () => {
    const path = 'extensions/orders.py';
    const text = `from enum import Enum
from typing import Annotated
from pydantic import BaseModel, Field


class Color(Enum):
    RED = "red"


class Input(BaseModel):
    a: str
    b: str = ...
    c: Color
    d: str = ""
    e: Color = Color.RED
    f: str = Field(default="")
    g: Annotated[int, Field(gt=0)]


class Orders:
    description = "Takes orders"

    input_schema = Input
    output_schema = Input

    def execute(self, inputs, context):
        return {}
`;
    const workspace = workspaceOfFiles(new Map([[path, text]]));
    const shown = hover(workspace, path, text.indexOf('Orders:'), {}, { linkTo: () => undefined })?.markdown.replaceAll(
      '\\',
      '',
    );
    assert.match(shown ?? '', /a: str, b: str, c: Color, d\?: str, e\?: Color, f\?: str, g: /);
  });
});

/**
 * Files that many examples of rules need and that none of them is about. An example names one below its line `#- path`, and so
 * shows nothing but what it is about. They end without a line end, so that the name stands on a line of its own.
 */

function moduleText(className: string, description: string): string {
  return `from pydantic import BaseModel


class Note(BaseModel):
    text: str


class ${className}:
    description = "${description}"
    input_schema = Note
    output_schema = Note

    def execute(self, inputs, context):
        return inputs`;
}

/** A Python module that discovery registers: the class `Orders`. */
export const ORDERS_MODULE = moduleText('Orders', 'Takes orders');

/** Another one: the class `Billing`. */
export const BILLING_MODULE = moduleText('Billing', 'Writes bills');

/** An artifact registry whose only entry, version 1.0.0 of the node `stamper_node`, has nothing wrong. */
export const STAMPER_REGISTRY = `nodes:
  - name: stamper_node
    versions:
      - version: 1.0.0
        path: src/onex/nodes/stamper_node/v1_0_0
        metadata_file: node.onex.yaml
        status: active`;

/** A module with schemas of its own, up to the body of its `execute`, which an example goes on with. */
export const ORDERS_TO_EXECUTE = `
#- extensions/orders.py
from pydantic import BaseModel


class OrdersInput(BaseModel):
    customer: str


class OrdersOutput(BaseModel):
    total: int


class Orders:
    description = "Takes orders"
    input_schema = OrdersInput
    output_schema = OrdersOutput

    def execute(self, inputs, context):
`;

from pydantic import BaseModel, Field


class OrdersInput(BaseModel):
    number: str = Field(description="Which one")


class OrdersOutput(BaseModel):
    ok: bool = True


class Orders:
    description = "Does orders."
    version = "1.0.0"
    input_schema = OrdersInput
    output_schema = OrdersOutput

    def execute(self, inputs, context):
        return {"ok": True}

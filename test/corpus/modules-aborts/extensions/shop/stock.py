from pydantic import BaseModel, Field


class StockInput(BaseModel):
    number: str = Field(description="Which one")


class StockOutput(BaseModel):
    ok: bool = True


class Stock:
    description = "Does stock."
    version = "1.0.0"
    input_schema = StockInput
    output_schema = StockOutput

    def execute(self, inputs, context):
        return {"ok": True}

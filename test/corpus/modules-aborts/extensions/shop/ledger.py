from pydantic import BaseModel, Field


class LedgerInput(BaseModel):
    number: str = Field(description="Which one")


class LedgerOutput(BaseModel):
    ok: bool = True


class Ledger:
    description = "Does ledger."
    version = "1.0.0"
    input_schema = LedgerInput
    output_schema = LedgerOutput

    def execute(self, inputs, context):
        return {"ok": True}

from pydantic import BaseModel, Field


class LedgerInput(BaseModel):
    account: str = Field(description="Which account")


class LedgerOutput(BaseModel):
    ok: bool = True


class Ledger:
    description = "Keeps the books."
    version = "1.0.0"
    input_schema = LedgerInput
    output_schema = LedgerOutput

    def execute(self, inputs, context):
        return {"ok": True}

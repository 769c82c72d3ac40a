from pydantic import BaseModel, Field


class BillingInput(BaseModel):
    number: str = Field(description="Which one")


class BillingOutput(BaseModel):
    ok: bool = True


class Billing:
    description = "Does billing."
    version = "1.0.0"
    input_schema = BillingInput
    output_schema = BillingOutput

    def execute(self, inputs, context):
        return {"ok": True}

from pydantic import BaseModel, Field


class FeaturesInput(BaseModel):
    customer: str = Field(description="Whose features")


class FeaturesOutput(BaseModel):
    ok: bool = True


class Features:
    description = "Computes the features of a customer."
    version = "1.3.0"
    input_schema = FeaturesInput
    output_schema = FeaturesOutput

    def execute(self, inputs, context):
        return {"ok": True}

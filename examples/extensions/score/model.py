from pydantic import BaseModel, Field


class ModelInput(BaseModel):
    customer: str = Field(description="Whose score")


class ModelOutput(BaseModel):
    ok: bool = True


class Model:
    description = "Scores a customer."
    version = "2.0.0"
    input_schema = ModelInput
    output_schema = ModelOutput

    def execute(self, inputs, context):
        return {"ok": True}

from pydantic import BaseModel, Field


class BaseInput(BaseModel):
    text: str = Field(description="What")


class BaseOutput(BaseModel):
    ok: bool = True


class Base:
    description = "A base class."
    version = "1.0.0"
    input_schema = BaseInput
    output_schema = BaseOutput

    def execute(self, inputs, context):
        return {"ok": True}

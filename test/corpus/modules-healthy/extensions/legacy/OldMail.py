from pydantic import BaseModel, Field


class OldMailInput(BaseModel):
    to: str = Field(description="Whom to")


class OldMailOutput(BaseModel):
    ok: bool = True


class OldMail:
    description = "Sends mail as it was done before."
    version = "1.0.0"
    input_schema = OldMailInput
    output_schema = OldMailOutput

    def execute(self, inputs, context):
        return {"ok": True}

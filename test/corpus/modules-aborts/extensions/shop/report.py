from pydantic import BaseModel, Field


class ReportInput(BaseModel):
    number: str = Field(description="Which one")


class ReportOutput(BaseModel):
    ok: bool = True


class Report:
    description = "Does report."
    version = "1.0.0"
    input_schema = ReportInput
    output_schema = ReportOutput

    def execute(self, inputs, context):
        return {"ok": True}

from pydantic import BaseModel, Field


class ReportInput(BaseModel):
    month: str = Field(description="Which month")


class ReportOutput(BaseModel):
    ok: bool = True


class Report:
    description = "Writes the monthly report."
    version = "1.0.0"
    input_schema = ReportInput
    output_schema = ReportOutput

    def execute(self, inputs, context):
        return {"ok": True}

from pydantic import BaseModel, Field


class SendMailInput(BaseModel):
    to: str = Field(description="Whom to")


class SendMailOutput(BaseModel):
    ok: bool = True


class SendMail:
    description = "Sends mail."
    version = "1.4.2"
    input_schema = SendMailInput
    output_schema = SendMailOutput

    def execute(self, inputs, context):
        return {"ok": True}

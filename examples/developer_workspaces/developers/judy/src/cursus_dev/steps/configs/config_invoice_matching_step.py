"""Settings of the step InvoiceMatching."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class InvoiceMatchingConfig(ProcessingStepConfigBase):
    """What InvoiceMatching needs to know.

    Matches invoices with orders.
    """

    tolerance: float = Field(default=0.01, description="Amounts that differ less are equal.")

    def get_script_path(self) -> str:
        return self.script_path("invoice_matching.py")

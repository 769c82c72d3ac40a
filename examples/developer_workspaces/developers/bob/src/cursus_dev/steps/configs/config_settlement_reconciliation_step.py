"""Settings of the step SettlementReconciliation."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class SettlementReconciliationConfig(ProcessingStepConfigBase):
    """What SettlementReconciliation needs to know.

    Matches payments with the statements of the bank.
    """

    tolerance: float = Field(default=0.01, description="Amounts that differ less are equal.")

    def get_script_path(self) -> str:
        return self.script_path("settlement_reconciliation.py")

"""Settings of the step MerchantCategoryEncoding."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class MerchantCategoryEncodingConfig(ProcessingStepConfigBase):
    """What MerchantCategoryEncoding needs to know.

    Encodes the category of a merchant by its chargeback rate.
    """

    min_rows: int = Field(default=20, description="Rarer categories are left out.")

    def get_script_path(self) -> str:
        return self.script_path("merchant_category_encoding.py")

"""Paths and variables that the script of MerchantCategoryEncoding may rely on."""

from cursus.core.base.contract_base import ScriptContract

MERCHANT_CATEGORY_ENCODING_CONTRACT = ScriptContract(
    entry_point="merchant_category_encoding.py",
    expected_input_paths={
        "transactions": "/opt/ml/processing/input/transactions",
    },
    expected_output_paths={
        "encoded": "/opt/ml/processing/output/encoded",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Encodes the category of a merchant by its chargeback rate.",
)

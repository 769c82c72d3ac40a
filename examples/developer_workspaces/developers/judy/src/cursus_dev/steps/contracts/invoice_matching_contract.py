"""Paths and variables that the script of InvoiceMatching may rely on."""

from cursus.core.base.contract_base import ScriptContract

INVOICE_MATCHING_CONTRACT = ScriptContract(
    entry_point="invoice_matching.py",
    expected_input_paths={
        "invoices": "/opt/ml/processing/input/invoices",
    },
    expected_output_paths={
        "matched": "/opt/ml/processing/output/matched",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Matches invoices with orders.",
)

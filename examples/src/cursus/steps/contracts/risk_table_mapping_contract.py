"""Paths and variables that the script of RiskTableMapping may rely on."""

from ...core.base.contract_base import ScriptContract

RISK_TABLE_MAPPING_CONTRACT = ScriptContract(
    entry_point="risk_table_mapping.py",
    expected_input_paths={
        "data_input": "/opt/ml/processing/input/data",
    },
    expected_output_paths={
        "processed_data": "/opt/ml/processing/output/data",
        "risk_tables": "/opt/ml/processing/output/tables",
    },
    expected_arguments={"job_type": "one of training, validation, testing, calibration"},
    required_env_vars=["SMOOTH_FACTOR", "COUNT_THRESHOLD"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Replaces categories by the risk that was observed for them.",
)

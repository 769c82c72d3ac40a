"""Paths and variables that the script of Payload may rely on."""

from ...core.base.contract_base import ScriptContract

PAYLOAD_CONTRACT = ScriptContract(
    entry_point="payload.py",
    expected_input_paths={
        "model_input": "/opt/ml/processing/input/model",
    },
    expected_output_paths={
        "payload_sample": "/opt/ml/processing/output/payload",
    },
    required_env_vars=["EXPECTED_TPS"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Writes sample requests for load tests of the endpoint.",
)

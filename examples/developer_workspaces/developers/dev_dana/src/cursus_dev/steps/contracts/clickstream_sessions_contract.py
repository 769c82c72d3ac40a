"""Paths and variables that the script of ClickstreamSessions may rely on."""

from cursus.core.base.contract_base import ScriptContract

CLICKSTREAM_SESSIONS_CONTRACT = ScriptContract(
    entry_point="clickstream_sessions.py",
    expected_input_paths={
        "clicks": "/opt/ml/processing/input/clicks",
    },
    expected_output_paths={
        "sessions": "/opt/ml/processing/output/sessions",
    },
    required_env_vars=["GAP_MINUTES"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Cuts clicks into sessions.",
)

"""Paths and variables that the script of KeywordExpansion may rely on."""

from cursus.core.base.contract_base import ScriptContract

KEYWORD_EXPANSION_CONTRACT = ScriptContract(
    entry_point="keyword_expansion.py",
    expected_input_paths={
        "keywords": "/opt/ml/processing/input/keywords",
    },
    expected_output_paths={
        "expanded": "/opt/ml/processing/output/expanded",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Finds keywords near those that are booked.",
)

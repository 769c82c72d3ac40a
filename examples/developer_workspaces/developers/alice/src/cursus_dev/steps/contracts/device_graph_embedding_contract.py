"""Paths and variables that the script of DeviceGraphEmbedding may rely on."""

from cursus.core.base.contract_base import ScriptContract

DEVICE_GRAPH_EMBEDDING_CONTRACT = ScriptContract(
    entry_point="device_graph_embedding.py",
    expected_input_paths={
        "transactions": "/opt/ml/processing/input/transactions",
    },
    expected_output_paths={
        "device_vectors": "/opt/ml/processing/output/vectors",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Embeds devices that share cards into a vector space.",
)

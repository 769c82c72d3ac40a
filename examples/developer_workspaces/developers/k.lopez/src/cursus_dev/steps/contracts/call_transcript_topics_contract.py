"""Paths and variables that the script of CallTranscriptTopics may rely on."""

from cursus.core.base.contract_base import ScriptContract

CALL_TRANSCRIPT_TOPICS_CONTRACT = ScriptContract(
    entry_point="call_transcript_topics.py",
    expected_input_paths={
        "transcripts": "/opt/ml/processing/input/transcripts",
    },
    expected_output_paths={
        "topics": "/opt/ml/processing/output/topics",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Finds topics in call transcripts.",
)

"""Where a script finds its input and where its output is expected."""

from dataclasses import dataclass, field
from typing import Dict, List


@dataclass(frozen=True)
class ScriptContract:
    entry_point: str
    expected_input_paths: Dict[str, str]
    expected_output_paths: Dict[str, str]
    required_env_vars: List[str] = field(default_factory=list)
    optional_env_vars: Dict[str, str] = field(default_factory=dict)
    expected_arguments: Dict[str, str] = field(default_factory=dict)
    framework_requirements: Dict[str, str] = field(default_factory=dict)
    description: str = ""


class TrainingScriptContract(ScriptContract):
    """A script that runs inside a training job: its paths are below /opt/ml."""

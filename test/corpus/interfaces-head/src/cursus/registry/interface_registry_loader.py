"""Makes rows of the registry from the interface files."""

from pathlib import Path
from typing import Dict

import yaml

INTERFACES = Path(__file__).parents[1] / "steps" / "interfaces"

# Three rows that have no interface file: two abstract ones and one that is made by code.
_EXTRAS: Dict[str, Dict[str, str]] = {
    "Base": {
        "config_class": "BasePipelineConfig",
        "builder_step_name": "StepBuilderBase",
        "spec_type": "Base",
        "sagemaker_step_type": "Base",
        "description": "Base pipeline configuration",
    },
    "Processing": {
        "config_class": "ProcessingStepConfigBase",
        "builder_step_name": "ProcessingStepBuilder",
        "spec_type": "Processing",
        "sagemaker_step_type": "Processing",
        "description": "Base processing step",
    },
    "HyperparameterPrep": {
        "config_class": "HyperparameterPrepConfig",
        "builder_step_name": "HyperparameterPrepStepBuilder",
        "spec_type": "HyperparameterPrep",
        "sagemaker_step_type": "Lambda",
        "description": "Writes the hyperparameters of a training to the bucket",
    },
}


def rows_from(folder: Path) -> Dict[str, Dict[str, str]]:
    rows: Dict[str, Dict[str, str]] = {}
    for path in sorted(folder.glob("*.step.yaml")):
        interface = yaml.safe_load(path.read_text())
        name = interface.get("step_type")
        if not name:
            continue
        registry = interface.get("registry") or {}
        if "sagemaker_step_type" not in registry:
            raise ValueError(f"{path}: cannot determine sagemaker_step_type, add a `registry:` block")
        rows[name] = {
            "config_class": registry.get("config_class", f"{name}Config"),
            "builder_step_name": registry.get("builder_step_name", f"{name}StepBuilder"),
            "spec_type": name,
            "sagemaker_step_type": registry["sagemaker_step_type"],
            "description": registry.get("description", ""),
        }
    return rows


def load_rows() -> Dict[str, Dict[str, str]]:
    return {**_EXTRAS, **rows_from(INTERFACES)}

"""Words in which a step says what it takes and what it gives."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Dict, List, Optional, Union


class NodeType(Enum):
    SOURCE = "source"
    INTERNAL = "internal"
    SINK = "sink"
    SINGULAR = "singular"


class DependencyType(Enum):
    PROCESSING_OUTPUT = "processing_output"
    TRAINING_DATA = "training_data"
    MODEL_ARTIFACTS = "model_artifacts"


@dataclass(frozen=True)
class DependencySpec:
    logical_name: str
    dependency_type: DependencyType
    required: bool = True
    compatible_sources: List[str] = field(default_factory=list)
    data_type: str = "S3Uri"


@dataclass(frozen=True)
class OutputSpec:
    logical_name: str
    output_type: DependencyType
    property_path: str
    data_type: str = "S3Uri"


@dataclass(frozen=True)
class StepSpecification:
    step_type: str
    node_type: NodeType
    dependencies: Union[List[DependencySpec], Dict[str, DependencySpec]]
    outputs: Dict[str, OutputSpec]
    script_contract: Optional[Any] = None

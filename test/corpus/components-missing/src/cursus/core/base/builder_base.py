"""What every step builder has in common."""

from abc import ABC, abstractmethod
from typing import Any, Dict, List, Optional


class StepBuilderBase(ABC):
    """Turns a validated config into a pipeline step.

    Subclasses say which SageMaker step they make; names, paths and inputs are worked out here.
    """

    def __init__(self, config: Any, spec: Any = None, sagemaker_session: Any = None, role: str = ""):
        self.config = config
        self.spec = spec
        self.contract = getattr(spec, "script_contract", None)
        self.sagemaker_session = sagemaker_session
        self.role = role
        self.validate_configuration()

    def validate_configuration(self) -> None:
        """Raise ValueError when the config cannot work. Nothing is needed by default."""

    @abstractmethod
    def create_step(self, dependencies: Optional[List[Any]] = None, **options: Any) -> Any:
        """Make the pipeline step."""

    def input_path(self, logical_name: str) -> str:
        return self.contract.expected_input_paths[logical_name]

    def output_path(self, logical_name: str) -> str:
        return self.contract.expected_output_paths[logical_name]

    def extract_inputs_from_dependencies(self, dependencies: List[Any]) -> Dict[str, str]:
        """Match outputs of upstream steps with the inputs of the specification, by logical name."""
        found: Dict[str, str] = {}
        for step in dependencies:
            for name, uri in getattr(step, "output_uris", {}).items():
                if name in self.spec.dependencies:
                    found.setdefault(name, uri)
        return found

    def _get_environment_variables(self) -> Dict[str, str]:
        return dict(getattr(self.contract, "optional_env_vars", {}))

    def _get_output_path(self) -> str:
        return f"{self.config.pipeline_s3_loc}/{self._get_step_name()}"

    def _get_step_name(self) -> str:
        return type(self).__name__.removesuffix("StepBuilder")

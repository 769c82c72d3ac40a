/** Believable Python files for measuring: the same for the same number. */

const KINDS = ['Training', 'Processing', 'Transform', 'CreateModel', 'Utility'];
const WORDS = ['XGBoost', 'PyTorch', 'Tabular', 'Risk', 'Currency', 'Payload', 'Package', 'Model', 'Cradle', 'Dummy'];

export function stepName(i: number): string {
  return `${WORDS[i % WORDS.length]!}${WORDS[(i * 7 + 3) % WORDS.length]!}${KINDS[i % KINDS.length]!}${i}`;
}

/** A registry of `rows` rows, about 460 characters each. */
export function registryText(rows: number): string {
  const entries = Array.from({ length: rows }, (_, i) => registryRow(stepName(i), KINDS[i % KINDS.length]!));
  return `"""Step registry."""\n\nfrom typing import Dict\n\nSTEP_NAMES: Dict[str, Dict] = {\n${entries.join('')}}\n\nCONFIG_STEP_REGISTRY = {info["config_class"]: name for name, info in STEP_NAMES.items()}\n`;
}

function registryRow(name: string, kind: string): string {
  return `    "${name}": {
        "config_class": "${name}Config",
        "builder_step_name": "${name}StepBuilder",
        "spec_type": "${name}",
        "sagemaker_step_type": "${kind}",
        "description": "${kind} step that prepares ${name} with the defaults of the team",
        # set by the nightly job
        "framework": "xgboost",
        "job_types": ["training", "validation", "calibration"],
        "metadata": {"owner": "team-${name.length}", "priority": ${name.length}, "retired": False},
    },
`;
}

/** A module with a step builder, about 7 kB. */
export function builderText(i: number): string {
  const name = stepName(i);
  const inputs = Array.from({ length: 4 }, (_, k) => inputMethod(name, k)).join('\n');
  return `"""
${name} step builder.

This module implements the builder that makes ${name} steps from their
configuration, with inputs and outputs as the step specification says.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Dict, List, Optional

from sagemaker.workflow.steps import ProcessingStep, Step
from sagemaker.processing import ProcessingInput, ProcessingOutput

from ..configs.config_${name.toLowerCase()}_step import ${name}Config
from ...core.base.builder_base import StepBuilderBase
from .registry import register_builder

try:
    from ..specs.${name.toLowerCase()}_spec import ${name.toUpperCase()}_SPEC
    SPEC_AVAILABLE = True
except ImportError:
    ${name.toUpperCase()}_SPEC = None
    SPEC_AVAILABLE = False

logger = logging.getLogger(__name__)


@register_builder()
class ${name}StepBuilder(StepBuilderBase):
    """
    Builder for a ${name} step.

    It is responsible for the processor, for its inputs and outputs, and for
    the job arguments that the script expects.
    """

    DEFAULT_INSTANCE = "ml.m5.4xlarge"
    REQUIRED: List[str] = ["processing_entry_point", "processing_source_dir"]

    def __init__(
        self,
        config: ${name}Config,
        sagemaker_session=None,
        role: Optional[str] = None,
        registry_manager: Optional["RegistryManager"] = None,
    ):
        """Initializes the builder with its configuration."""
        if not isinstance(config, ${name}Config):
            raise ValueError("${name}StepBuilder requires a ${name}Config instance.")
        super().__init__(config=config, spec=${name.toUpperCase()}_SPEC, session=sagemaker_session, role=role)
        self.config: ${name}Config = config

    def validate_configuration(self) -> None:
        """Checks that everything that the step needs is configured."""
        self.log_info("Validating %s...", type(self).__name__)
        for attr in self.REQUIRED:
            if not hasattr(self.config, attr) or getattr(self.config, attr) in [None, ""]:
                raise ValueError(f"${name}Config missing required attribute: {attr}")
        if self.config.job_type not in ("training", "validation", "testing", "calibration"):
            raise ValueError(f"Invalid job_type: {self.config.job_type!r}")
${inputs}
    def create_step(self, **kwargs) -> Step:
        """
        Creates the final, fully configured pipeline step.

        Args:
            **kwargs: dependencies, enable_caching and the like.
        """
        dependencies = kwargs.get("dependencies", [])
        enable_caching = kwargs.get("enable_caching", True)
        extracted: Dict[str, Any] = {}
        if dependencies:
            try:
                extracted = self.extract_inputs_from_dependencies(dependencies)
            except Exception as e:  # the pipeline may have none
                logger.warning(f"Failed to extract inputs: {e}")
        step_name = self._get_step_name("${name}")
        return ProcessingStep(
            name=f"{step_name}-{self.config.job_type.capitalize()}",
            processor=self._create_processor(),
            inputs=self._get_inputs_0(extracted),
            outputs=[ProcessingOutput(output_name=k, source=v) for k, v in extracted.items()],
            code=str(Path(self.config.source_dir) / self.config.entry_point),
            depends_on=dependencies,
            cache_config=self._get_cache_config(enable_caching),
        )
`;
}

function inputMethod(name: string, k: number): string {
  return `
    def _get_inputs_${k}(self, inputs: Dict[str, Any]) -> List[ProcessingInput]:
        """Gets the inputs of the job from the specification and contract."""
        if not self.spec or not self.contract:
            raise ValueError("Step specification and contract are required")
        result = []
        for _, dependency in self.spec.dependencies.items():
            logical_name = dependency.logical_name
            # optional inputs may be absent
            if not dependency.required and logical_name not in inputs:
                continue
            if logical_name in self.contract.expected_input_paths:
                path = self.contract.expected_input_paths[logical_name]
                result.append(ProcessingInput(input_name=logical_name, source=inputs[logical_name], destination=path))
            else:
                raise ValueError(f"No container path found for input {logical_name} of ${name} ({k + 1} of 4)")
        job_type = getattr(self.config, "job_type", None) or "training"
        return result if job_type == "training" else result[: self.config.max_inputs * ${k + 2} + 1]
`;
}

"""All specifications of this workspace."""

from cursus.core.base.specification_base import NodeType, StepSpecification
from cursus.registry.step_names import get_spec_step_type

CHURN_SCORING_SPEC = StepSpecification(
    step_type=get_spec_step_type("ChurnScoring"), node_type=NodeType.INTERNAL, dependencies=[], outputs={}
)
CHURN_REPORT_SPEC = StepSpecification(step_type="ChurnReport", node_type=NodeType.SINK, dependencies={}, outputs={})
DEEP_CHURN_SPEC = StepSpecification(
    step_type=get_spec_step_type("DeepChurn"), node_type=NodeType.INTERNAL, dependencies={}, outputs={}
)

"""What CampaignUplift takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.campaign_uplift_contract import CAMPAIGN_UPLIFT_CONTRACT

CAMPAIGN_UPLIFT_SPEC = StepSpecification(
    step_type=get_spec_step_type("CampaignUplift"),
    node_type=NodeType.INTERNAL,
    script_contract=CAMPAIGN_UPLIFT_CONTRACT,
    dependencies={
        "campaign": DependencySpec(
            logical_name="campaign",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "uplift": OutputSpec(
            logical_name="uplift",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['uplift'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)

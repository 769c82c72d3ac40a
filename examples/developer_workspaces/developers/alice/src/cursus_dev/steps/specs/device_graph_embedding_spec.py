"""What DeviceGraphEmbedding takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.device_graph_embedding_contract import DEVICE_GRAPH_EMBEDDING_CONTRACT

DEVICE_GRAPH_EMBEDDING_SPEC = StepSpecification(
    step_type=get_spec_step_type("DeviceGraphEmbedding"),
    node_type=NodeType.INTERNAL,
    script_contract=DEVICE_GRAPH_EMBEDDING_CONTRACT,
    dependencies={
        "transactions": DependencySpec(
            logical_name="transactions",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "device_vectors": OutputSpec(
            logical_name="device_vectors",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['device_vectors'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)

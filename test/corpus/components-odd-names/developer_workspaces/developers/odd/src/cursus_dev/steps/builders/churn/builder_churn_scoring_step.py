"""One folder deeper, and defined in two ways."""

from acme_steps import AcmeBuilder

try:
    from sagemaker.processing import ProcessingInput

    class ChurnReportStepBuilder(AcmeBuilder):
        inputs = [ProcessingInput]

except ImportError:

    class ChurnReportStepBuilder(AcmeBuilder):
        inputs = []

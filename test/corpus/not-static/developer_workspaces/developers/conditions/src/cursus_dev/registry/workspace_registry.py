"""Values by environment."""

import os

from acme_common import VERSION

LOCAL_STEPS = {}

STEP_OVERRIDES = {
    "Package": {
        "config_class": "PackageConfig",
        "builder_step_name": "PackageStepBuilder",
        "spec_type": "Package",
        "sagemaker_step_type": os.environ["STEP_KIND"],
        "description": f"Packs version {VERSION}",
        "framework": "pytorch" if os.environ.get("GPU") else "xgboost",
    },
    "Payload": {
        "config_class": "PayloadConfig",
        "builder_step_name": "PayloadStepBuilder" if os.environ.get("GPU") else VERSION,
        "spec_type": "Payload",
        "sagemaker_step_type": "Processing",
        "description": "Writes " "samples",
    },
}


WORKSPACE_METADATA = {
    "developer_id": "conditions",
    "version": "1.0.0",
    "description": "Workspace of conditions",
}

# -*- coding: utf-8 -*-
from typing import Any, Dict

LOCAL_STEPS: Dict[str, Dict[str, Any]] = {
    'ShelfLayout': dict(
        config_class='ShelfLayoutConfig',
        builder_step_name='ShelfLayoutStepBuilder',
        spec_type='ShelfLayout',
        sagemaker_step_type='Processing',
        description=(
            'Arranges articles on shelves, '
            "the heavy ones below"
        ),
    ),
}

STEP_OVERRIDES: Dict[str, Dict[str, Any]] = {}
STEP_OVERRIDES["Package"] = {
    "config_class": "SlimPackageConfig", "builder_step_name": "SlimPackageStepBuilder", "spec_type": "Package",
    "sagemaker_step_type": "Processing", "description": """Packs the model without its history""", "job_types": [],
}

WORKSPACE_METADATA: Dict[str, Any] = {"developer_id": "team-b", "version": "0.1.0", "description": "Shelves"}

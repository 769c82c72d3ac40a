"""One row per region."""

from acme_regions import REGIONS

LOCAL_STEPS = {f"Report{region}": {"spec_type": region} for region in REGIONS}

STEP_OVERRIDES = {}


WORKSPACE_METADATA = {
    "developer_id": "comprehension",
    "version": "1.0.0",
    "description": "Workspace of comprehension",
}

"""A row made by a call beside one that is written down."""

from acme_common import row_for

LOCAL_STEPS = {}

STEP_OVERRIDES = {
    "DummyTraining": row_for("DummyTraining"),
}


WORKSPACE_METADATA = {
    "developer_id": "values",
    "version": "1.0.0",
    "description": "Workspace of values",
}

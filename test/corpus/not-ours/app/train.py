"""A model of our own."""

HYPERPARAMETER_REGISTRY = {"lr": 0.1, "module_path": "nowhere"}
WORKSPACE_METADATA = {"developer_id": "not an id", "version": "yesterday"}

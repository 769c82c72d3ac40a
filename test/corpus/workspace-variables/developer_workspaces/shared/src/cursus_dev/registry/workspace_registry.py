"""Steps for everybody, somebody hoped."""

LOCAL_STEPS = {
    "XGBoostTraining": {"config_class": "NoConfig", "priority": 1},
}

WORKSPACE_METADATA = {"developer_id": "everybody"}

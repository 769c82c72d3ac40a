"""Not read by anything."""

LOCAL_STEPS = {
    "Bad Name": {"config_class": "NoConfig"},
    "XGBoostTraining": {},
}

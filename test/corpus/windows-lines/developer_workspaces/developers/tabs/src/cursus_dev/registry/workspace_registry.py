"""Registry of tabs."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {
	"XGBoostTraning": {
		"config_class": "TabsConfig",
		"builder_step_name": "TabsStepBuilder",
		"spec_type": "XGBoostTraning",
		"sagemaker_step_type": "Training",
		"description": "Trains a gradient boosted tree model with XGBoost",
	},
}

WORKSPACE_METADATA = {
	"developer_id": "tabs",
	"version": "1.0.0",
	"description": "Workspace of tabs",
}

"""Registry of the call centre team."""

LOCAL_STEPS = {
    "CallTranscriptTopics": {
        "config_class": "CallTranscriptTopicsConfig",
        "builder_step_name": "CallTranscriptTopicsStepBuilder",
        "spec_type": "CallTranscriptTopics",
        "sagemaker_step_type": "Processing",
        "description": "Finds topics in call transcripts",
        "framework": "scikit-learn",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "version": "0.1.0",
    "description": "Call centre",
}

"""Paths and variables that the script of CampaignUplift may rely on."""

from cursus.core.base.contract_base import ScriptContract

CAMPAIGN_UPLIFT_CONTRACT = ScriptContract(
    entry_point="campaign_uplift.py",
    expected_input_paths={
        "campaign": "/opt/ml/processing/input/campaign",
    },
    expected_output_paths={
        "uplift": "/opt/ml/processing/output/uplift",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Estimates what a campaign changed.",
)

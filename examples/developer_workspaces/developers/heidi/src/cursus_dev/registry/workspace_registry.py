"""Registry of the marketing team."""

LOCAL_STEPS = {
    "CampaignUplift": {
        "config_class": "CampaignUpliftConfig",
        "builder_step_name": "CampaignUpliftStepBuilder",
        "spec_type": "CampaignUplift",
        "sagemaker_step_type": "Processing",
        "description": "Estimates what a campaign changed",
    },
    "budget_pacing": {
        "config_class": "BudgetPacingConfig",
        "builder_step_name": "BudgetPacingStepBuilder",
        "spec_type": "BudgetPacing",
        "sagemaker_step_type": "Processing",
        "description": "Spreads a budget over the days of a month",
    },
    "BidLandscape": {
        "config_class": "BidLandscapeConfig",
        "builder_step_name": "BidLandscapeStepBuilder",
        "sagemaker_step_type": "Processing",
        "description": "Learns how bids turn into clicks",
        "owner": "heidi",
    },
    "KeywordExpansion": {
        "config_class": "KeywordExpansionConfig",
        "builder_step_name": "KeywordExpansionStepBuilder",
        "spec_type": "KeywordExpansion",
        "sagemaker_step_type": "Processing",
        "description": "Finds keywords near those that are booked",
    },
    "Bid Landscape (v2)": {
        "config_class": "BidLandscapeV2Config",
        "builder_step_name": "BidLandscapeV2StepBuilder",
        "spec_type": "BidLandscapeV2",
        "sagemaker_step_type": "Processing",
        "description": "Learns how bids turn into clicks, per device",
    },
}

STEP_OVERRIDES = {
    # Same builder as core, other wording in reports.
    "CurrencyConversion": {
        "config_class": "CurrencyConversionConfig",
        "builder_step_name": "CurrencyConversionStepBuilder",
        "spec_type": "CurrencyConversion",
        "sagemaker_step_type": "Processing",
        "description": "Converts spend to one currency",
    },
}

"""Uses the workspaces."""

from cursus.registry import get_config_class_name, workspace_context

with workspace_context("anna"):
    CONFIGS = [get_config_class_name("BasketFeatures"), get_config_class_name("XGBoostTraining")]

SLIM = get_config_class_name("Package", workspace_id="team-b")

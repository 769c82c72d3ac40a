"""The registry of this workspace can be imported."""

from cursus_dev.registry import workspace_registry


def test_has_steps():
    assert "LoyaltyChurnLabels" in workspace_registry.LOCAL_STEPS

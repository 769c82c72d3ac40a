"""Sets up the folder of a developer.

The registry that is written looks like this:

    LOCAL_STEPS = {
        "MyCustomStep": {"config_class": "MyCustomStepConfig", "builder_step_name": "MyCustomStepBuilder"},
    }
    STEP_OVERRIDES = {"NoSuchStep": {}}
"""

from pathlib import Path

MINIMAL = """
LOCAL_STEPS = {}
STEP_OVERRIDES = {}
"""


def standard_template(developer_id: str, step_name: str = "MyCustomStep") -> str:
    return f'''"""
Local registry of {developer_id}.
"""

LOCAL_STEPS = {{
    "{step_name}": {{
        "config_class": "{step_name}Config",
        "builder_step_name": "{step_name}Builder",
        "spec_type": "{step_name}",
        "sagemaker_step_type": "Procesing",
        "priority": 90,
    }},
    "AnotherStep": {{}},
}}

STEP_OVERRIDES = {{
    "XGBoostTraining": {{"builder_step_name": "CustomXGBoostTrainingStepBuilder"}},
}}

WORKSPACE_METADATA = {{
    "developer_id": "{developer_id}",
    "dependencies": ["pandas>>1"],
}}
'''


def create(root: Path, developer_id: str, template: str = "standard") -> Path:
    target = root / developer_id / "src" / "cursus_dev" / "registry" / "workspace_registry.py"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(MINIMAL if template == "minimal" else standard_template(developer_id))
    return target

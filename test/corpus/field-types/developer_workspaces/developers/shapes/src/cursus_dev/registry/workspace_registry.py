"""Registry of shapes."""

LOCAL_STEPS = {
    "NightlyExport": "NightlyExportStepBuilder",
    "WeeklyExport": ["WeeklyExportStepBuilder", "Processing"],
    "YearlyExport": 1,
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "shapes",
    "version": "1.0.0",
    "description": "Workspace of shapes",
}

"""Commands about registries."""

import click

ADVANCED = (
    "LOCAL_STEPS = {\n"
    '    "CustomProcessingStep": {"builder_step_name": "CustomProcessingStepBuilder"},\n'
    "}\n"
)


@click.command("init-workspace")
@click.argument("workspace_id")
def init_workspace(workspace_id: str) -> None:
    click.echo(ADVANCED.replace("CustomProcessing", workspace_id.title()))


@click.command("resolve-step")
@click.argument("name")
def resolve_step(name: str) -> None:
    """For example: registry resolve-step NoSuchStep."""
    click.echo(f"resolving {name}")

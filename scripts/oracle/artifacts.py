"""What the real loader of artifacts, and the real validator of trees, make of a repository."""
import logging
import os
import sys
from pathlib import Path


def shared(package):
    return {}


def record(case, root, ask):
    found = ask(lambda package: inspect(package, root))
    return {'static': True, 'answer': found.get('answer') or {'raised': found['error']}}


def inspect(package, root):
    sys.path.insert(0, package)
    logging.disable(logging.CRITICAL)
    from omnibase.nodes.registry_loader_node.v1_0_0.helpers.registry_engine import RegistryEngine
    from omnibase.nodes.registry_loader_node.v1_0_0.models.state import RegistryLoaderInputState
    from omnibase.nodes.tree_generator_node.v1_0_0.helpers.tree_validator import OnextreeValidator

    def hidden(text):
        return str(text or '').replace(root, '<R>').replace(os.path.basename(root), '<N>')[:400]

    try:
        state = RegistryEngine().load_registry(RegistryLoaderInputState(version='1.0.0', root_directory=root, include_wip=True))
    except BaseException as error:
        return {'raised': hidden(f'{type(error).__name__}: {error}')}
    answer = {
        'status': str(state.status.value),
        'message': hidden(state.message),
        'artifacts': [{'type': each.artifact_type.value, 'name': str(each.name), 'version': each.version, 'wip': bool(each.is_wip),
                       'valid': bool(each.metadata.get('_is_valid'))} for each in state.artifacts or []],
        'errors': [{'type': each.error_type.value, 'message': hidden(each.error_message), 'path': hidden(each.path),
                    'fatal': bool(each.is_fatal)} for each in state.errors or []],
    }
    tree = os.path.join(root, '.onextree')
    if os.path.exists(tree):
        try:
            result = OnextreeValidator().validate_onextree_file(Path(tree), Path(root))
            answer['tree'] = {'status': str(result.status.value), 'errors': [[each.code.value, hidden(each.path)] for each in result.errors]}
        except BaseException as error:
            answer['tree'] = {'raised': hidden(f'{type(error).__name__}: {error}')}
    return answer

"""What the real module registry makes of a repository. `setup` of a definition says what the registry is given:

  roots    [{root, namespace?}], by default the one root `extensions`
  id_map   the path of an ID map
  config   the settings of the product, instead of roots or, for what else bounds the scan, beside them
  exports  [[name, {strict, compact, profile}]]: further forms in which schemas are exported

A definition with `auto` leaves it to the tool to find the roots; otherwise the command line is given those of the setup.
"""
import ast
import dataclasses
import json
import logging
import os
import re
import sys
import traceback

import decided

DEFAULT = {'roots': [{'root': 'extensions'}]}
MERGED = ['name', 'description', 'version', 'tags', 'annotations', 'examples', 'documentation']
PACKAGES = {'pydantic', 'pydantic_core', 'typing_extensions', 'annotated_types', 'apcore'}
CALLS = decided.EXCEPTIONS | decided.CONTAINERS | set('''Field ConfigDict PrivateAttr TypeVar NewType conint constr conlist confloat conset
    condecimal StringConstraints AfterValidator BeforeValidator ModuleAnnotations ModuleExample field date datetime timedelta Decimal UUID Path
    dataclass NamedTuple TypedDict namedtuple Discriminator Tag Interval super __init__'''.split())
DECORATORS = set('''abstractmethod property staticmethod classmethod dataclass field_validator model_validator computed_field final override
    overload field_serializer model_serializer cached_property'''.split())
# The functions of the registry in which an exception ends a discovery, and what each does.
STAGES = {'__init__': 'construction', '_scan_params': 'scan', '_scan_roots': 'scan', '_apply_id_map_overrides': 'ID map',
          '_load_all_metadata': 'metadata', '_resolve_all_entry_points': 'entry point', '_validate_all': 'validation',
          'parse_dependencies': 'dependency collection', '_collect_module_versions': 'dependency collection',
          '_resolve_load_order': 'dependency collection', 'resolve_dependencies': 'dependency resolution',
          '_filter_id_conflicts': 'registration', '_register_in_order': 'registration'}
LOSS = re.compile(r"(?:Failed to resolve entry point for|Failed to instantiate module|Failed to register module|on_load\(\) failed for module|"
                  r"Module|Skipping module|Skipping) '([^']+)'")


def shared(package):
    return {}


def record(case, root, ask):
    setup = case.get('setup') or DEFAULT
    found = ask(lambda package: inspect(package, root, setup))
    if 'error' in found:
        raise RuntimeError(f"{case['id']}: {found['error']}")
    local = {part.removesuffix('.py') for path in case['files'] for part in path.split('/')}
    sources = [decided.source_of(text) for path, text in case['files'].items() if path.endswith('.py')]
    known = decided.Known(calls=frozenset(CALLS), modules=frozenset(PACKAGES | local), decorators=frozenset(DECORATORS),
                          opaque=(ast.For, ast.While, ast.With, ast.Try, ast.If), functions=frozenset({'__init__', '__new__', 'on_load'}))
    why = decided.reasons(sources, known)
    return {'arguments': arguments(case, setup), **({'needs': why} if why else {'static': True}), 'answer': found['answer']}


def arguments(case, setup):
    """What the command line is given."""
    if case.get('auto') or setup.get('config') is not None:
        return []
    given = []
    for root in setup['roots']:
        given += ['--extensions', (f"{root['namespace']}=" if root.get('namespace') else '') + root['root']]
    return given + (['--id-map', setup['id_map']] if setup.get('id_map') else [])


def inspect(package, root, setup):
    sys.path[:0] = [root, package]
    from apcore.registry.schema_export import export_schema, get_schema
    os.chdir(root)
    hidden = lambda text: re.sub(r' \(/[^)]*\)?', '', str(text).replace(root, '<R>'))
    log = warnings_of(hidden)
    answer = {'raised': None, 'registered': [], 'lost': {}, 'log': log, 'versions': {}, 'meta': {}, 'schemas': {}}
    registry = None
    try:
        registry = registry_of(setup)
        registry.discover()
    except BaseException as error:
        code = getattr(error, 'code', None)
        answer.update(raised=type(error).__name__, code=str(code) if code else None, message=hidden(error)[:600], stage=stage_of(error))
    if registry is None:
        return answer
    modules = registry._modules
    answer['registered'] = [str(id) for id in modules]
    for _, text in log:
        lost = LOSS.match(text)
        if lost and lost.group(1) not in modules:
            answer['lost'].setdefault(lost.group(1), text)
    for id in list(modules):
        stored = registry._module_meta.get(id) or {}
        merged = plain(stored)
        answer['versions'][str(id)] = registry._effective_version(modules[id], stored)
        answer['meta'][str(id)] = {field: merged.get(field) for field in MERGED}
        answer['schemas'][str(id)] = attempt(lambda: plain(get_schema(registry, id)))
    for name, options in setup.get('exports') or []:
        forms = {str(id): attempt(lambda id=id: json.loads(export_schema(registry, id, **options))) for id in list(modules)}
        answer.setdefault('exports', {})[name] = forms
    return answer


def registry_of(setup):
    from apcore.config import Config
    from apcore.registry import Registry
    roots = setup.get('roots') or []
    given = {'id_map_path': setup['id_map']} if setup.get('id_map') else {}
    if setup.get('config') is not None:
        given['config'] = Config(setup['config'])
        if not roots:
            return Registry(**given)
    if len(roots) == 1 and 'namespace' not in roots[0]:
        given['extensions_dir'] = roots[0]['root']
    else:
        given['extensions_dirs'] = [root if 'namespace' in root else root['root'] for root in roots]
    return Registry(**given)


def warnings_of(hidden):
    """What is logged from now on as a warning or an error."""
    log, logger = [], logging.getLogger()
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: log.append([record.levelname, hidden(record.getMessage())[:400]])
    logger.setLevel(logging.INFO)
    logger.handlers = [handler]
    return log


def stage_of(error):
    names = [frame.name for frame in traceback.extract_tb(error.__traceback__) if '/registry/' in frame.filename]
    return next((STAGES[name] for name in reversed(names) if name in STAGES), None)


def attempt(function):
    try:
        return function()
    except BaseException as error:
        return {'ERR': f'{type(error).__name__}: {error}'[:160]}


def plain(value):
    """A value as JSON has it; what JSON cannot hold is named by its type."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return plain(dataclasses.asdict(value))
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, float) and (value != value or abs(value) == float('inf')):
        return f'<float:{value}>'
    return value if value is None or isinstance(value, (str, int, float, bool)) else f'<{type(value).__name__}>'

"""What the real manager of step registries makes of a repository."""
import ast
import itertools
import json
import logging
import os
import random
import re
import sys
import types
from pathlib import Path

import decided

FIELDS = ['config_class', 'spec_type', 'sagemaker_step_type', 'builder_step_name', 'description', 'framework', 'job_types', 'metadata']
TABLES = {'workspace': 'LOCAL_STEPS', 'override': 'STEP_OVERRIDES'}
WORKSPACES = 'developer_workspaces/developers'
REGISTRY = re.compile(WORKSPACES + r'/([^/]+)/src/cursus_dev/registry/workspace_registry\.py', re.S)
CORE = ['__init__', 'exceptions', 'step_names', 'step_names_original']
PROBE = 'XGBoostTraining'
CALLS = decided.EXCEPTIONS | decided.CONTAINERS | decided.METHODS | {'isinstance', 'repr', 'getLogger', 'info', 'debug', 'warning'}
OPAQUE = (ast.ClassDef, ast.With, ast.Match, ast.While, ast.Global, ast.Lambda)
KNOWN = decided.Known(calls=frozenset(CALLS), modules=frozenset(), decorators=frozenset(), opaque=OPAQUE)


def shared(package):
    """The files of core, which all cases share: those of the package that a checkout shows."""
    files = {'src/cursus/__init__.py': ''}
    for name in CORE:
        path = f'cursus/registry/{name}.py'
        files[f'src/{path}'] = Path(package, path).read_text(encoding='utf-8')
    return files


def record(case, root, ask):
    registries = [match.group(1) for path in [*case['files'], *case.get('symlinks', {})] if (match := REGISTRY.fullmatch(path))]
    names = {question['name'] for question in case.get('ask', [])} | {PROBE}
    found = [ask(lambda package, order=order: inspect(package, root, order, names)) for order in orders(len(registries))]
    answers = [each.get('answer') or {'exception': each['error']} for each in found]
    out = {'needs': needs(case), 'differs': [], 'answer': {key: value for key, value in answers[0].items() if key not in ('winners', 'merged')}}
    if answers[0]['exception']:
        return out
    out['ask'] = [answered(question, answers) for question in case.get('ask') or questions(case, answers[0], registries)]
    if case.get('merged'):
        views = answers[0]['merged']
        out['views'] = {id: {name: view[id] for name, view in views.items() if view.get(id)} for id in answers[0]['workspaces']}
    return out


def needs(case):
    found = {}
    for path, text in case['files'].items():
        match = REGISTRY.fullmatch(path)
        why = decided.reasons([decided.source_of(text)], KNOWN) if match else []
        if why:
            found[match.group(1)] = why
    return found


def orders(count):
    """The orders in which a disk may list the folders of workspaces: all of few, else sorted and reversed."""
    if count < 2:
        return [lambda folders: folders]
    if count > 4:
        return [lambda folders: folders, lambda folders: folders[::-1]]
    return [lambda folders, by=by: [folders[i] for i in by] + folders[count:] for by in itertools.permutations(range(count))]


def inspect(package, root, order, names):
    """The answer for folders in this order. Runs the registries."""
    manager_module, loader = modules_of(package)
    log = logged('cursus')
    listed = Path.iterdir
    Path.iterdir = lambda folder: iter(order(sorted(listed(folder), key=lambda path: path.name)))
    running, tables = {}, {}

    def load(path):
        """Loads as the real function does, and remembers what the file defines: so lost rows can be told."""
        directory = Path(path).relative_to(WORKSPACES).parts[0]
        running[directory] = True
        module = loader(path)
        del running[directory]
        found = {scope: getattr(module, table, {}) for scope, table in TABLES.items()}
        tables[directory] = {scope: [text_of(name) for name in table.keys()] if hasattr(table, 'items') else None for scope, table in found.items()}
        return module

    manager_module.load_registry_module = load
    os.chdir(root)
    sys.path[:0] = [root, f'{root}/src']
    manager = manager_module.UnifiedRegistryManager()
    rows, ids, held = rows_of(manager)
    ids = with_empty(ids, tables, manager)
    answer = {'exception': None, 'ids': {directory: id if isinstance(id, str) else None for directory, id in ids.items()}, 'rows': rows}
    answer['failed'] = failures(log, {**running, **tables}, root)
    answer['lost'] = losses(running, tables, held)
    known = [id for id in manager._workspace_steps if isinstance(id, str)]
    every = sorted(names | {row['name'] for row in rows} | {name for each in tables.values() for all in each.values() for name in all or []})
    asked = {'': None, **{id: id for id in [*known, *running, *tables] if id}}
    owner = lambda row: owner_of(row, ids)
    answer['winners'] = {name: {key: owner(manager.get_step_definition(name, id)) for key, id in asked.items()} for name in every}
    answer['merged'] = {name: {key: owner(manager.get_all_step_definitions(id).get(name)) for key, id in asked.items()} for name in every}
    answer['workspaces'] = sorted(known)
    answer['conflicts'] = sorted(text_of(name) for name in manager.get_step_conflicts())
    return answer


def modules_of(package):
    """The manager and its loader, without the __init__ files above them, which import the whole product."""
    for name, folder in (('cursus', f'{package}/cursus'), ('cursus.registry', f'{package}/cursus/registry')):
        module = types.ModuleType(name)
        module.__path__ = [folder]
        sys.modules[name] = module
    sys.modules['cursus'].registry = sys.modules['cursus.registry']
    from cursus.registry.hybrid import manager, utils
    return manager, utils.load_registry_module


def logged(name):
    """The messages that a logger is given from now on."""
    log, logger = [], logging.getLogger(name)
    handler = logging.Handler()
    handler.emit = lambda record: log.append(record.getMessage())
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.DEBUG)
    return log


def rows_of(manager):
    """All rows that are loaded; the id of each directory that has any; and which rows are held."""
    rows, ids, held = [], {}, set()
    for id, steps in manager._workspace_steps.items():
        for scope, table in (('workspace', steps), ('override', manager._workspace_overrides.get(id, {}))):
            for name, row in table.items():
                fields = {field: plain(getattr(row, field)) for field in FIELDS if getattr(row, field) not in (None, [], {})}
                rows.append({'directory': row.workspace_id, 'workspace': text_of(id), 'scope': scope, 'name': text_of(name), 'fields': fields})
                ids[row.workspace_id] = id
                held.add((row.workspace_id, scope, text_of(name)))
    return rows, ids, held


def with_empty(ids, tables, manager):
    """The ids with those of workspaces without rows: their own names, or the one that is left."""
    free = [id for id in manager._workspace_steps if id not in ids.values()]
    empty = {directory: [id for id in free if id == directory] or [id for id in free if id not in tables]
             for directory, each in tables.items() if directory not in ids and not any(each.values())}
    return {**ids, **{directory: found[0] for directory, found in empty.items() if len(found) == 1}}


def failures(log, directories, root):
    found = {}
    for directory in directories:
        start = f"Failed to load workspace registry for '{directory}': "
        for line in log:
            if line.startswith(start) and directory not in found:
                reason = line[len(start):].replace(f'{root}/', '').replace(f'{WORKSPACES}/', '').replace(sys.base_prefix, 'PYTHON')
                found[directory] = re.sub(r'\n +For further information.*| at 0x[0-9a-f]+', '', reason)
    return found


def losses(running, tables, held):
    """The rows that files define and the manager does not hold; `*` for all of a file or table."""
    found = {directory: [['*', '*']] for directory in running}
    for directory, each in tables.items():
        lost = []
        for scope, names in each.items():
            lost += [[TABLES[scope], '*']] if names is None else [[scope, name] for name in names if (directory, scope, name) not in held]
        if lost:
            found[directory] = lost
    return found


def owner_of(row, ids):
    if row is None:
        return None
    id = ids.get(row.workspace_id)
    kind = {'core': 'core', 'workspace': 'local of ', 'override': 'override of '}[row.registry_type.value]
    return kind if kind == 'core' else kind + (id if isinstance(id, str) else row.workspace_id if row.workspace_id in ids else '')


def questions(case, answer, registries):
    """One question of a workspace that is alone, up to six of several; the id of the case chooses them."""
    choice = random.Random(case['id'])
    names = [name for name in answer['winners'] if re.fullmatch(r'[^\s-][^\x00-\x1f]{0,100}', name) and name.isprintable()]
    ids = [id for id in answer['workspaces'] if re.fullmatch(r'[\w.@-]+', id) and not id.startswith('-')]
    if not names or (len(registries) < 2 and not ids):
        return []
    if len(registries) < 2:
        return [{'name': choice.choice(names), 'workspace': ids[0], 'profile': 'isolated'}]
    every = [{'name': name, 'workspace': id, 'profile': profile}
             for name in names for id in [None, *ids] for profile in ('isolated', 'hybrid') if id or profile == 'hybrid']
    return choice.sample(every, min(6, len(every)))


def answered(question, answers):
    """A question with its answers: the first for folders sorted by name, then those for other orders."""
    if 'answers' in question:
        return question
    id, views = question['workspace'] or '', 'merged' if question['profile'] == 'isolated' else 'winners'
    found = [answer[views][question['name']] for answer in answers]
    winners = [view.get(id, view.get('')) for view in found]
    others = sorted({winner for winner in winners if winner != winners[0]}, key=str)
    return {**question, 'known': not id or id in answers[0]['workspaces'], 'answers': [winners[0], *others]}


def text_of(value):
    return str(value) if isinstance(value, str) else repr(value)


def plain(value):
    try:
        return json.loads(json.dumps(value, allow_nan=False, default=repr))
    except (ValueError, TypeError):
        return repr(value)

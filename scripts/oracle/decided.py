"""Why the texts of a case do not decide alone what the real code makes of it."""
import ast
import base64
import builtins
import dataclasses
import sys


def source_of(text):
    return base64.b64decode(text['base64']) if isinstance(text, dict) else text.encode('utf-8', 'surrogatepass')


@dataclasses.dataclass(frozen=True)
class Known:
    """What a source may use without its result depending on more than its text."""
    calls: frozenset
    modules: frozenset
    decorators: frozenset
    # Kinds of nodes whose effects a text does not show.
    opaque: tuple
    # The functions whose bodies matter; None for all. The others are defined, and not called.
    functions: frozenset = None


def reasons(sources, known):
    """
    What running the sources may depend on: modules that may be installed or not, calls of functions whose results their texts
    do not show, statements with effects of their own. A source that does not compile depends on nothing: it never runs.
    """
    found = set()
    for source in sources:
        try:
            tree = ast.parse(source)
            compile(source, 'case', 'exec', dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
            continue
        nodes = list(executed(tree, known))
        own = {node.name for node in nodes if isinstance(node, ast.ClassDef)}
        decorators = {id(decorator) for node in nodes for decorator in getattr(node, 'decorator_list', [])}
        for node in nodes:
            if id(node) in decorators:
                if name_of(node) not in known.decorators:
                    found.add(f'decorator {name_of(node)}')
            else:
                found |= set(of_node(node, own, known))
    return sorted(found)


def executed(node, known):
    """A node and those below it, without the bodies of functions that do not matter."""
    yield node
    is_function = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    leaves_body = is_function and known.functions is not None and node.name not in known.functions
    for below in node.decorator_list if leaves_body else ast.iter_child_nodes(node):
        yield from executed(below, known)


def of_node(node, own, known):
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or '']
        for name in names:
            if not getattr(node, 'level', 0) and name.split('.')[0] not in sys.stdlib_module_names | known.modules:
                yield f'import of {name}'
    elif isinstance(node, ast.Call) and name_of(node.func) not in known.calls | own:
        yield f'call of {name_of(node.func)}'
    elif isinstance(node, known.opaque) and not (isinstance(node, ast.If) and is_plain(node.test)):
        yield f'{type(node).__name__.lower()} statement'
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ('os', 'time', 'random'):
        yield f'value of {node.value.id}.{node.attr}'
    elif isinstance(node, ast.Name) and node.id == '__file__':
        yield '__file__'


def is_plain(test):
    """Whether a condition is the same for everybody who imports the file."""
    return isinstance(test, ast.Constant) or ast.unparse(test).startswith('__name__ ==') or name_of(test) == 'TYPE_CHECKING'


def name_of(node):
    """The last name of what is called: `field` of `dataclasses.field`."""
    while isinstance(node, (ast.Call, ast.Subscript)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else '?'


EXCEPTIONS = {name for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, BaseException)}
CONTAINERS = set('dict list tuple set frozenset str int float bool len sorted range zip enumerate reversed print min max sum any all'.split())
METHODS = set('update pop clear setdefault append extend insert remove copy items keys values get fromkeys upper lower strip split join '
              'format replace title capitalize startswith endswith __setitem__'.split())

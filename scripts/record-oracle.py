"""Records what the real code makes of small repositories, as cases for the tests in test/oracle.

    python3 scripts/record-oracle.py steps     --package UNPACKED/src [--add] < definitions.jsonl
    python3 scripts/record-oracle.py modules   --package UNPACKED/src [--add] < definitions.jsonl
    python3 scripts/record-oracle.py artifacts --package UNPACKED/src [--add] < definitions.jsonl
    python3 scripts/record-oracle.py modules   --package UNPACKED/src --directory DIR --id ID --class CLASS

The package is the real code, unpacked and unmodified; test/oracle/README.md says which commit of which project, and what a
definition holds. It needs pydantic 2 and, for modules and artifacts, PyYAML. Cases go to standard output, one JSON a line; with
--add they join test/oracle/<system>/cases.jsonl.gz, where a case of the same id is replaced.

The code of the cases IS RUN, in a process of its own for each: record only what you have read.
"""
import argparse
import base64
import gzip
import json
import os
import shutil
import sys
import tempfile
import warnings

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'oracle'))
sys.dont_write_bytecode = True
warnings.simplefilter('ignore')
ORACLE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'test', 'oracle')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('system', choices=['steps', 'modules', 'artifacts'])
    parser.add_argument('--package', required=True, help='the folder with the packages of the real code')
    parser.add_argument('--add', action='store_true', help='add the cases to those of the tests')
    parser.add_argument('--directory', help='a folder to make a case of')
    parser.add_argument('--id')
    parser.add_argument('--class', dest='kind')
    options = parser.parse_args()
    system = __import__(options.system)
    package = os.path.realpath(options.package)
    if options.directory:
        definitions = [{'id': options.id, 'class': options.kind, **contents(options.directory)}]
    else:
        definitions = [json.loads(line) for line in sys.stdin if line.strip()]
    recorded = [record(definition, system, package) for definition in definitions]
    if options.add:
        add(recorded, os.path.join(ORACLE, options.system, 'cases.jsonl.gz'))
    else:
        for case in recorded:
            print(json.dumps(case))


def record(definition, system, package):
    """The definition with the answer of the real code, and with what the system's recorder adds."""
    parent = tempfile.mkdtemp(prefix='case-')
    root = os.path.join(os.path.realpath(parent), 'repository')
    try:
        write(root, {'.git/HEAD': 'ref: refs/heads/main\n', **system.shared(package), **definition['files']})
        for path, target in {**definition.get('links', {}), **definition.get('symlinks', {})}.items():
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            os.symlink(target, os.path.join(root, path))
        return {**definition, **system.record(definition, root, lambda ask: in_child(lambda: ask(package)))}
    finally:
        shutil.rmtree(parent)


def in_child(ask):
    """What `ask` returns, from a process of its own: whatever the code of the case does ends with it. Not longer than 10 s."""
    read, written = os.pipe()
    child = os.fork()
    if child == 0:
        import signal
        signal.alarm(10)
        sys.stdout = open(os.devnull, 'w')
        try:
            answer = {'answer': ask()}
        except BaseException as error:  # SystemExit too
            answer = {'error': repr(error)}
        with os.fdopen(written, 'w') as out:
            json.dump(answer, out, default=lambda value: f'<{type(value).__name__}>')
        os._exit(0)
    os.close(written)
    with os.fdopen(read) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text or '{"error": "the process died"}')


def add(recorded, file):
    """Puts cases among those of a file, in which a first line without an id stays the first."""
    with gzip.open(file, 'rt', encoding='utf-8') as lines:
        cases = {each.get('id', ''): each for each in map(json.loads, lines)}
    cases.update((case['id'], case) for case in recorded)
    with gzip.GzipFile(file, 'wb', 9, mtime=0) as out:
        for case in cases.values():
            out.write((json.dumps(case) + '\n').encode())


def write(root, files):
    for path, text in files.items():
        at = os.path.join(root, path)
        os.makedirs(at if path.endswith('/') else os.path.dirname(at), exist_ok=True)
        if not path.endswith('/'):
            with open(at, 'wb') as out:
                out.write(base64.b64decode(text['base64']) if isinstance(text, dict) else text.encode('utf-8', 'surrogatepass'))


def contents(directory):
    """The files and links below a folder, as a definition has them."""
    files, links = {}, {}
    for folder, folders, names in os.walk(directory):
        folders[:] = [name for name in folders if name not in ('.git', '__pycache__')]
        for name in [*folders, *names]:
            at = os.path.join(folder, name)
            path = os.path.relpath(at, directory).replace(os.sep, '/')
            if os.path.islink(at):
                links[path] = os.readlink(at)
            elif name in names:
                with open(at, 'rb') as file:
                    data = file.read()
                try:
                    files[path] = data.decode('utf-8')
                except UnicodeDecodeError:
                    files[path] = {'base64': base64.b64encode(data).decode()}
        folders[:] = [name for name in folders if not os.path.islink(os.path.join(folder, name))]
        if not folders and not names and folder != directory:
            files[os.path.relpath(folder, directory).replace(os.sep, '/') + '/'] = ''
    return {'files': files, **({'links': links} if links else {})}


if __name__ == '__main__':
    main()

"""Sphinx extension, old place."""

from docutils import nodes


class Gallery(nodes.General, nodes.Element):
    pass


def setup(app):
    app.add_node(Gallery)

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


class GalleryDirective(SphinxDirective):
    description = "A gallery"
    has_content = True

    def run(self):
        return [nodes.paragraph()]


def setup(app: Sphinx) -> dict:
    app.add_directive("gallery", GalleryDirective)
    return {"version": "0.1", "parallel_read_safe": True}

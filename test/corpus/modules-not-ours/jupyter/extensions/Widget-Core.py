class KernelExtension:
    """Loaded by Jupyter."""

    name = "core"
    version = "3.1"

    def execute(self, code):
        return code


def load_ipython_extension(ipython):
    ipython.register_magics(KernelExtension)

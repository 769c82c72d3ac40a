"""A function of the same name that has nothing to do with the registry."""


def get_config_class_name(kind):
    return f"{kind}Settings"


NAMES = [get_config_class_name("Colour"), get_config_class_name("Shape")]

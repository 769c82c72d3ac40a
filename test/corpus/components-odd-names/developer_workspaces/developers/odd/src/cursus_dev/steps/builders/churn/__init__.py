"""A folder of builders."""

"""Pages out of templates, in every room that makes some: everything is escaped, and a name that is missing is an error."""

from jinja2 import Environment, PackageLoader, StrictUndefined

__all__ = ["templates_of"]


def templates_of(package: str) -> Environment:
    """Return the templates in the folder ``templates`` of a package."""
    return Environment(
        loader=PackageLoader(package, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # they are part of the package and never change under a server
    )

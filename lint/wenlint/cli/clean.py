"""`wenlint clean`."""

import os
from pathlib import Path

import click

from wenlint.cli import console
from wenlint.config.plan import Planner
from wenlint.config.schema import Config, ConfigError
from wenlint.files.walk import EXCLUDED
from wenlint.jobs import cache


@click.command()
@click.option("--cache-dir", type=click.Path(path_type=Path), envvar="WENLINT_CACHE_DIR", help="Where it is kept.")
def clean(cache_dir: Path | None) -> int:
    """Take away what earlier runs kept for this folder and those in it. It does no harm: it is found anew."""
    name = Config().cache_dir
    try:
        folders = {cache_dir or Planner().plan_for(Path("_")).cache_folder}
    except ConfigError as error:
        console.say(str(error))
        return console.ERROR
    for folder, inner, _ in os.walk("."):
        folders |= {Path(folder, name)} if name in inner else set()
        inner[:] = [name for name in inner if name not in EXCLUDED]
    for found in sorted(folders):
        try:
            if cache.clean(found):
                console.say(f"removed {os.path.relpath(found)}")
        except cache.CacheError as error:
            console.say(str(error))
    return 0

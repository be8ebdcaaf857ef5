"""Load wages files of growing size in this process, one after the other; print the peak of memory after each, in kB."""

import os
import resource
import sys
from pathlib import Path

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "imt.settings")
    django.setup()
    from catalog import pipeline

    for path in sys.argv[1:]:
        outcome = pipeline.refresh("wages", pipeline.Source(files=(Path(path),)), force=True)
        print(outcome.release.loaded, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)

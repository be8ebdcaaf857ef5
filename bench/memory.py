"""Load wages files of growing size in this process, one after the other; print rows and peak of memory (kB) of each."""

import os
import re
import sys
from pathlib import Path

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "imt.settings")
    django.setup()
    from catalog import pipeline

    for path in sys.argv[1:]:
        outcome = pipeline.refresh("wages", pipeline.Source(files=(Path(path),)), force=True)
        # Not `resource.getrusage`: what it tells begins with the memory of the process that started this one.
        peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())[1]
        print(outcome.release.loaded, peak)

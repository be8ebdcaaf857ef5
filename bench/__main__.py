"""`make bench`: each measurement of this folder, one after the other, on the portal's own servers."""

import subprocess
import sys
from pathlib import Path

MEASUREMENTS = ("refresh", "register", "suggest", "training", "pages", "directory")

for name in MEASUREMENTS:
    print(f"\n## {name}\n", flush=True)
    subprocess.run([sys.executable, "-m", f"bench.{name}"], cwd=Path(__file__).parent.parent, check=True)

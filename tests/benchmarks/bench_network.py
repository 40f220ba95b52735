"""Runs every test below strace, and counts the connections to an address of a network that anything makes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_CALLS = "connect,sendto,sendmsg,sendmmsg"
_NETWORK = re.compile(r"sa_family=AF_INET6?\b")


def main(tests: list[str]) -> int:
    """Print the figure; the exit status says whether no process reached for a network."""
    if shutil.which("strace") is None:
        print("connections to a network: not measured, strace is not installed")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "calls"
        status = _traced([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests], log)
        calls = log.read_text("utf-8", "replace").splitlines()
    reaching = [call for call in calls if _NETWORK.search(call)]
    for call in reaching[:20]:
        print(call, file=sys.stderr)
    verdict = "MISSED" if reaching or status else "ok"
    beside = f"baseline {len(calls)} calls to sockets of any kind in the whole test run, must be 0"
    print(f"connections to a network: {len(reaching)} ({beside}): {verdict}")
    return 1 if reaching or status else 0


def _traced(command: list[str], log: Path) -> int:
    """Run a command with all its processes below strace; its own output goes to standard error."""
    tracer = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", f"trace={_CALLS}", "-e", "signal=none", "-o", str(log)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([*tracer, *command], cwd=ROOT, env=environment, stdout=sys.stderr, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

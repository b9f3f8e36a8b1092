"""A real sshd on this machine, for tests of what goes by ssh: `ssh_server` gives the name that ssh reaches it by."""

import getpass
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SSHD = "/usr/sbin/sshd"  # it insists on being called by its whole path
ALEXNET = f"{sys.executable} -W error -m core"  # how alexnet is called there

_SSHD_CONFIG = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host_key
PidFile {folder}/sshd.pid
AuthorizedKeysFile {folder}/user_key.pub
StrictModes no
UsePAM no
PasswordAuthentication no
SetEnv OMP_NUM_THREADS=1
"""
_SSH_CONFIG = """
Host elsewhere
    HostName 127.0.0.1
    Port {port}
    User {user}
    IdentityFile {folder}/user_key
    IdentitiesOnly yes
    UserKnownHostsFile {folder}/known_hosts
    StrictHostKeyChecking accept-new
"""
# ssh reads its configuration from the home folder of the passwd file: this one reads it from here
_SSH = """#!/bin/sh
exec {ssh} -F {folder}/ssh_config "$@"
"""


@contextmanager
def ssh_server(folder: Path) -> Iterator[str]:
    """A server that lets this user in, reached as ``ssh elsewhere``; put `folder` in front of PATH."""
    missing = [name for name in (SSHD, "ssh", "ssh-keygen") if not shutil.which(name)]
    if missing:
        reason = f"{', '.join(missing)} not installed (Debian: openssh-server, openssh-client)"
        if os.environ.get("ALEXNET_REQUIRE_DISPLAY") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    for key in ("host_key", "user_key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / key], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    names = {"folder": folder, "port": port, "user": getpass.getuser(), "ssh": shutil.which("ssh")}
    (folder / "sshd_config").write_text(_SSHD_CONFIG.format(**names))
    (folder / "ssh_config").write_text(_SSH_CONFIG.format(**names))
    (folder / "ssh").write_text(_SSH.format(**names))
    (folder / "ssh").chmod(0o755)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where sshd gives up its rights
    server = subprocess.Popen([SSHD, "-D", "-f", folder / "sshd_config", "-E", folder / "sshd.log"])
    try:
        _wait_for(port, server)
        yield "elsewhere"
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        assert server.poll() is None, "sshd ended at once"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("sshd does not answer")

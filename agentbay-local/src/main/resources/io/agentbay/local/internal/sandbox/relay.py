#
# Copyright 2026-present the original author or authors.
#
# Licensed under the Apache License, Version 2.0 (the "License");
# you may not use this file except in compliance with the License.
# You may obtain a copy of the License at
#
#      https://www.apache.org/licenses/LICENSE-2.0
#
# Unless required by applicable law or agreed to in writing, software
# distributed under the License is distributed on an "AS IS" BASIS,
# WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
# See the License for the specific language governing permissions and
# limitations under the License.
#


"""Passes on what comes on descriptor 3 to a port of this session, and back.

Says a line on standard error when it is connected. Ends when the port's side has gone, or
with an error when nobody listens there.
"""

import os
import shutil
import socket
import sys
import threading

CHUNK = 65536
INPUT = 3


def connect(port):
    try:
        return socket.create_connection(("127.0.0.1", port))
    except OSError:
        return socket.create_connection(("::1", port))


def pass_on(peer):
    for chunk in iter(lambda: os.read(INPUT, CHUNK), b""):
        peer.sendall(chunk)
    peer.shutdown(socket.SHUT_WR)


def main():
    shutil.rmtree(os.path.dirname(os.path.abspath(__file__)), ignore_errors=True)
    try:
        peer = connect(int(sys.argv[1]))
    except OSError:
        return 1
    peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    print("connected", file=sys.stderr, flush=True)
    threading.Thread(target=pass_on, args=(peer,), daemon=True).start()
    for chunk in iter(lambda: peer.recv(CHUNK), b""):
        while chunk:
            chunk = chunk[os.write(1, chunk):]
    return 0


os._exit(main())

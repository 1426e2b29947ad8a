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

"""Puts a directory of the machine into the file system that the processes of a session
see, at once and also for those that run already.

Arguments: the number of a process of the session, ro or rw, where in the session, a
directory that can be trusted, and the names that lead on from there, which nobody may
have made links of. Says why it cannot on its standard error. Needs Linux 5.12.
"""
import ctypes
import os
import socket
import sys

OPEN_TREE, MOVE_MOUNT, MOUNT_SETATTR = 428, 429, 442
AT_FDCWD, AT_EMPTY_PATH = -100, 0x1000
CLONE_TREE, FROM_EMPTY_PATH = 1, 4
READ_ONLY, NO_SETUID, NO_DEVICES = 1, 2, 4
NEW_USERS, NEW_MOUNTS = 0x10000000, 0x00020000

libc = ctypes.CDLL(None, use_errno=True)


class Attributes(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in ("set", "clear", "propagation", "users")]


def checked(result):
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def system(number, *arguments):
    return checked(libc.syscall(ctypes.c_long(number), *arguments))


def directory(storage, names):
    found = os.open(storage, os.O_PATH | os.O_DIRECTORY)
    for name in names:
        found = os.open(name, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=found)
    return found


def tree(storage, names, read_only):
    source = directory(storage, names)
    copy = system(OPEN_TREE, ctypes.c_int(source), ctypes.c_char_p(b""),
                  ctypes.c_uint(CLONE_TREE | os.O_CLOEXEC | AT_EMPTY_PATH))
    wanted = Attributes((READ_ONLY if read_only else 0) | NO_SETUID | NO_DEVICES, 0, 0, 0)
    system(MOUNT_SETATTR, ctypes.c_int(copy), ctypes.c_char_p(b""), ctypes.c_uint(AT_EMPTY_PATH),
           ctypes.byref(wanted), ctypes.c_size_t(ctypes.sizeof(wanted)))
    return copy


def tree_of_ordinary_user(*what):
    """Who is not root may do it in a name space of its own, and hand on what comes of it."""
    here, there = socket.socketpair()
    if os.fork() == 0:
        try:
            checked(libc.unshare(NEW_USERS | NEW_MOUNTS))
            socket.send_fds(there, [b"+"], [tree(*what)])
        except OSError as failure:
            there.send(str(failure).encode())
        finally:
            os._exit(0)
    there.close()
    said, descriptors, _, _ = socket.recv_fds(here, 1000, 1)
    if not descriptors:
        raise OSError(said.decode() or "no answer from the name space")
    return descriptors[0]


def enter(process):
    users = os.open("/proc/%s/ns/user" % process, os.O_RDONLY)
    mounts = os.open("/proc/%s/ns/mnt" % process, os.O_RDONLY)
    try:
        checked(libc.setns(mounts, NEW_MOUNTS))
    except PermissionError:
        checked(libc.setns(users, NEW_USERS))
        checked(libc.setns(mounts, NEW_MOUNTS))


def main(process, mode, place, storage, *names):
    what = (storage, names, mode == "ro")
    try:
        copy = tree(*what)
    except PermissionError:
        copy = tree_of_ordinary_user(*what)
    enter(process)
    os.makedirs(place, exist_ok=True)
    system(MOVE_MOUNT, ctypes.c_int(copy), ctypes.c_char_p(b""), ctypes.c_int(AT_FDCWD),
           ctypes.c_char_p(os.fsencode(place)), ctypes.c_uint(FROM_EMPTY_PATH))


try:
    main(*sys.argv[1:])
except OSError as refusal:
    sys.exit(str(refusal))

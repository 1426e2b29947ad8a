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

"""Holds a pseudo-terminal, and starts a program that has it for its terminal.

Reads frames from its standard input and writes frames to its standard output: one
letter, the length as four bytes, and the content. It is told
  A an argument of the program, E an entry of its environment (NAME=value),
  D the device that makes pseudo-terminals, L that the program shall lead a session,
  W columns and rows, S that all has been said, and from then on W, and I input.
It tells that the program runs (S) or why it does not (F), output (O), exit code (X).
On descriptor 3 the program says a line: a plus when it can start, or why it cannot.
When nobody speaks to it any more the terminal is hung up.
"""
import errno
import fcntl
import os
import select
import signal
import struct
import sys
import termios

UNLOCK = 0x40045431
PEER = 0x5441
UTF8 = 0o40000
PIECE = 64 * 1024
# How long the terminal of a program that has ended may be silent before it is done with.
QUIET_MILLIS = 300
RESET = ('SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGPIPE', 'SIGTERM', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU', 'SIGCHLD')


def frame(kind, content):
    return kind + struct.pack('>I', len(content)) + content


class Frames:
    """Takes apart what is read."""

    def __init__(self):
        self.bytes = bytearray()

    def add(self, more):
        self.bytes += more
        at = 0
        while len(self.bytes) - at >= 5:
            length = struct.unpack_from('>I', self.bytes, at + 1)[0]
            if len(self.bytes) - at - 5 < length:
                break
            yield bytes(self.bytes[at:at + 1]), bytes(self.bytes[at + 5:at + 5 + length])
            at += 5 + length
        del self.bytes[:at]


def say(kind, content=b''):
    rest = frame(kind, content)
    while rest:
        rest = rest[os.write(1, rest):]


def open_terminal(device):
    """A pseudo-terminal of the session's own, if it has a device for that."""
    if device and os.path.exists(device):
        master = os.open(device, os.O_RDWR | os.O_NOCTTY | os.O_NOFOLLOW)
        fcntl.ioctl(master, UNLOCK, struct.pack('i', 0))
        return master, fcntl.ioctl(master, PEER, os.O_RDWR | os.O_NOCTTY)
    return os.openpty()


def resize(master, content):
    columns, rows = struct.unpack('>HH', content)
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))


def start(arguments, environment, leads, master, slave):
    """Start the program; its last words before it runs come back by a pipe."""
    heard, told = os.pipe()
    child = os.fork()
    if child:
        os.close(told)
        os.close(slave)
        return child, heard
    try:
        os.close(master)
        os.close(heard)
        for name in RESET:
            signal.signal(getattr(signal, name), signal.SIG_DFL)
        if leads:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        # Out of the way of the numbers that they shall have.
        told = fcntl.fcntl(told, fcntl.F_DUPFD, 10)
        slave = fcntl.fcntl(slave, fcntl.F_DUPFD, 10)
        for number in range(3):
            os.dup2(slave, number)
        os.dup2(told, 3)
        os.closerange(4, 64)
        os.execvpe(arguments[0], arguments, environment)
    except BaseException as failure:
        os.write(3, str(failure).encode() + b'\n')
    finally:
        os._exit(126)


def exit_code(status):
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def serve(child, master, frames, waiting):
    """Carry bytes both ways until the program has ended and all it wrote is out."""
    wake, woken = os.pipe()
    for descriptor in (0, 1, master, wake, woken):
        os.set_blocking(descriptor, False)
    signal.signal(signal.SIGCHLD, lambda number, stack: None)
    signal.set_wakeup_fd(woken, warn_on_full_buffer=False)
    code = None
    hung_up = False
    outgoing = memoryview(b'')
    while True:
        if code is None:
            pid, status = os.waitpid(child, os.WNOHANG)
            if pid:
                code = exit_code(status)
        if code is not None and hung_up and not outgoing:
            os.set_blocking(1, True)
            return code
        poll = select.poll()
        poll.register(wake, select.POLLIN)
        if outgoing:
            poll.register(1, select.POLLOUT)
        if not hung_up:
            wanted = (0 if outgoing else select.POLLIN) | (select.POLLOUT if waiting else 0)
            if wanted:
                poll.register(master, wanted)
        if len(waiting) < PIECE:
            poll.register(0, select.POLLIN)
        # Others may hold the terminal, and say nothing, when the program has ended.
        ready = dict(poll.poll(QUIET_MILLIS if code is not None else None))
        if not ready and not outgoing:
            hung_up = True
        if wake in ready:
            os.read(wake, 4096)
        if 1 in ready:
            if ready[1] & (select.POLLERR | select.POLLHUP):
                return None
            outgoing = outgoing[os.write(1, outgoing):]
        if ready.get(master, 0) & (select.POLLIN | select.POLLHUP | select.POLLERR) and not outgoing:
            pieces = []
            length = 0
            try:
                while length < PIECE:
                    piece = os.read(master, PIECE)
                    if not piece:
                        hung_up = True
                        break
                    pieces.append(piece)
                    length += len(piece)
            except BlockingIOError:
                pass
            except OSError as failure:
                # Nobody has it open; that may be so before the program has opened it.
                hung_up = failure.errno == errno.EIO
            if pieces:
                outgoing = memoryview(frame(b'O', b''.join(pieces)))
                try:
                    outgoing = outgoing[os.write(1, outgoing):]
                except BlockingIOError:
                    pass
        if ready.get(master, 0) & select.POLLOUT and waiting:
            try:
                del waiting[:os.write(master, waiting[:4096])]
            except BlockingIOError:
                pass
            except OSError:
                waiting.clear()
        if 0 in ready:
            said = os.read(0, PIECE)
            if not said:
                return None
            for kind, content in frames.add(said):
                if kind == b'I':
                    waiting += content
                elif kind == b'W':
                    resize(master, content)


def main():
    frames = Frames()
    arguments = []
    environment = {}
    device = None
    leads = False
    size = b'\0\x50\0\x18'
    said = False
    waiting = bytearray()
    while not said:
        more = os.read(0, PIECE)
        if not more:
            return
        for kind, content in frames.add(more):
            if kind == b'A':
                arguments.append(os.fsdecode(content))
            elif kind == b'E':
                name, _, value = os.fsdecode(content).partition('=')
                environment[name] = value
            elif kind == b'D':
                device = os.fsdecode(content)
            elif kind == b'L':
                leads = True
            elif kind == b'W':
                size = content
            elif kind == b'I':
                waiting += content
            elif kind == b'S':
                said = True
    try:
        master, slave = open_terminal(device)
        resize(master, size)
        mode = termios.tcgetattr(slave)
        mode[0] |= UTF8
        termios.tcsetattr(slave, termios.TCSANOW, mode)
        child, heard = start(arguments, environment, leads, master, slave)
    except OSError as failure:
        say(b'F', ('No terminal can be made: %s' % failure).encode())
        return
    # Whoever starts the program in its place may keep the pipe open: no end is awaited.
    word = bytearray()
    while b'\n' not in word:
        piece = os.read(heard, 4096)
        if not piece:
            break
        word += piece
    os.close(heard)
    if not word.startswith(b'+'):
        say(b'F', bytes(word).strip() or b'The program could not be started')
        os.kill(child, signal.SIGKILL)
        return
    say(b'S')
    code = serve(child, master, frames, waiting)
    if code is None:
        os.close(master)
        os.kill(child, signal.SIGHUP)
    else:
        say(b'X', struct.pack('>i', code))


main()

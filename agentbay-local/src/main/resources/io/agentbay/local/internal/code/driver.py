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

"""Runs Python code for the AgentBay local runtime and keeps what it leaves behind.

Requests come on file descriptor 3, see Interpreter.java. What the code writes goes to
the file descriptors 1 and 2 as it is; what the driver has to say goes there, too, in
frames, see Frames.java.
"""

import ast
import base64
import builtins
import inspect
import json
import linecache
import os
import select
import shutil
import signal
import sys
import traceback
import types

import agentbay_notebook as notebook

PIECE = 3900
MARK = b"\x1e" + sys.argv[1].encode("ascii")
MAIN_PROCESS = os.getpid()
DRIVER_MODULE = sys.modules[__name__]
DRIVER = __file__
OWN_FILES = (DRIVER, notebook.__file__)
FORMATS = (
    ("text/html", "_repr_html_"),
    ("text/markdown", "_repr_markdown_"),
    ("image/svg+xml", "_repr_svg_"),
    ("image/png", "_repr_png_"),
    ("image/jpeg", "_repr_jpeg_"),
    ("text/latex", "_repr_latex_"),
    ("application/json", "_repr_json_"),
)


class Channel:
    """Where frames are written; the code cannot close it by accident."""

    def __init__(self, descriptor):
        self.descriptor = os.dup(descriptor)

    def say(self, **message):
        data = json.dumps(message).encode("ascii")
        pieces = [data[i:i + PIECE] for i in range(0, len(data), PIECE)]
        for number, piece in enumerate(pieces, 1):
            kind = b"." if number == len(pieces) else b"+"
            self._write(MARK + kind + piece + b"\n")

    def _write(self, frame):
        while frame:
            try:
                frame = frame[os.write(self.descriptor, frame):]
            except BlockingIOError:
                select.select([], [self.descriptor], [])


class Driver:

    def __init__(self):
        self.requests = os.fdopen(3, "rb")
        os.set_inheritable(3, False)
        self.out = Channel(1)
        self.err = Channel(2)
        self.busy = False
        self.number = 0
        self.loop = None
        self.main = types.ModuleType("__main__")
        self.main.__dict__["__builtins__"] = builtins
        sys.modules["__main__"] = self.main
        notebook.install(self)
        self.user_site = None
        signal.signal(signal.SIGINT, self.on_interrupt)

    def on_interrupt(self, number, frame):
        if self.busy and os.getpid() == MAIN_PROCESS:
            raise KeyboardInterrupt

    def serve(self):
        self.out.say(type="ready")
        while True:
            self.await_request()
            line = self.requests.readline().split()
            if not line:
                return
            if line[0] == b"R":
                self.number = int(line[1])
                code = self.requests.read(int(line[2])).decode("utf-8")
                self.run(code)

    def run(self, code):
        try:
            try:
                self.busy = True
                self.execute(code)
                self.show_figures()
            finally:
                self.busy = False
        except BaseException as failure:
            self.busy = False
            if os.getpid() != MAIN_PROCESS:
                leave_child(failure)
            flush()
            self.report(failure)
        if os.getpid() != MAIN_PROCESS:
            leave_child(None)
        flush()
        self.out.say(id=self.number, type="done")
        self.err.say(id=self.number, type="done")

    def await_request(self):
        """What the code has left running in its event loop goes on until more code comes."""
        if self.loop is None or not sys.modules["asyncio"].all_tasks(self.loop):
            return
        came = self.loop.create_future()
        self.loop.add_reader(self.requests.fileno(), lambda: came.done() or came.set_result(None))
        try:
            self.loop.run_until_complete(came)
        finally:
            self.loop.remove_reader(self.requests.fileno())

    def execute(self, code):
        name = "<cell %d>" % self.number
        linecache.cache[name] = (len(code), None, code.splitlines(True), name)
        await_allowed = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        self.find_new_packages()
        code = notebook.translate(code, lambda text: compile(text, name, "exec", await_allowed | ast.PyCF_ONLY_AST, True))
        tree = compile(code, name, "exec", await_allowed | ast.PyCF_ONLY_AST, True)
        self.begin_loop(code)
        last = None
        if tree.body and isinstance(tree.body[-1], ast.Expr):
            last = tree.body.pop()
        if tree.body:
            self.evaluate(compile(tree, name, "exec", await_allowed, True))
        if last is not None:
            value = self.evaluate(compile(ast.Expression(last.value), name, "eval", await_allowed, True))
            if value is not None and not code.rstrip().endswith(";"):
                builtins._ = value
                self.show(value, True)

    def find_new_packages(self):
        """The directory for packages of the user's own may have come into being meanwhile."""
        if self.user_site is None:
            import site
            self.user_site = site.getusersitepackages()
        if self.user_site not in sys.path and os.path.isdir(self.user_site):
            import importlib
            import site
            site.addsitedir(self.user_site)
            importlib.invalidate_caches()

    def begin_loop(self, code):
        """Code may ask for the loop that runs as soon as it knows of loops at all."""
        if self.loop is None and ("asyncio" in code or "await" in code or "asyncio" in sys.modules):
            import asyncio
            self.loop = asyncio.new_event_loop()
            asyncio.run = outside_of_loop(asyncio.run)
            asyncio.BaseEventLoop.run_until_complete = outside_of_loop(asyncio.BaseEventLoop.run_until_complete)
        if self.loop is not None:
            sys.modules["asyncio"].set_event_loop(self.loop)

    def evaluate(self, code):
        if self.loop is None:
            return eval(code, self.main.__dict__)
        if code.co_flags & inspect.CO_COROUTINE:
            return self.complete(eval(code, self.main.__dict__))
        events = sys.modules["asyncio"].events
        before = events._get_running_loop()
        if before is None:
            events._set_running_loop(self.loop)
        try:
            return eval(code, self.main.__dict__)
        finally:
            events._set_running_loop(before)

    def complete(self, coroutine):
        import asyncio
        task = self.loop.create_task(coroutine)
        try:
            return self.loop.run_until_complete(task)
        except BaseException:
            if not task.done():
                task.cancel()
                self.loop.run_until_complete(asyncio.gather(task, return_exceptions=True))
            raise

    def flush(self):
        flush()

    def show(self, value, main):
        flush()
        data = {"isMainResult": main}
        data.update(bundle(value))
        self.out.say(id=self.number, type="result", data=data)

    def show_figures(self):
        plots = sys.modules.get("matplotlib.pyplot")
        if plots is not None:
            for number in plots.get_fignums():
                self.show(plots.figure(number), False)
            plots.close("all")

    def report(self, failure):
        trace = failure.__traceback__
        while trace is not None and trace.tb_frame.f_code.co_filename in OWN_FILES:
            trace = trace.tb_next
        self.out.say(id=self.number, type="error", name=type(failure).__name__, value=text_of(failure),
                     traceback="".join(traceback.format_exception(type(failure), failure, trace)))


def outside_of_loop(function):
    """Let a function that wants to run a loop do so, although one counts as running."""
    def call(*arguments, **named):
        from asyncio import events
        before = events._get_running_loop()
        if before is not None and not before.is_running():
            events._set_running_loop(None)
            try:
                return function(*arguments, **named)
            finally:
                events._set_running_loop(before)
        return function(*arguments, **named)
    return call


def leave_child(failure):
    """A child that the code has forked off must not go on as a second driver."""
    if failure is not None and not isinstance(failure, SystemExit):
        traceback.print_exception(type(failure), failure, failure.__traceback__)
    flush()
    code = getattr(failure, "code", 1) if failure is not None else 0
    os._exit(code if isinstance(code, int) else 0 if code is None else 1)


def text_of(failure):
    try:
        return str(failure)
    except Exception:
        return "<no text>"


def bundle(value):
    """The contents of a value by media type."""
    data = {"text/plain": repr(value)}
    figure = sys.modules.get("matplotlib.figure")
    if figure is not None and isinstance(value, figure.Figure):
        data["image/png"] = figure_as_png(value)
        return data
    whole = contents(value, "_repr_mimebundle_", include=None, exclude=None)
    if isinstance(whole, dict):
        data.update((kind, portable(content)) for kind, content in whole.items())
    for kind, name in FORMATS:
        if kind not in data:
            content = contents(value, name)
            if content is not None:
                data[kind] = portable(content)
    return data


def contents(value, name, **arguments):
    """What one of the value's own methods for being shown says, if it has it."""
    if isinstance(value, type) or hasattr(value, "_no_object_has_this_method_"):
        return None
    method = getattr(value, name, None)
    if not callable(method):
        return None
    try:
        content = method(**arguments)
    except Exception:
        traceback.print_exc()
        return None
    return content[0] if isinstance(content, tuple) else content


def portable(content):
    if isinstance(content, (bytes, bytearray)):
        return base64.b64encode(content).decode("ascii")
    try:
        json.dumps(content, allow_nan=False)
        return content
    except (TypeError, ValueError):
        return str(content)


def figure_as_png(figure):
    import io
    file = io.BytesIO()
    figure.savefig(file, format="png", bbox_inches="tight")
    sys.modules["matplotlib.pyplot"].close(figure)
    return base64.b64encode(file.getvalue()).decode("ascii")


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    LIBRARY_FLUSH()


def library_flush():
    """What C libraries have written waits in a buffer of their own."""
    try:
        import ctypes
        library = ctypes.CDLL(None)
        stdout = ctypes.c_void_p.in_dll(library, "stdout")
        return lambda: library.fflush(stdout)
    except Exception:
        return lambda: None


if __name__ == "__main__":
    LIBRARY_FLUSH = library_flush()
    shutil.rmtree(os.path.dirname(os.path.abspath(__file__)), ignore_errors=True)
    sys.path[0] = ""
    sys.argv = [""]
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)
    import warnings
    warnings.filterwarnings("ignore", message=".*non-interactive.*")
    Driver().serve()

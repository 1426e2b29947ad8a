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

"""What people and models know from notebooks: magics, shell commands, IPython's display.

It is the same whether IPython is installed or not: where it is, its own display and
get_ipython lead here, else modules with the names that are asked for most stand in.
"""

import importlib.abc
import importlib.machinery
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
import types

VERSION = (8, 24, 0, "")
MAX_LINES = 10000
IGNORED = frozenset(("alias", "autoreload", "autosave", "colors", "config", "gui", "load_ext", "matplotlib", "pprint",
                     "precision", "pylab", "reload_ext", "unload_ext", "xmode"))
PROGRAMS = frozenset(("cat", "cp", "ls", "mkdir", "mv", "rm", "rmdir"))
SHOWN = {"html": "text/html", "latex": "text/latex", "markdown": "text/markdown", "svg": "image/svg+xml",
         "javascript": "application/javascript", "js": "application/javascript"}
LINE = re.compile(r"(?s)^(\s*)(?:([A-Za-z_][\w.,\[\] ]*?)\s*=\s*)?([!%])(?!%)\s*(.*)$")
HELP = re.compile(r"^\s*(?:\?{1,2}\s*([\w.]+)|([\w.]+)\s*\?{1,2})\s*$")
VARIABLE = re.compile(r"\{\{|\}\}|\{([^{}\n]+)\}|\$([A-Za-z_]\w*)")


class UsageError(Exception):
    """A magic that there is not, or that is used in another way."""


def translate(code, compiles):
    """Put calls in the place of the lines that are no Python, and leave all others alone.

    compiles(code) raises a SyntaxError for code that is none.
    """
    if code.lstrip().startswith("%%"):
        first, _, body = code.lstrip().partition("\n")
        name, _, arguments = first[2:].strip().partition(" ")
        return "get_ipython().run_cell_magic(%r, %r, %r)\n" % (name, arguments.strip(), body)
    for _ in range(MAX_LINES):
        try:
            compiles(code)
            return code
        except SyntaxError as failure:
            changed = translate_line(code, failure.lineno)
            if changed is None:
                raise
            code = changed
    return code


def translate_line(code, number):
    lines = code.split("\n")
    if number is None or not 0 < number <= len(lines):
        return None
    end = number
    line = lines[number - 1]
    while line.endswith("\\") and end < len(lines):
        line = line[:-1] + lines[end]
        end += 1
    call = called(line)
    if call is None:
        return None
    return "\n".join(lines[:number - 1] + [call] + [""] * (end - number) + lines[end:])


def called(line):
    asked = HELP.match(line)
    if asked:
        return "get_ipython().tell(%r)" % (asked.group(1) or asked.group(2))
    match = LINE.match(line)
    if not match or not match.group(4):
        return None
    indent, target, kind, rest = match.groups()
    if kind == "!":
        quiet = target is not None or rest.startswith("!")
        call = "get_ipython().%s(%r)" % ("getoutput" if quiet else "system", rest.lstrip("!"))
    else:
        name, _, arguments = rest.partition(" ")
        call = "get_ipython().run_line_magic(%r, %r)" % (name, arguments.strip())
    return indent + (target + " = " if target else "") + call


class Lines(list):
    """The output of a command: a list of lines, which is also known as one text."""

    @property
    def l(self):
        return list(self)

    @property
    def n(self):
        return "\n".join(self)

    @property
    def s(self):
        return " ".join(self)


class Events:

    def register(self, name, function):
        pass

    def unregister(self, name, function):
        pass

    def trigger(self, name, *arguments, **named):
        pass


class Shell:
    """Stands where code expects IPython's shell."""

    def __init__(self, driver):
        self.driver = driver
        self.user_ns = driver.main.__dict__
        self.user_global_ns = self.user_ns
        self.events = Events()
        self.config = {}

    def enable_gui(self, gui=None):
        pass

    def run_cell(self, code, *arguments, **named):
        self.driver.execute(code)

    def ex(self, code):
        self.driver.execute(code + ";")

    def ev(self, code):
        return eval(code, self.user_ns)

    def system(self, command):
        self.driver.flush()
        self.user_ns["_exit_code"] = subprocess.call(self.shell(command), stdin=subprocess.DEVNULL)

    system_piped = system_raw = system

    def getoutput(self, command):
        self.driver.flush()
        done = subprocess.run(self.shell(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, errors="backslashreplace")
        self.user_ns["_exit_code"] = done.returncode
        return Lines(done.stdout.splitlines())

    def shell(self, command):
        words = self.filled(command)
        if re.match(r"pip3?\s", words) and shutil.which(words.split()[0]) is None:
            words = "python3 -m " + words
        return [shutil.which("bash") or "/bin/sh", "-c", "--", words] if words else ["true"]

    def filled(self, text):
        """Variables in braces or after a dollar sign, where there are such variables."""
        def value(match):
            whole = match.group()
            if whole in ("{{", "}}"):
                return whole[0]
            try:
                if match.group(1):
                    return str(eval(match.group(1), self.user_ns))
                return str(self.user_ns[match.group(2)])
            except Exception:
                return whole
        return VARIABLE.sub(value, text).strip()

    def tell(self, name):
        try:
            value = self.ev(name)
        except Exception:
            print("Object `%s` not found." % name)
            return
        import inspect
        try:
            print("Signature: %s%s" % (name, inspect.signature(value)))
        except (TypeError, ValueError):
            print("Type: %s" % type(value).__name__)
        print("Docstring: %s" % (inspect.getdoc(value) or "<no docstring>"))

    def run_line_magic(self, name, line, *ignored):
        if name in IGNORED:
            return None
        if name in PROGRAMS:
            return self.system(name + " " + line)
        if name in ("pip", "conda"):
            return self.system(("python3 -m pip " if name == "pip" else "conda ") + line)
        if name in ("sx", "system"):
            return self.getoutput(line)
        method = getattr(self, "line_" + name, None)
        if method is None:
            raise UsageError("Line magic function `%%%s` not found." % name)
        return method(self.filled(line) if name not in ("time", "timeit") else line)

    def run_cell_magic(self, name, line, cell):
        if name in SHOWN:
            self.driver.show(Shown(SHOWN[name], cell), False)
            return None
        if name in ("bash", "sh", "script"):
            self.driver.flush()
            program = line.split() if name == "script" and line else [shutil.which("bash") or "/bin/sh"]
            code = subprocess.run(program, input=cell.encode("utf-8")).returncode
            self.user_ns["_exit_code"] = code
            if code != 0:
                raise subprocess.CalledProcessError(code, program)
            return None
        method = getattr(self, "cell_" + name, None)
        if method is None:
            raise UsageError("Cell magic `%%%%%s` not found." % name)
        return method(line, cell)

    magic = run_line_magic

    def line_cd(self, line):
        os.chdir(os.path.expanduser(line.strip("'\"") or "~"))
        print(os.getcwd())

    def line_pwd(self, line):
        return os.getcwd()

    def line_env(self, line):
        if not line:
            return dict(os.environ)
        name, separator, value = line.partition("=") if "=" in line else line.partition(" ")
        if not separator:
            return os.environ.get(name)
        os.environ[name.strip()] = value.strip()
        print("env: %s=%s" % (name.strip(), value.strip()))
        return None

    line_set_env = line_env

    def line_who(self, line):
        names = sorted(name for name in self.user_ns if not name.startswith("_"))
        print("\t".join(names) if names else "Interactive namespace is empty.")

    line_whos = line_who

    def line_reset(self, line):
        for name in [name for name in self.user_ns if not name.startswith("__")]:
            del self.user_ns[name]

    def line_lsmagic(self, line):
        magics = sorted(IGNORED | PROGRAMS | {name[5:] for name in dir(self) if name.startswith("line_")})
        print("%" + "  %".join(magics))

    def line_run(self, line):
        import runpy
        import shlex
        words = shlex.split(line)
        before = sys.argv
        sys.argv = words
        try:
            found = runpy.run_path(words[0], run_name="__main__")
        finally:
            sys.argv = before
        self.user_ns.update((name, value) for name, value in found.items() if not name.startswith("__"))

    def line_time(self, line):
        return self.timed(line)

    def cell_time(self, line, cell):
        return self.timed(cell)

    def timed(self, code):
        wall, processor = time.perf_counter(), os.times()
        try:
            self.driver.execute(code)
        finally:
            used = os.times()
            user, system = used.user - processor.user, used.system - processor.system
            print("CPU times: user %s, sys: %s, total: %s" % (span(user), span(system), span(user + system)))
            print("Wall time: %s" % span(time.perf_counter() - wall))

    def line_timeit(self, line):
        self.measured(line)

    def cell_timeit(self, line, cell):
        self.measured(cell)

    def measured(self, code):
        import statistics
        import timeit
        code = re.sub(r"^(\s*-[a-z]\s*\S*)+\s+", "", code)
        timer = timeit.Timer(code, globals=self.user_ns)
        loops, first = timer.autorange()
        times = [spent / loops for spent in timer.repeat(3 if first > 0.5 else 7, loops)]
        print("%s ± %s per loop (mean ± std. dev. of %d runs, %d loops each)"
              % (span(statistics.mean(times)), span(statistics.pstdev(times)), len(times), loops))

    def cell_capture(self, line, cell):
        import contextlib
        import io
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            self.driver.execute(cell.rstrip() + ";")
        names = [word for word in line.split() if not word.startswith("-")]
        if names:
            self.user_ns[names[0]] = types.SimpleNamespace(stdout=out.getvalue(), stderr=err.getvalue(), outputs=[])

    def cell_writefile(self, line, cell):
        append = line.startswith("-a ") or line.startswith("--append ")
        path = os.path.expanduser(self.filled(line.split(None, 1)[1] if append else line).strip("'\""))
        verb = "Appending to" if append else "Overwriting" if os.path.exists(path) else "Writing"
        with open(path, "a" if append else "w", encoding="utf-8") as file:
            file.write(cell)
        print("%s %s" % (verb, path))

    cell_file = cell_writefile

    def cell_python(self, line, cell):
        self.driver.flush()
        subprocess.run([sys.executable, "-"], input=cell.encode("utf-8"), check=True)

    cell_python3 = cell_python


def span(seconds):
    for unit, factor in (("s", 1), ("ms", 1e3), ("µs", 1e6)):
        if seconds * factor >= 1:
            return "%.3g %s" % (seconds * factor, unit)
    return "%.3g ns" % (seconds * 1e9)


class Shown:
    """Something that is shown as one media type."""

    def __init__(self, kind, data, metadata=None):
        self.kind = kind
        self.data = data
        self.metadata = metadata or {}

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {self.kind: self.data}

    def __repr__(self):
        return "<IPython.core.display.%s object>" % type(self).__name__


def read(data, url, filename, binary):
    path = filename
    if path is None and isinstance(data, str) and len(data) < 1000 and "\n" not in data and os.path.isfile(data):
        path = data
    if path is not None:
        with open(path, "rb") as file:
            content = file.read()
        return content if binary else content.decode("utf-8")
    if url is not None or isinstance(data, str) and binary and data.startswith(("http://", "https://")):
        import urllib.request
        with urllib.request.urlopen(url or data) as answer:
            content = answer.read()
        return content if binary else content.decode("utf-8")
    return data


def text_class(name, kind):
    def begin(self, data=None, url=None, filename=None, metadata=None):
        Shown.__init__(self, kind, read(data, url, filename, False), metadata)
    return type(name, (Shown,), {"__init__": begin})


HTML = text_class("HTML", "text/html")
Markdown = text_class("Markdown", "text/markdown")
SVG = text_class("SVG", "image/svg+xml")
Latex = text_class("Latex", "text/latex")
Javascript = text_class("Javascript", "application/javascript")
Pretty = text_class("Pretty", "text/plain")


class Math(Latex):

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/latex": "$\\displaystyle %s$" % self.data.strip("$")}


class JSON(Shown):

    def __init__(self, data=None, url=None, filename=None, expanded=False, metadata=None, **ignored):
        import json
        content = read(data, url, filename, False)
        super().__init__("application/json", json.loads(content) if isinstance(content, str) else content, metadata)


class Image(Shown):

    def __init__(self, data=None, url=None, filename=None, format=None, **ignored):
        import base64
        content = read(data, url, filename, True)
        if isinstance(content, str):
            content = base64.b64decode(content)
        jpeg = content is not None and content[:3] == b"\xff\xd8\xff"
        super().__init__("image/jpeg" if jpeg else "image/png", base64.b64encode(content or b"").decode("ascii"))


class Code(Shown):

    def __init__(self, data=None, url=None, filename=None, language=None):
        super().__init__("text/plain", read(data, url, filename, False))


class IFrame(Shown):

    def __init__(self, src, width, height, **ignored):
        super().__init__("text/html", '<iframe width="%s" height="%s" src="%s" frameborder="0" allowfullscreen></iframe>'
                         % (width, height, src))


class DisplayHandle:
    """Shows a value anew; here that is one more result."""

    def __init__(self, driver, display_id=None):
        self.driver = driver
        self.display_id = display_id or os.urandom(16).hex()

    def display(self, value, **ignored):
        self.driver.show(value, False)

    update = display


def install(driver):
    """Make the shell known, and see to it that IPython leads to it."""
    import builtins
    shell = Shell(driver)

    def get_ipython():
        return shell

    def display(*values, include=None, exclude=None, metadata=None, transient=None, display_id=None, raw=False,
                clear=False, **ignored):
        for value in values:
            driver.show(Bundle(value) if raw and isinstance(value, dict) else value, False)
        return DisplayHandle(driver, display_id if isinstance(display_id, str) else None) if display_id else None

    def update_display(value, *, display_id=None, **ignored):
        driver.show(value, False)

    def publish_display_data(data, metadata=None, **ignored):
        driver.show(Bundle(data), False)

    def clear_output(wait=False):
        pass

    builtins.get_ipython = get_ipython
    builtins.display = display
    functions = dict(display=display, update_display=update_display, publish_display_data=publish_display_data,
                     clear_output=clear_output, DisplayHandle=DisplayHandle, get_ipython=get_ipython)
    for kind in ("html", "markdown", "svg", "latex", "javascript", "pretty", "png", "jpeg", "json"):
        functions["display_" + kind] = display
    sys.meta_path.insert(0, Finder(functions))
    return shell


class Bundle:

    def __init__(self, data):
        self.data = data

    def _repr_mimebundle_(self, include=None, exclude=None):
        return self.data

    def __repr__(self):
        return str(self.data.get("text/plain", "<data>"))


class Finder(importlib.abc.MetaPathFinder):
    """Gives the modules of IPython, its own ones where it is installed."""

    LED_HERE = frozenset(("IPython.core.display_functions", "IPython.core.display", "IPython.core.getipython",
                          "IPython.display"))
    STAND_INS = frozenset(("IPython", "IPython.core", "IPython.display", "IPython.core.display",
                           "IPython.core.display_functions", "IPython.core.getipython", "IPython.core.pylabtools"))

    def __init__(self, functions):
        self.functions = functions

    def find_spec(self, name, path=None, target=None):
        if name not in self.STAND_INS:
            return None
        real = importlib.machinery.PathFinder.find_spec(name, path)
        if real is None:
            return importlib.machinery.ModuleSpec(name, StandIn(self.functions), is_package=name.count(".") == 0
                                                  or name == "IPython.core")
        if name in self.LED_HERE and real.loader is not None:
            real.loader = Led(real.loader, self.functions)
        return real


class StandIn(importlib.abc.Loader):

    def __init__(self, functions):
        self.functions = functions

    def exec_module(self, module):
        module.__dict__.update(self.functions)
        module.version_info = VERSION
        module.__version__ = ".".join(str(part) for part in VERSION[:3])
        for shown in (HTML, Markdown, SVG, Latex, Math, JSON, Image, Code, IFrame, Javascript, Pretty):
            setattr(module, shown.__name__, shown)
        module.DisplayObject = module.TextDisplayObject = Shown
        # Matplotlib looks up here which loop of events a shell has to run: none.
        module.backend2gui = {}


class Led(importlib.abc.Loader):

    def __init__(self, loader, functions):
        self.loader = loader
        self.functions = functions

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        self.loader.exec_module(module)
        for name, function in self.functions.items():
            if hasattr(module, name) and not (name == "get_ipython" and not module.__name__.endswith("getipython")):
                setattr(module, name, function)

    def __getattr__(self, name):
        return getattr(self.loader, name)

/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.agentbay.local.internal.code;

import java.io.DataInputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;

/**
 * Runs Java code for the local runtime and keeps what it leaves behind. This class is not
 * used by the runtime: it is copied into a session and run there by the session's JDK,
 * alone, so it may use nothing but the JDK.
 *
 * <p>
 * Requests come on file descriptor 3, see {@link Interpreter}. What the driver has to say
 * goes to the file descriptors 1 and 2 in frames, see {@link Frames}.
 */
final class JavaDriver {

	private static final int PIECE = 3900;

	private static final List<String> IMPORTS = List.of("java.io.*", "java.math.*", "java.net.*", "java.nio.file.*",
			"java.util.*", "java.util.concurrent.*", "java.util.function.*", "java.util.prefs.*", "java.util.regex.*",
			"java.util.stream.*");

	private static final Set<Snippet.SubKind> SHOWN = Set.of(Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND,
			Snippet.SubKind.VAR_VALUE_SUBKIND, Snippet.SubKind.OTHER_EXPRESSION_SUBKIND);

	private final String mark;

	private final OutputStream out = new FileOutputStream(FileDescriptor.out);

	private final OutputStream err = new FileOutputStream(FileDescriptor.err);

	private final JShell shell = JShell.builder().executionEngine("local").idGenerator(this::id).build();

	private volatile boolean interrupted;

	private volatile int running;

	private int snippets;

	private JavaDriver(String mark) {
		this.mark = mark;
	}

	/**
	 * Serve requests until there are no more.
	 * @param arguments the mark
	 * @throws IOException if the other side is gone
	 */
	public static void main(String[] arguments) throws IOException {
		System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
		JavaDriver driver = new JavaDriver(arguments[0]);
		for (String imported : IMPORTS) {
			driver.shell.eval("import " + imported + ";");
		}
		delete(new File(System.getProperty("java.class.path")));
		driver.serve();
		System.exit(0);
	}

	private void serve() throws IOException {
		say(this.out, "{\"type\":\"ready\"}");
		try (DataInputStream requests = new DataInputStream(new FileInputStream("/dev/fd/3"))) {
			for (String line = line(requests); !line.isEmpty(); line = line(requests)) {
				String[] words = line.split(" ");
				int id = Integer.parseInt(words[1]);
				if (words[0].equals("R")) {
					byte[] code = new byte[Integer.parseInt(words[2])];
					requests.readFully(code);
					this.interrupted = false;
					this.running = id;
					this.snippets = 0;
					new Thread(() -> run(id, new String(code, StandardCharsets.UTF_8)), "code").start();
				}
				else if (this.running == id) {
					this.interrupted = true;
					this.shell.stop();
				}
			}
		}
	}

	private void run(int id, String code) {
		try {
			evaluate(id, code);
		}
		catch (RuntimeException | Error ex) {
			fail(id, ex.getClass().getName(), String.valueOf(ex.getMessage()), String.valueOf(ex));
		}
		this.running = 0;
		System.out.flush();
		System.err.flush();
		say(this.out, "{\"id\":" + id + ",\"type\":\"done\"}");
		say(this.err, "{\"id\":" + id + ",\"type\":\"done\"}");
	}

	private void evaluate(int id, String code) {
		SourceCodeAnalysis analysis = this.shell.sourceCodeAnalysis();
		String rest = code;
		while (!rest.isBlank()) {
			CompletionInfo next = analysis.analyzeCompletion(rest);
			if (next.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
				return;
			}
			boolean complete = next.completeness().isComplete();
			String source = complete ? next.source() : rest;
			rest = complete ? next.remaining() : "";
			for (SnippetEvent event : this.shell.eval(source)) {
				if (this.interrupted) {
					fail(id, "Interrupted", "the code was interrupted", "");
					return;
				}
				if (event.causeSnippet() == null && !succeeded(id, event, rest.isBlank())) {
					return;
				}
			}
		}
	}

	/**
	 * The name of a piece of code in traces: which code, and which part of it.
	 */
	private String id(Snippet snippet, int number) {
		return "cell-" + this.running + "." + (++this.snippets);
	}

	private boolean succeeded(int id, SnippetEvent event, boolean last) {
		JShellException exception = event.exception();
		if (exception != null) {
			String name = (exception instanceof EvalException thrown) ? thrown.getExceptionClassName()
					: exception.getClass().getName();
			fail(id, name, String.valueOf(exception.getMessage()), trace(exception));
			return false;
		}
		if (event.status() == Snippet.Status.REJECTED) {
			fail(id, "CompilationError", "the code does not compile", diagnostics(event.snippet()));
			return false;
		}
		String value = event.value();
		if (last && value != null && SHOWN.contains(event.snippet().subKind())) {
			System.out.flush();
			say(this.out, "{\"id\":" + id + ",\"type\":\"result\",\"data\":{\"isMainResult\":true,\"text/plain\":"
					+ quote(value) + "}}");
		}
		return true;
	}

	private String diagnostics(Snippet snippet) {
		List<String> lines = new ArrayList<>();
		this.shell.diagnostics(snippet).filter(Diag::isError).forEach((problem) -> {
			lines.add("error: " + problem.getMessage(Locale.ROOT));
			int at = (int) Math.max(0, Math.min(problem.getPosition(), snippet.source().length()));
			int begin = snippet.source().lastIndexOf('\n', at - 1) + 1;
			int end = snippet.source().indexOf('\n', at);
			lines.add("  " + snippet.source().substring(begin, (end < 0) ? snippet.source().length() : end));
			lines.add(" ".repeat(2 + at - begin) + "^");
		});
		return String.join("\n", lines);
	}

	private String trace(JShellException exception) {
		StringBuilder text = new StringBuilder();
		for (Throwable current = exception; current != null; current = current.getCause()) {
			text.append(text.isEmpty() ? "" : "Caused by: ").append(title(current)).append('\n');
			for (StackTraceElement element : current.getStackTrace()) {
				String type = element.getClassName();
				text.append("    at ")
					.append(type.isEmpty() ? "" : type + ".")
					.append(element.getMethodName())
					.append("(" + element.getFileName() + ":" + element.getLineNumber() + ")\n");
				if (type.isEmpty() && element.getMethodName().isEmpty()) {
					// The code itself; below is only what runs it.
					break;
				}
			}
		}
		return text.toString();
	}

	private String title(Throwable exception) {
		if (exception instanceof EvalException thrown) {
			return thrown.getExceptionClassName() + ((thrown.getMessage() != null) ? ": " + thrown.getMessage() : "");
		}
		if (exception instanceof UnresolvedReferenceException unresolved) {
			return "Something that is used is not defined: "
					+ this.shell.unresolvedDependencies(unresolved.getSnippet()).toList();
		}
		return String.valueOf(exception);
	}

	private void fail(int id, String name, String value, String traceback) {
		say(this.out, "{\"id\":" + id + ",\"type\":\"error\",\"name\":" + quote(name) + ",\"value\":" + quote(value)
				+ ",\"traceback\":" + quote(traceback) + "}");
	}

	private void say(OutputStream channel, String message) {
		try {
			for (int from = 0; from < message.length(); from += PIECE) {
				int to = Math.min(message.length(), from + PIECE);
				String frame = "\u001e" + this.mark + ((to < message.length()) ? "+" : ".")
						+ message.substring(from, to) + "\n";
				channel.write(frame.getBytes(StandardCharsets.US_ASCII));
			}
		}
		catch (IOException ex) {
			// Nobody listens any more.
			Runtime.getRuntime().halt(1);
		}
	}

	private static String quote(String text) {
		StringBuilder json = new StringBuilder("\"");
		for (char c : text.toCharArray()) {
			if (c < ' ' || c > '~' || c == '"' || c == '\\') {
				json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
			}
			else {
				json.append(c);
			}
		}
		return json.append('"').toString();
	}

	private static String line(DataInputStream source) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = source.read(); next >= 0 && next != '\n'; next = source.read()) {
			line.append((char) next);
		}
		return line.toString();
	}

	private static void delete(File file) {
		File[] children = file.listFiles();
		if (children != null) {
			for (File child : children) {
				delete(child);
			}
		}
		file.delete();
	}

}

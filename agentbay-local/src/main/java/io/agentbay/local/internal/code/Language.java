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

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.agentbay.local.internal.process.Program;

/**
 * A programming language: what runs it, and where that comes from.
 */
public enum Language {

	/**
	 * Python 3.
	 */
	PYTHON(List.of("python", "py", "python3"), "python3", "python3", true, Map.of("MPLBACKEND", "Agg"),
			List.of("driver.py", "agentbay_notebook.py"), List.of(Program.DIRECTORY + "/driver.py")),

	/**
	 * JavaScript, by Node.js.
	 */
	JAVASCRIPT(List.of("javascript", "js", "node", "nodejs"), "node", "nodejs", false, Map.of(), List.of("driver.js"),
			List.of(Program.DIRECTORY + "/driver.js")),

	/**
	 * R.
	 */
	R(List.of("r"), "Rscript", "r-base-core", true, Map.of(), List.of("driver.R"),
			List.of("--vanilla", Program.DIRECTORY + "/driver.R")),

	/**
	 * Java, by JShell.
	 */
	JAVA(List.of("java"), "java", "default-jdk-headless", false, Map.of(), List.of("JavaDriver.class"), List
		.of("--add-modules", "jdk.jshell", "-Xshare:auto", "-cp", Program.DIRECTORY, JavaDriver.class.getName()));

	private final List<String> names;

	private final String program;

	private final String debianPackage;

	private final boolean signalled;

	private final Map<String, String> environment;

	private final List<String> resources;

	private final List<String> arguments;

	Language(List<String> names, String program, String debianPackage, boolean signalled,
			Map<String, String> environment, List<String> resources, List<String> arguments) {
		this.names = names;
		this.program = program;
		this.debianPackage = debianPackage;
		this.signalled = signalled;
		this.environment = environment;
		this.resources = resources;
		this.arguments = arguments;
	}

	/**
	 * Find a language.
	 * @param name its name or one of its other names, in any letter case
	 * @return the language, if it is known
	 */
	public static Optional<Language> find(String name) {
		String plain = name.strip().toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter((language) -> language.names.contains(plain)).findFirst();
	}

	/**
	 * The name that the protocol has for it.
	 * @return a name in lower case
	 */
	public String wireName() {
		return this.names.get(0);
	}

	/**
	 * Whether its interpreter is interrupted by a signal, and else by a request.
	 */
	boolean signalled() {
		return this.signalled;
	}

	/**
	 * What has to be installed.
	 */
	String requirement() {
		return "%s (Debian package: %s)".formatted(this.program, this.debianPackage);
	}

	/**
	 * What to start.
	 * @param mark what the interpreter has to put in front of all it says
	 */
	Program program(String mark) throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		for (String resource : this.resources) {
			files.put(place(resource), read(resource));
		}
		List<String> all = new ArrayList<>(this.arguments);
		all.add(mark);
		return new Program(this.program, all, this.environment, files);
	}

	private static String place(String resource) {
		return resource.endsWith(".class") ? Language.class.getPackageName().replace('.', '/') + "/" + resource
				: resource;
	}

	private static byte[] read(String resource) throws IOException {
		try (InputStream stream = Language.class.getResourceAsStream(resource)) {
			if (stream == null) {
				throw new IOException("The runtime was packed without its part " + resource);
			}
			return stream.readAllBytes();
		}
	}

}

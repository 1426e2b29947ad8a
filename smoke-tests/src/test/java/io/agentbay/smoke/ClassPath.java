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

package io.agentbay.smoke;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The class path of a small application: that of the tests without the jars that the
 * application would not have.
 */
final class ClassPath implements AutoCloseable {

	private static final String TOMCAT_FACTORY = "org.apache.catalina.webresources.TomcatURLStreamHandlerFactory";

	private final URLClassLoader classLoader;

	private ClassPath(URLClassLoader classLoader) {
		this.classLoader = classLoader;
		keepTomcatOffTheJvm();
	}

	/** Only one Tomcat of a JVM can serve its kind of addresses, and none has to. */
	private void keepTomcatOffTheJvm() {
		if (has(TOMCAT_FACTORY)) {
			try {
				Class.forName(TOMCAT_FACTORY, true, this.classLoader).getMethod("disable").invoke(null);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	/** Jars are left out by the start of their names. */
	static ClassPath without(List<String> jars) {
		URL[] urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter((entry) -> jars.stream().noneMatch(entry.getFileName().toString()::startsWith))
			.map(ClassPath::url)
			.toArray(URL[]::new);
		return new ClassPath(new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()));
	}

	private static URL url(Path entry) {
		try {
			return entry.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	boolean has(String type) {
		try {
			Class.forName(type, false, this.classLoader);
			return true;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

	/** Call a static method on this class path, as its own application would. */
	Object call(Class<?> type, String method, String[] arguments) throws ReflectiveOperationException {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(this.classLoader);
		try {
			return Class.forName(type.getName(), true, this.classLoader)
				.getMethod(method, String[].class)
				.invoke(null, (Object) arguments);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	@Override
	public void close() throws IOException {
		this.classLoader.close();
	}

}

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

package io.agentbay.testing;

import java.nio.file.Path;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;

/**
 * The classes of the client, without tests and without the local runtime. They are read
 * once: that takes seconds.
 */
public final class ProductionClasses implements LocationProvider {

	private static final Path PLACE = Path.of("target/classes");

	/** Reads them, or has them already. */
	public static JavaClasses get() {
		return Read.CLASSES;
	}

	@Override
	public Set<Location> get(Class<?> test) {
		return Set.of(Location.of(PLACE));
	}

	private static final class Read {

		private static final JavaClasses CLASSES = new ClassFileImporter().importPath(PLACE);

	}

}

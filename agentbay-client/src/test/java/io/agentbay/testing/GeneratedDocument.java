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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A document that is written from the code. It is checked, and only written when that is
 * asked for.
 */
public final class GeneratedDocument {

	private static final String WRITE = "agentbay.test.write-documents";

	private GeneratedDocument() {
	}

	public static void check(String name, String expected) throws IOException {
		Path document = Path.of("..", "docs", name);
		if (Boolean.getBoolean(WRITE)) {
			Files.writeString(document, expected);
		}
		assertThat(Files.readString(document))
			.as("docs/%s is out of date: run this test with -D%s=true and commit it", name, WRITE)
			.isEqualTo(expected);
	}

}

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

package io.agentbay;

import java.util.concurrent.atomic.AtomicInteger;

import io.agentbay.testing.ReactiveFace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions whose operations are subscribed to on a thread that must not wait.
 */
class ReactiveFaceSessionTests extends SessionScenarios {

	private AtomicInteger operations;

	ReactiveFaceSessionTests() {
		super(true);
	}

	@BeforeAll
	void move() {
		this.operations = ReactiveFace.install();
	}

	@AfterAll
	void moveBack() {
		ReactiveFace.uninstall();
		assertThat(this.operations).hasPositiveValue();
	}

}

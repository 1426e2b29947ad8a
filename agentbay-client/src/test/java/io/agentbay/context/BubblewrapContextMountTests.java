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

package io.agentbay.context;

import io.agentbay.local.Isolation;
import io.agentbay.local.LocalAgentBay;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Contexts that are mounted behind walls made by bubblewrap.
 */
@EnabledIf(value = "io.agentbay.context.BubblewrapContextMountTests#works",
		disabledReason = "bubblewrap does not work here (Debian package: bubblewrap)")
class BubblewrapContextMountTests extends ContextMountSuite {

	BubblewrapContextMountTests() {
		super(Isolation.BUBBLEWRAP);
	}

	static boolean works() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start()) {
			return runtime.isolation() == Isolation.BUBBLEWRAP;
		}
	}

}

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

package io.agentbay.sample;

import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The pools of the workbench, where there is one.
 */
@TestPropertySource(properties = { "agentbay.pool.enabled=true", "agentbay.pool.images=code_latest",
		"agentbay.pool.min-idle=1", "agentbay.pool.max-size=3" })
class PoolPanelTests extends AbstractWorkbenchTests {

	@Test
	void aPoolIsShownWithItsFigures() {
		tab("Metrics");
		assertThat(this.page.locator("#pool-list tr")).hasText("code_latest1003");
		assertThat(this.page.locator("#no-pool")).isHidden();
		assertAccessible();
	}

}

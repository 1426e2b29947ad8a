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

package io.agentbay.agent;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A task for the agent of the browser.
 *
 * @param task what is to be done, in words
 * @param useVision whether the agent looks at pictures of the page; default false
 * @param fullPageScreenshot whether they show the whole page; default false
 * @param outputSchema the JSON schema of the product as text; {@code null} for an object
 * with one text named {@code result}
 */
public record BrowserTask(String task, boolean useVision, boolean fullPageScreenshot, @Nullable String outputSchema) {

	public BrowserTask {
		Assert.hasText(task, "'task' must not be empty");
		Assert.isTrue(outputSchema == null || outputSchema.strip().startsWith("{"),
				"'outputSchema' must be a JSON object");
	}

	/**
	 * Describe a task.
	 * @param task what is to be done, in words
	 * @return the task
	 */
	public static BrowserTask of(String task) {
		return new BrowserTask(task, false, false, null);
	}

	/**
	 * Return this task with or without pictures.
	 * @param useVision whether the agent looks at pictures of the page
	 * @return a changed copy
	 */
	public BrowserTask withUseVision(boolean useVision) {
		return new BrowserTask(this.task, useVision, this.fullPageScreenshot, this.outputSchema);
	}

	/**
	 * Return this task with pictures of the whole page or not.
	 * @param fullPageScreenshot whether they show the whole page
	 * @return a changed copy
	 */
	public BrowserTask withFullPageScreenshot(boolean fullPageScreenshot) {
		return new BrowserTask(this.task, this.useVision, fullPageScreenshot, this.outputSchema);
	}

	/**
	 * Return this task with a form of its product.
	 * @param outputSchema the JSON schema of the product as text
	 * @return a changed copy
	 */
	public BrowserTask withOutputSchema(@Nullable String outputSchema) {
		return new BrowserTask(this.task, this.useVision, this.fullPageScreenshot, outputSchema);
	}

}

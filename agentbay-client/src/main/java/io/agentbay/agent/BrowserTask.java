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

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * A task for the agent of the browser.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class BrowserTask {

	private final String task;

	private final boolean vision;

	private final boolean fullPageScreenshot;

	private final @Nullable String outputSchema;

	private BrowserTask(String task, boolean vision, boolean fullPageScreenshot, @Nullable String outputSchema) {
		this.task = task;
		this.vision = vision;
		this.fullPageScreenshot = fullPageScreenshot;
		this.outputSchema = outputSchema;
	}

	/**
	 * Describe a task. The agent reads the page instead of looking at pictures, and the
	 * product is an object with one text named {@code result}.
	 * @param task what is to be done, in words
	 * @return the task
	 * @throws IllegalArgumentException if the text is blank
	 */
	public static BrowserTask of(String task) {
		Assert.hasText(task, "'task' must not be empty");
		return new BrowserTask(task, false, false, null);
	}

	/**
	 * Return this task with or without pictures.
	 * @param vision whether the agent looks at pictures of the page
	 * @return a changed copy
	 */
	public BrowserTask withVision(boolean vision) {
		return new BrowserTask(this.task, vision, this.fullPageScreenshot, this.outputSchema);
	}

	/**
	 * Return this task with pictures of the whole page or not.
	 * @param fullPageScreenshot whether they show the whole page
	 * @return a changed copy
	 */
	public BrowserTask withFullPageScreenshot(boolean fullPageScreenshot) {
		return new BrowserTask(this.task, this.vision, fullPageScreenshot, this.outputSchema);
	}

	/**
	 * Return this task with a form of its product.
	 * @param outputSchema the JSON schema of the product as text
	 * @return a changed copy
	 * @throws IllegalArgumentException if the text is not a JSON object
	 */
	public BrowserTask withOutputSchema(String outputSchema) {
		Assert.isTrue(outputSchema != null && outputSchema.strip().startsWith("{"),
				"'outputSchema' must be a JSON object");
		return new BrowserTask(this.task, this.vision, this.fullPageScreenshot, outputSchema);
	}

	/**
	 * Return what is to be done.
	 * @return the task, in words
	 */
	public String task() {
		return this.task;
	}

	/**
	 * Return whether the agent looks at pictures of the page.
	 * @return whether it does
	 */
	public boolean vision() {
		return this.vision;
	}

	/**
	 * Return whether the pictures show the whole page.
	 * @return whether they do
	 */
	public boolean fullPageScreenshot() {
		return this.fullPageScreenshot;
	}

	/**
	 * Return the JSON schema of the product.
	 * @return the schema as text, {@code null} for an object with one text named
	 * {@code result}
	 */
	public @Nullable String outputSchema() {
		return this.outputSchema;
	}

	@Override
	public String toString() {
		return "BrowserTask[task=" + this.task + ", vision=" + this.vision + ", fullPageScreenshot="
				+ this.fullPageScreenshot + ", outputSchema=" + this.outputSchema + "]";
	}

}

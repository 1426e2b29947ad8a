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

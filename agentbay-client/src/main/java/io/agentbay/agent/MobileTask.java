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

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * A task for the agent of the phone.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class MobileTask {

	private static final int DEFAULT_STEPS = 50;

	private final String task;

	private final int maxSteps;

	private MobileTask(String task, int maxSteps) {
		this.task = task;
		this.maxSteps = maxSteps;
	}

	/**
	 * Describe a task of at most fifty steps.
	 * @param task what is to be done, in words
	 * @return the task
	 * @throws IllegalArgumentException if the text is blank
	 */
	public static MobileTask of(String task) {
		Assert.hasText(task, "'task' must not be empty");
		return new MobileTask(task, DEFAULT_STEPS);
	}

	/**
	 * Return this task with a limit to its steps.
	 * @param maxSteps how many steps the agent may take, at least 1
	 * @return a changed copy
	 * @throws IllegalArgumentException if the number is below 1
	 */
	public MobileTask withMaxSteps(int maxSteps) {
		Assert.isTrue(maxSteps >= 1, "'maxSteps' must be at least 1");
		return new MobileTask(this.task, maxSteps);
	}

	/**
	 * Return what is to be done.
	 * @return the task, in words
	 */
	public String task() {
		return this.task;
	}

	/**
	 * Return how many steps the agent may take.
	 * @return the number
	 */
	public int maxSteps() {
		return this.maxSteps;
	}

	@Override
	public String toString() {
		return "MobileTask[task=" + this.task + ", maxSteps=" + this.maxSteps + "]";
	}

}

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

package io.agentbay.internal.http;

/**
 * Keeps the share of repeated calls small. When most calls fail, repeating each of them
 * only adds to the load that makes them fail: every call pays in a fraction of a repeat,
 * every repeat takes a whole one, and when nothing is left calls are not repeated.
 */
final class RetryBudget {

	private final double ratio;

	private final double reserve;

	private double balance;

	/**
	 * Create a budget.
	 * @param ratio what each call pays in
	 * @param reserve the balance at the start, and the highest one
	 */
	RetryBudget(double ratio, int reserve) {
		this.ratio = ratio;
		this.reserve = reserve;
		this.balance = reserve;
	}

	/** A call begins. */
	synchronized void deposit() {
		this.balance = Math.min(this.reserve, this.balance + this.ratio);
	}

	/**
	 * Take the right to repeat a call.
	 * @return whether there was one left
	 */
	synchronized boolean withdraw() {
		if (this.balance < 1) {
			return false;
		}
		this.balance -= 1;
		return true;
	}

}

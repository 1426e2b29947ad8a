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

package io.agentbay.boot.test.assertj;

import org.springframework.util.Assert;

/**
 * How many times something is expected.
 *
 * @param min the smallest number
 * @param max the largest number
 * @since 0.1.0
 */
public record Times(int min, int max) {

	public Times {
		Assert.isTrue(min >= 0 && max >= min, "'max' must not be less than 'min', and neither less than zero");
	}

	boolean include(int number) {
		return number >= this.min && number <= this.max;
	}

	@Override
	public String toString() {
		if (this.min == this.max) {
			return (this.min == 0) ? "never" : inWords(this.min);
		}
		return (this.max == Integer.MAX_VALUE) ? "at least " + inWords(this.min)
				: "%s to %s".formatted(this.min, inWords(this.max));
	}

	static String inWords(int number) {
		return (number == 1) ? "once" : number + " times";
	}

}

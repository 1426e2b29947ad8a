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

package io.agentbay.ai.governance.rule;

/**
 * Whether something is what a pattern means.
 */
enum Match {

	YES, NO,

	/** The text does not tell. */
	UNKNOWN;

	static Match of(boolean matches) {
		return matches ? YES : NO;
	}

	/** All of it must be: what is certain not to be decides. */
	Match and(Match other) {
		if (this == NO || other == NO) {
			return NO;
		}
		return (this == UNKNOWN || other == UNKNOWN) ? UNKNOWN : YES;
	}

	/** Any of it may be: what is certain to be decides. */
	Match or(Match other) {
		if (this == YES || other == YES) {
			return YES;
		}
		return (this == UNKNOWN || other == UNKNOWN) ? UNKNOWN : NO;
	}

}

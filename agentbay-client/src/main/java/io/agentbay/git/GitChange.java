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

package io.agentbay.git;

/**
 * What happened to a file, the changes that matter most first.
 *
 * @since 0.1.0
 */
public enum GitChange {

	/** Changes contradict each other. */
	CONFLICT('U'),

	/** It has another name. */
	RENAMED('R'),

	/** It was made from another file. */
	COPIED('C'),

	/** It is gone. */
	DELETED('D'),

	/** It is new. */
	ADDED('A'),

	/** Its content is another. */
	MODIFIED('M'),

	/** It is another kind of file. */
	TYPE_CHANGED('T'),

	/** It is not in the repository. */
	UNTRACKED('?'),

	/** Something that is not known here. */
	UNKNOWN('\0');

	private final char letter;

	GitChange(char letter) {
		this.letter = letter;
	}

	static GitChange of(char index, char workTree) {
		if ((index == 'A' || index == 'D') && index == workTree) {
			return CONFLICT;
		}
		for (GitChange change : values()) {
			if (change.letter == index || change.letter == workTree) {
				return change;
			}
		}
		return UNKNOWN;
	}

}

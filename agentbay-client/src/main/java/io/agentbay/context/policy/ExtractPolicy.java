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

package io.agentbay.context.policy;

import org.springframework.lang.CheckReturnValue;

/**
 * What becomes of archives that are downloaded into the session.
 *
 * @param extract whether they are unpacked; default true
 * @param deleteSrcFile whether the archive is deleted then; default true
 * @param extractToCurrentFolder whether they are unpacked beside the archive rather than
 * into a folder of their name; default false
 * @since 0.1.0
 */
@CheckReturnValue
public record ExtractPolicy(boolean extract, boolean deleteSrcFile, boolean extractToCurrentFolder) {

	/**
	 * Return the default policy.
	 * @return the defaults
	 */
	public static ExtractPolicy defaults() {
		return new ExtractPolicy(true, true, false);
	}

	/**
	 * Return this policy without unpacking.
	 * @return a changed copy
	 */
	public ExtractPolicy withoutExtract() {
		return new ExtractPolicy(false, this.deleteSrcFile, this.extractToCurrentFolder);
	}

	/**
	 * Return this policy for archives that stay when they are unpacked.
	 * @return a changed copy
	 */
	public ExtractPolicy withoutDeleteSrcFile() {
		return new ExtractPolicy(this.extract, false, this.extractToCurrentFolder);
	}

	/**
	 * Return this policy for archives that are unpacked beside themselves.
	 * @return a changed copy
	 */
	public ExtractPolicy withExtractToCurrentFolder() {
		return new ExtractPolicy(this.extract, this.deleteSrcFile, true);
	}

}

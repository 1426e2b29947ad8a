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

package io.agentbay.browser;

import java.util.Arrays;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * A picture of a page.
 *
 * @param outcome how the operation ended
 * @param mediaType the form of the picture, such as {@code image/png}; empty on failure
 * @param image the picture, empty on failure
 */
public record PageScreenshotResult(Outcome outcome, String mediaType,
		byte[] image) implements Result<PageScreenshotResult> {

	@Override
	public boolean equals(Object other) {
		return other instanceof PageScreenshotResult that && this.outcome.equals(that.outcome)
				&& this.mediaType.equals(that.mediaType) && Arrays.equals(this.image, that.image);
	}

	@Override
	public int hashCode() {
		return 31 * this.outcome.hashCode() + Arrays.hashCode(this.image);
	}

	@Override
	public String toString() {
		return "PageScreenshotResult[outcome=" + this.outcome + ", mediaType=" + this.mediaType + ", "
				+ this.image.length + " bytes]";
	}

}

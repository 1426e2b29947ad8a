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

import org.springframework.util.Assert;

/**
 * A picture of a page.
 *
 * @param mimeType its media type, {@code image/png} or {@code image/jpeg}
 * @param data the picture
 * @since 0.1.0
 */
public record PageScreenshot(String mimeType, byte[] data) {

	public PageScreenshot {
		Assert.hasText(mimeType, "'mimeType' must not be empty");
		Assert.notNull(data, "'data' must not be null");
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof PageScreenshot that && this.mimeType.equals(that.mimeType)
				&& Arrays.equals(this.data, that.data);
	}

	@Override
	public int hashCode() {
		return 31 * this.mimeType.hashCode() + Arrays.hashCode(this.data);
	}

	/** Without the picture: it shows what is the user's. */
	@Override
	public String toString() {
		return "PageScreenshot[%s, %s bytes]".formatted(this.mimeType, this.data.length);
	}

}

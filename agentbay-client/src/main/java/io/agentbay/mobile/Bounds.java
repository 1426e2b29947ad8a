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

package io.agentbay.mobile;

/**
 * Where something is on the screen, in pixels from its upper left corner.
 *
 * @param left its left edge
 * @param top its upper edge
 * @param right its right edge
 * @param bottom its lower edge
 * @since 0.1.0
 */
public record Bounds(int left, int top, int right, int bottom) {

	/**
	 * Return the middle.
	 * @return how far it is to the right
	 */
	public int centerX() {
		return (this.left + this.right) / 2;
	}

	/**
	 * Return the middle.
	 * @return how far down it is
	 */
	public int centerY() {
		return (this.top + this.bottom) / 2;
	}

}

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

package io.agentbay.local.internal.desktop;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

import io.agentbay.local.internal.path.Place;

/**
 * The memory that an X server draws into, a file in the format XWD: a header of numbers
 * of four bytes, a table of colours, and the lines of the picture.
 */
final class FrameBuffer {

	private static final int HEADER = 100;

	private static final int COLOUR = 12;

	private static final int MAX_BYTES = 64 * 1024 * 1024;

	private FrameBuffer() {
	}

	static BufferedImage read(Place file) throws IOException {
		if (!file.isFile()) {
			throw unreadable();
		}
		return image(ByteBuffer.wrap(file.bytes(MAX_BYTES)));
	}

	private static BufferedImage image(ByteBuffer buffer) throws IOException {
		if (buffer.remaining() < HEADER || buffer.getInt(4) != 7 || buffer.getInt(44) != 32) {
			throw unreadable();
		}
		int width = buffer.getInt(16);
		int height = buffer.getInt(20);
		int line = buffer.getInt(48);
		long start = buffer.getInt(0) + (long) buffer.getInt(76) * COLOUR;
		if (width <= 0 || height <= 0 || line < width * 4L || start < HEADER
				|| start + (long) line * height > buffer.limit()) {
			throw unreadable();
		}
		ByteOrder order = (buffer.getInt(28) == 0) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
		for (int y = 0; y < height; y++) {
			IntBuffer row = buffer.slice((int) start + y * line, width * 4).order(order).asIntBuffer();
			row.get(pixels, y * width, width);
		}
		return image;
	}

	private static IOException unreadable() {
		return new IOException("The memory of the display was changed by somebody and cannot be read");
	}

}

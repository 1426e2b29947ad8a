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

package io.agentbay.local.internal.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A format in which pictures are handed out.
 */
public enum PictureFormat {

	/**
	 * PNG.
	 */
	PNG,

	/**
	 * JPEG.
	 */
	JPEG;

	private static final int DEFAULT_QUALITY = 80;

	/**
	 * Find a format.
	 * @param name {@code png}, {@code jpeg} or {@code jpg}
	 * @return the format
	 */
	public static PictureFormat of(String name) {
		return name.equals("png") ? PNG : JPEG;
	}

	/**
	 * The format's name.
	 * @return {@code png} or {@code jpeg}
	 */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Its media type.
	 * @return the media type
	 */
	public String mimeType() {
		return "image/" + wireName();
	}

	/**
	 * Write a picture in the format's ordinary quality.
	 * @param image the picture
	 * @return its bytes
	 * @throws IOException if that is not possible
	 */
	public byte[] encode(BufferedImage image) throws IOException {
		return encode(image, DEFAULT_QUALITY);
	}

	/**
	 * Write a picture.
	 * @param image the picture
	 * @param quality from 1 to 100; PNG has no such thing and ignores it
	 * @return its bytes
	 * @throws IOException if that is not possible
	 */
	public byte[] encode(BufferedImage image, int quality) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName(wireName()).next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
			ImageWriteParam parameters = writer.getDefaultWriteParam();
			if (this == JPEG) {
				parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
				parameters.setCompressionQuality(quality / 100f);
			}
			writer.setOutput(output);
			writer.write(null, new IIOImage(opaque(image), null, null), parameters);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	private static BufferedImage opaque(BufferedImage image) {
		if (image.getType() == BufferedImage.TYPE_INT_RGB) {
			return image;
		}
		BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = opaque.createGraphics();
		graphics.drawImage(image, 0, 0, null);
		graphics.dispose();
		return opaque;
	}

}

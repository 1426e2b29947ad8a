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

package io.agentbay.local.internal.adb;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One long picture of several that were taken while somebody scrolled down: what they
 * have in common tells how far. Bars at the upper and lower end may stay where they are.
 */
final class LongPicture {

	/**
	 * Part of the rows that have to agree: a clock may go on meanwhile, and what is cut
	 * off at an edge be drawn in another way.
	 */
	private static final double AGREEMENT = 0.75;

	/**
	 * How much of the height somebody may have scrolled; less in common says too little.
	 */
	private static final double MAX_SHIFT = 0.6;

	private final int width;

	private final List<int[]> rows = new ArrayList<>();

	private int[][] last;

	LongPicture(BufferedImage first) {
		this.width = first.getWidth();
		this.last = rows(first);
		this.rows.addAll(List.of(this.last));
	}

	/**
	 * Add the next picture.
	 * @return false when it shows nothing more, or nothing that follows
	 */
	boolean add(BufferedImage next) {
		int[][] now = rows(next);
		int height = this.last.length;
		if (next.getWidth() != this.width || now.length != height) {
			return false;
		}
		int top = 0;
		while (top < height && Arrays.equals(now[top], this.last[top])) {
			top++;
		}
		int bottom = 0;
		while (bottom < height - top && Arrays.equals(now[height - 1 - bottom], this.last[height - 1 - bottom])) {
			bottom++;
		}
		int shift = shift(now, top, height - bottom);
		if (shift > 0) {
			// The seam is in the middle of what both show, far from the edges.
			int half = (height - bottom - top - shift) / 2;
			this.rows.subList(this.rows.size() - bottom - half, this.rows.size()).clear();
			this.rows.addAll(List.of(now).subList(height - bottom - half - shift, height));
			this.last = now;
		}
		return shift > 0;
	}

	BufferedImage image() {
		BufferedImage image = new BufferedImage(this.width, this.rows.size(), BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < this.rows.size(); y++) {
			image.setRGB(0, y, this.width, 1, this.rows.get(y), 0, this.width);
		}
		return image;
	}

	/**
	 * By how many rows the part that moves has moved up, 0 if that cannot be told.
	 */
	private int shift(int[][] now, int from, int to) {
		int[] before = hashes(this.last);
		int[] after = hashes(now);
		int best = 0;
		double most = AGREEMENT;
		int limit = (int) Math.min(to - from - 1, now.length * MAX_SHIFT);
		for (int shift = 1; shift <= limit; shift++) {
			int same = 0;
			for (int y = from; y < to - shift; y++) {
				same += (after[y] == before[y + shift]) ? 1 : 0;
			}
			double agreement = same / (double) (to - shift - from);
			if (agreement > most) {
				most = agreement;
				best = shift;
			}
		}
		return best;
	}

	private static int[] hashes(int[][] rows) {
		return Arrays.stream(rows).mapToInt(Arrays::hashCode).toArray();
	}

	private static int[][] rows(BufferedImage image) {
		int[][] rows = new int[image.getHeight()][];
		for (int y = 0; y < rows.length; y++) {
			rows[y] = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
		}
		return rows;
	}

}

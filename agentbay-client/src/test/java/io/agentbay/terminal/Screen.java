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

package io.agentbay.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a person would see on a terminal: as much of a terminal's language as full-screen
 * programs speak.
 */
final class Screen {

	private final StringBuilder sequence = new StringBuilder();

	private final int columns;

	private final int rows;

	private final char[][] cells;

	private int column;

	private int row;

	private int top;

	private int bottom;

	private int savedColumn;

	private int savedRow;

	private boolean escaped;

	private boolean alternate;

	Screen(int columns, int rows) {
		this.columns = columns;
		this.rows = rows;
		this.bottom = rows - 1;
		this.cells = new char[rows][columns];
		erase(0, rows * columns);
	}

	synchronized void show(String text) {
		text.chars().forEach((character) -> show((char) character));
	}

	private void show(char character) {
		if (this.escaped) {
			this.sequence.append(character);
			if (isWhole()) {
				this.escaped = false;
				carryOut(this.sequence.toString());
				this.sequence.setLength(0);
			}
			return;
		}
		switch (character) {
			case 27 -> this.escaped = true;
			case '\r' -> this.column = 0;
			case '\n' -> down();
			case '\b' -> this.column = Math.max(0, this.column - 1);
			case '\t' -> this.column = Math.min(this.columns - 1, (this.column / 8 + 1) * 8);
			case 7, 14, 15 -> {
			}
			default -> put(character);
		}
	}

	private boolean isWhole() {
		char first = this.sequence.charAt(0);
		char last = this.sequence.charAt(this.sequence.length() - 1);
		return switch (first) {
			case '[' -> this.sequence.length() > 1 && last >= '@' && last <= '~';
			case ']', 'P' -> last == 7 || this.sequence.indexOf("\u001b\\") > 0;
			case '(', ')', '#', '%' -> this.sequence.length() == 2;
			default -> true;
		};
	}

	private void put(char character) {
		if (this.column == this.columns) {
			this.column = 0;
			down();
		}
		this.cells[this.row][this.column++] = character;
	}

	private void down() {
		if (this.row == this.bottom) {
			scroll(this.top, 1);
		}
		else {
			this.row = Math.min(this.rows - 1, this.row + 1);
		}
	}

	private void scroll(int from, int lines) {
		for (int number = 0; number < Math.abs(lines); number++) {
			if (lines > 0) {
				System.arraycopy(this.cells, from + 1, this.cells, from, this.bottom - from);
				this.cells[this.bottom] = blank();
			}
			else {
				System.arraycopy(this.cells, from, this.cells, from + 1, this.bottom - from);
				this.cells[from] = blank();
			}
		}
	}

	private char[] blank() {
		char[] line = new char[this.columns];
		Arrays.fill(line, ' ');
		return line;
	}

	private void carryOut(String text) {
		switch (text.charAt(0)) {
			case '[' -> control(text.substring(1, text.length() - 1), text.charAt(text.length() - 1));
			case '7' -> save();
			case '8' -> restore();
			case 'M' -> {
				if (this.row == this.top) {
					scroll(this.top, -1);
				}
				else {
					this.row = Math.max(0, this.row - 1);
				}
			}
			default -> {
				// Colours, titles and the like.
			}
		}
	}

	private void control(String parameters, char kind) {
		if (!parameters.isEmpty() && !Character.isDigit(parameters.charAt(0)) && parameters.charAt(0) != ';') {
			if (parameters.equals("?1049")) {
				this.alternate = kind == 'h';
				erase(0, this.rows * this.columns);
			}
			return;
		}
		List<Integer> numbers = numbers(parameters);
		int first = numbers.get(0);
		int count = Math.max(1, first);
		int here = this.row * this.columns + Math.min(this.column, this.columns - 1);
		switch (kind) {
			case 'A' -> this.row = Math.max(0, this.row - count);
			case 'B' -> this.row = Math.min(this.rows - 1, this.row + count);
			case 'C' -> this.column = Math.min(this.columns - 1, this.column + count);
			case 'D' -> this.column = Math.max(0, this.column - count);
			case 'G' -> this.column = Math.min(this.columns, count) - 1;
			case 'd' -> this.row = Math.min(this.rows, count) - 1;
			case 'H', 'f' -> {
				this.row = Math.min(this.rows, count) - 1;
				this.column = Math.min(this.columns, (numbers.size() > 1) ? Math.max(1, numbers.get(1)) : 1) - 1;
			}
			case 'J' -> erase((first == 0) ? here : 0, (first == 1) ? here + 1 : this.rows * this.columns);
			case 'K' -> erase((first == 0) ? here : this.row * this.columns,
					(first == 1) ? here + 1 : (this.row + 1) * this.columns);
			case 'X' -> erase(here, Math.min(here + count, (this.row + 1) * this.columns));
			case 'L' -> scroll(this.row, -count);
			case 'M' -> scroll(this.row, count);
			case 'S' -> scroll(this.top, count);
			case 'T' -> scroll(this.top, -count);
			case 'P' -> remove(count);
			case '@' -> insert(count);
			case 'r' -> {
				this.top = count - 1;
				this.bottom = ((numbers.size() > 1 && numbers.get(1) > 0) ? numbers.get(1) : this.rows) - 1;
				this.row = 0;
				this.column = 0;
			}
			case 's' -> save();
			case 'u' -> restore();
			default -> {
				// Colours and modes.
			}
		}
	}

	private static List<Integer> numbers(String parameters) {
		List<Integer> numbers = new ArrayList<>();
		for (String part : parameters.split(";", -1)) {
			numbers.add(part.matches("\\d{1,6}") ? Integer.parseInt(part) : 0);
		}
		return numbers;
	}

	private void remove(int count) {
		char[] line = this.cells[this.row];
		for (int at = this.column; at < this.columns; at++) {
			line[at] = (at + count < this.columns) ? line[at + count] : ' ';
		}
	}

	private void insert(int count) {
		char[] line = this.cells[this.row];
		for (int at = this.columns - 1; at >= this.column; at--) {
			line[at] = (at - count >= this.column) ? line[at - count] : ' ';
		}
	}

	private void erase(int from, int to) {
		for (int cell = from; cell < to; cell++) {
			this.cells[cell / this.columns][cell % this.columns] = ' ';
		}
	}

	private void save() {
		this.savedColumn = this.column;
		this.savedRow = this.row;
	}

	private void restore() {
		this.column = this.savedColumn;
		this.row = this.savedRow;
	}

	/** Whether a full-screen program has it. */
	synchronized boolean isAlternate() {
		return this.alternate;
	}

	synchronized String line(int number) {
		return new String(this.cells[number]).stripTrailing();
	}

	synchronized String text() {
		StringBuilder text = new StringBuilder();
		for (int number = 0; number < this.rows; number++) {
			text.append(new String(this.cells[number]).stripTrailing()).append('\n');
		}
		return text.toString();
	}

}

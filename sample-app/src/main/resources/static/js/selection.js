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

// Which session the panels work in. Panels listen, and nobody else knows them.

const listeners = [];
let selected = null;
let changes = 0;

export function session() {
	if (!selected) {
		throw new Error('Start or select a session first');
	}
	return `sessions/${encodeURIComponent(selected.id)}`;
}

export const selectedSession = () => selected;

/** How often another session was selected: what was asked for before may be out of date. */
export const selections = () => changes;

export function select(next) {
	const changed = selected?.id !== next?.id;
	selected = next;
	if (changed) {
		changes++;
		listeners.forEach((listener) => listener(next));
	}
}

export function onSelect(listener) {
	listeners.push(listener);
}

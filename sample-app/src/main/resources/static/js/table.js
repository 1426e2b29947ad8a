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

import { element } from './dom.js';

/**
 * Make a table of the first one in HTML that code has left: cells and their texts are taken,
 * everything else, such as scripts, styles and handlers, is left behind.
 * @returns the table, null if there is none
 */
export function table(html) {
	const found = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
	if (!found) {
		return null;
	}
	const rows = [...found.rows].map((row) => element('tr', {}, ...[...row.cells].map(cell)));
	const shown = element('div', { className: 'wide', tabIndex: 0 }, element('table', {}, element('tbody', {}, ...rows)));
	shown.setAttribute('role', 'region');
	shown.setAttribute('aria-label', 'Table that the code has made');
	return shown;
}

function cell(from) {
	return element((from.tagName === 'TH') ? 'th' : 'td', { textContent: from.textContent, colSpan: from.colSpan });
}

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

import { element, svg } from './dom.js';

const KEPT = 60;

/** A line of the last values, drawn as SVG, with the last one in words. */
export function plot(title, unit) {
	const values = [];
	const line = svg('polyline');
	const picture = svg('svg', { viewBox: `0 0 ${KEPT - 1} 100`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, line);
	const caption = element('figcaption', { textContent: title });
	const draw = () => {
		const most = Math.max(1, ...values) * 1.1;
		line.setAttribute('points', values.map((value, at) => `${at},${100 - value / most * 100}`).join(' '));
		caption.textContent = (values.length === 0) ? title : `${title}: ${format(values.at(-1))} ${unit}`;
	};
	return {
		figure: element('figure', {}, caption, picture),
		add(value) {
			values.push(value);
			values.splice(0, values.length - KEPT);
			draw();
		},
		clear() {
			values.length = 0;
			draw();
		}
	};
}

const format = (value) => value.toLocaleString('en', { maximumFractionDigits: 1 });

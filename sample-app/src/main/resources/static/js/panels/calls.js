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

import { get } from '../api.js';
import { byId, element, svg } from '../dom.js';
import { whileShown } from '../tabs.js';

const INTERVAL = 2000;

const SHOWN = 30;

/** The last calls as a waterfall, and the last errors. */
export function calls() {
	whileShown(byId('calls'), INTERVAL, async () => {
		const last = (await get('calls')).slice(-SHOWN);
		const from = Math.min(...last.map(({ start }) => start));
		const until = Math.max(...last.map(({ start, duration }) => start + duration));
		byId('call-list').replaceChildren(...last.map((call) => row(call, from, until - from || 1)).reverse());
		const { recentErrors } = await get('actuator/agentbay');
		byId('error-list').replaceChildren(...(recentErrors.length ? recentErrors.map(error)
			: [element('li', { textContent: 'None' })]));
	});
}

function row({ name, start, duration, outcome }, from, span) {
	const bar = svg('rect', { x: (start - from) / span * 99, width: Math.max(1, duration / span * 100), height: 10 });
	const picture = svg('svg', { viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, bar);
	return element('tr', { className: (outcome === 'SUCCESS') ? '' : 'failed' },
		element('td', { textContent: name }), element('td', { textContent: outcome ?? '' }),
		element('td', { textContent: `${duration} ms` }), element('td', {}, picture));
}

function error({ at, operation, failure, message, requestId }) {
	const when = new Date(at).toLocaleTimeString();
	return element('li', { textContent: `${when} ${operation}: ${failure}${message ? `, ${message}` : ''}${requestId ? `, request ${requestId}` : ''}` });
}

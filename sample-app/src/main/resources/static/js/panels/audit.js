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
import { byId, element } from '../dom.js';
import { whileShown } from '../tabs.js';

const INTERVAL = 2000;

/** What models have done, and who let them: as it was recorded, and whether it still is. */
export function audit() {
	whileShown(byId('audit'), INTERVAL, async () => {
		const { verification, entries } = await get('audit');
		const { checked, sequence, problem } = verification;
		const intact = problem === null || problem === undefined;
		say(intact ? `${checked} records, and their chain of hashes is intact`
			: `The record ${sequence} breaks the chain: ${problem}`, intact ? 'good' : 'bad');
		byId('audit-list').replaceChildren(...entries.map(row).reverse());
	});
}

/** Said only when it is new, for those who listen to the page. */
function say(text, className) {
	if (byId('audit-state').textContent !== text) {
		Object.assign(byId('audit-state'), { textContent: text, className });
	}
}

function row({ sequence, hash, record }) {
	const decision = `${record.decision.toLowerCase()} by ${record.decidedBy}${record.reason ? `: ${record.reason}` : ''}`;
	const outcome = [record.outcome.toLowerCase().replace('_', ' '), record.failure].filter(Boolean).join(': ');
	const cells = [sequence, new Date(record.time).toLocaleTimeString(), record.conversation ?? '', record.tool,
		record.arguments, decision, outcome, `${record.durationMillis} ms`]
		.map((content) => element('td', { textContent: content }));
	cells[0].title = hash;
	return element('tr', {}, ...cells);
}

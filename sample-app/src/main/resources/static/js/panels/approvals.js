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

import { get, post } from '../api.js';
import { button, byId, element, say } from '../dom.js';
import { whileShown } from '../tabs.js';

const INTERVAL = 1000;

/** What was decided here: an answer that is older may still have it. */
const decided = new Set();

/** Calls that a rule wants a person to decide on, from the starter's endpoint. */
export function approvals() {
	whileShown(byId('chat'), INTERVAL, refresh);
}

async function refresh() {
	const { pending: asked } = await get('actuator/agentbayapprovals');
	const pending = asked.filter(({ id }) => !decided.has(id));
	const list = byId('approval-list');
	for (const shown of [...list.children]) {
		if (!pending.some(({ id }) => id === shown.dataset.id)) {
			shown.remove();
		}
	}
	for (const one of pending) {
		const shown = [...list.children].find(({ dataset }) => dataset.id === one.id) ?? add(list, one);
		shown.querySelector('.left').textContent = timeLeft(one.expiresAt);
	}
	byId('approvals').hidden = pending.length === 0;
}

/** Elements that are there stay, so that the focus stays where it is. */
function add(list, { id, tool, arguments: given, conversation, reason, askedBy }) {
	const why = element('input', { type: 'text', autocomplete: 'off' });
	const decide = (decision) => async () => {
		await post(`actuator/agentbayapprovals/${encodeURIComponent(id)}`,
			{ decision, by: 'you, in the workbench', ...(why.value && decision === 'decline' ? { reason: why.value } : {}) });
		decided.add(id);
		say(`${decision === 'approve' ? 'Approved' : 'Declined'} ${tool}`);
		await refresh();
	};
	const added = element('li', {},
		element('p', {}, element('strong', { textContent: `May it call ${tool}?` }), ` ${reason ?? ''}`),
		element('pre', { textContent: given }),
		element('p', { className: 'quiet' }, `Asked by ${askedBy} in the conversation ${conversation ?? 'without a name'}. `,
			element('span', { className: 'left' })),
		element('div', { className: 'bar' },
			button('Approve', `Approve ${tool}`, decide('approve')),
			element('label', {}, 'If not, why (the model is told) ', why),
			button('Decline', `Decline ${tool}`, decide('decline'))));
	added.dataset.id = id;
	list.append(added);
	say(`Your approval is asked for: ${tool}`);
	return added;
}

function timeLeft(expiresAt) {
	const seconds = Math.max(0, Math.round((Date.parse(expiresAt) - Date.now()) / 1000));
	return `Time left: ${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

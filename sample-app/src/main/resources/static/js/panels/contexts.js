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

import { get, post, remove } from '../api.js';
import { button, byId, element, onSubmit, report, say } from '../dom.js';

/** List, create and delete contexts, and offer them to new sessions. */
export function contexts() {
	onSubmit(byId('context-form'), async (data) => {
		await post('contexts', { name: data.get('name') });
		say(`Created the context ${data.get('name')}`);
		byId('context-form').reset();
		await refresh();
	});
	byId('contexts').addEventListener('shown', () => report(refresh));
	report(refresh);
}

async function refresh() {
	const listed = await get('contexts');
	byId('context-list').replaceChildren(...listed.map(row));
	const choice = byId('start').elements.contextId;
	const chosen = choice.value;
	choice.replaceChildren(new Option('none', ''), ...listed.map(({ name, id }) => new Option(name, id)));
	choice.value = listed.some(({ id }) => id === chosen) ? chosen : '';
}

function row({ id, name, lastUsedAt }) {
	const cells = [name, id, lastUsedAt ?? ''].map((textContent) => element('td', { textContent }));
	return element('tr', {}, ...cells, element('td', {}, button('Delete', `Delete ${name}`, async () => {
		await remove(`contexts/${encodeURIComponent(id)}`);
		say(`Deleted the context ${name}`);
		await refresh();
	})));
}

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
import { byId, element, onSubmit, report, say } from '../dom.js';
import { select, selectedSession, selections, session } from '../selection.js';

const INTERVAL = 3000;

const MINUTE = 60_000;

/** Start, list, pause, resume and delete sessions. */
export function sessions() {
	onSubmit(byId('start'), start);
	for (const [id, done, action] of [['pause', 'Paused', (path) => post(`${path}/pause`)],
			['resume', 'Resumed', (path) => post(`${path}/resume`)], ['delete', 'Deleted', remove]]) {
		byId(id).addEventListener('click', () => report(async () => {
			const { id: sessionId } = selectedSession();
			say(`${done.replace(/d$/, '')} …`);
			await action(session());
			say(`${done} ${sessionId}`);
			await refresh();
		}));
	}
	report(showLimits);
	const again = () => refresh().catch(() => {}).finally(() => setTimeout(again, INTERVAL));
	again();
}

async function start(data) {
	const begin = Date.now();
	const seconds = () => ((Date.now() - begin) / 1000).toFixed(1);
	const progress = byId('progress');
	const button = byId('start').querySelector('button');
	progress.hidden = false;
	button.disabled = true;
	say(`Starting a session of ${data.get('imageId')} …`);
	try {
		const query = new URLSearchParams({ imageId: data.get('imageId') });
		if (data.get('contextId')) {
			query.set('contextId', data.get('contextId'));
		}
		const created = await (await post(`sessions?${query}`)).json();
		say([`Started ${created.id} in ${seconds()} s`, ...created.warnings].join('. '));
		await refresh(created.id);
	}
	finally {
		progress.hidden = true;
		button.disabled = false;
	}
}

async function showLimits() {
	const { idleSeconds } = await get('sessions/limits');
	byId('limits').textContent = idleSeconds
		? `A session ends by itself when it was not used for ${Math.round(idleSeconds / 60)} min.`
		: 'The service ends sessions that are not used.';
}

/** Show the sessions there are, and select one. */
/** Show the sessions, and select the one that is wanted or stay with the one that is selected. */
export async function refresh(wanted) {
	const before = selections();
	const listed = await get('sessions');
	if (!wanted && selections() !== before) {
		return;
	}
	wanted ??= selectedSession()?.id;
	const chosen = listed.find(({ id }) => id === wanted) ?? listed[0] ?? null;
	show(listed, chosen);
	select(chosen);
}

/** Elements that are there stay, so that the focus stays where it is. */
function show(listed, chosen) {
	const list = byId('session-list');
	for (const item of [...list.children]) {
		if (!listed.some(({ id }) => id === item.dataset.id)) {
			item.remove();
		}
	}
	for (const one of listed) {
		const item = [...list.children].find((child) => child.dataset.id === one.id) ?? create(list, one.id);
		item.querySelector('small').textContent = describe(one);
		item.querySelector('button').setAttribute('aria-current', String(one === chosen));
	}
	byId('session-actions').hidden = !chosen;
}

function create(list, id) {
	const button = element('button', { type: 'button' }, id, element('small'));
	button.addEventListener('click', () => report(() => refresh(id)));
	const item = element('li', {}, button);
	item.dataset.id = id;
	list.append(item);
	return item;
}

function describe({ status, imageId, createdAt, endsAt }) {
	const age = createdAt && Math.floor((Date.now() - Date.parse(createdAt)) / MINUTE);
	const left = endsAt && Math.max(0, Math.ceil((Date.parse(endsAt) - Date.now()) / MINUTE));
	return [imageId ?? 'default image', status.toLowerCase(), createdAt && `${age} min old`,
		endsAt && `ends in ${left} min unless it is used`].filter(Boolean).join(', ');
}

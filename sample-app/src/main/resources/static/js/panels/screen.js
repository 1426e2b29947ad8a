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

import { call, post } from '../api.js';
import { byId, onSubmit, report } from '../dom.js';
import { onSelect, session } from '../selection.js';
import { whileShown } from '../tabs.js';

const INTERVAL = 1000;

const KEYS = ['Enter', 'Backspace', 'Escape', 'ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'];

const TARGETS = { desktop: 'Start program', browser: 'Address', phone: 'Start app (monkey -p …)' };

/** Look at the desktop, the browser or the phone, click on it and type. */
export function screen() {
	const kind = byId('screen-kind');
	kind.addEventListener('change', () => (byId('screen-target-label').textContent = TARGETS[kind.value]));
	onSelect((selected) => {
		byId('screen-live').checked = false;
		forget();
		const image = selected?.imageId ?? '';
		kind.value = image.includes('mobile') ? 'phone' : image.includes('browser') ? 'browser' : 'desktop';
		kind.dispatchEvent(new Event('change'));
	});
	byId('screen-live').addEventListener('change', ({ target }) => target.checked && report(refresh));
	whileShown(byId('screen'), INTERVAL, async () => {
		if (byId('screen-live').checked) {
			await refresh().catch(stop);
		}
	});
	onSubmit(byId('screen-target'), (data) => act('targets', { target: data.get('target') }));
	onSubmit(byId('screen-text'), (data) => act('texts', { text: data.get('text') }));
	byId('screen-enter').addEventListener('click', () => report(() => act('keys', { key: 'Enter' })));
	byId('screen-picture').addEventListener('click', (event) => report(() => act('clicks', position(event))));
	byId('screen-surface').addEventListener('keydown', press);
}

const address = (resource) => `${session()}/screens/${byId('screen-kind').value}/${resource}`;

async function act(resource, body) {
	await post(address(resource), body);
	await refresh();
}

/** Where in the real screen a click on its picture was. */
function position({ offsetX, offsetY, target }) {
	return {
		x: Math.round(offsetX * target.naturalWidth / target.clientWidth),
		y: Math.round(offsetY * target.naturalHeight / target.clientHeight)
	};
}

/** Tab goes on to the next control, so that nobody is caught in the screen. */
function press(event) {
	if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab') {
		return;
	}
	if (event.key.length === 1) {
		report(() => act('texts', { text: event.key }));
	}
	else if (KEYS.includes(event.key)) {
		report(() => act('keys', { key: event.key }));
	}
	else {
		return;
	}
	event.preventDefault();
}

async function refresh() {
	const picture = byId('screen-picture');
	const before = picture.src;
	picture.src = URL.createObjectURL(await (await call(address('picture'))).blob());
	picture.alt = `Screen of the ${byId('screen-kind').value}`;
	byId('screen-state').textContent = `Picture of ${new Date().toLocaleTimeString()}`;
	URL.revokeObjectURL(before);
}

function forget() {
	byId('screen-picture').removeAttribute('src');
	byId('screen-picture').alt = 'No picture yet';
	byId('screen-state').textContent = '';
}

function stop(failure) {
	byId('screen-live').checked = false;
	byId('problem').textContent = failure.message;
}

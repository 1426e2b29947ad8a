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

import { call, get, remove } from '../api.js';
import { button, byId, element, onSubmit, report, say } from '../dom.js';
import { onSelect, session } from '../selection.js';

let directory = '.';

let edited = null;

/** Browse, upload, download, edit and delete files. */
export function files() {
	onSubmit(byId('path-form'), (data) => list(data.get('path')));
	byId('parent').addEventListener('click', () => report(() => list(parent())));
	byId('files').addEventListener('shown', () => report(() => list(directory)));
	byId('upload').addEventListener('change', ({ target }) => report(async () => {
		await upload([...target.files]);
		target.value = '';
	}));
	dropping(byId('drop'));
	onSubmit(byId('editor'), save);
	byId('editor-close').addEventListener('click', () => (byId('editor').hidden = true));
	onSelect((selected) => {
		directory = '.';
		byId('editor').hidden = true;
		byId('file-list').replaceChildren();
		if (selected && !byId('files').hidden) {
			report(() => list('.'));
		}
	});
}

const parent = () => /^\/?[^/]*$/.test(directory) ? (directory.startsWith('/') ? '/' : '.')
	: directory.slice(0, directory.lastIndexOf('/'));

const inside = (name) => (directory === '.') ? name : `${directory.replace(/\/$/, '')}/${name}`;

const address = (resource, path) => `${session()}/${resource}?${new URLSearchParams({ path })}`;

async function list(path) {
	const shown = byId('path-form').elements.path;
	const before = shown.value;
	const entries = await get(address('directory', path));
	directory = path;
	// What somebody has typed meanwhile stays.
	shown.value = (shown.value === before) ? path : shown.value;
	byId('file-list').replaceChildren(...entries.map(row));
}

function row({ name, directory: isDirectory }) {
	const path = inside(name);
	const actions = isDirectory ? [button('Open', `Open ${name}`, () => list(path))]
		: [button('Edit', `Edit ${name}`, () => edit(path)), button('Download', `Download ${name}`, () => download(path, name))];
	actions.push(button('Delete', `Delete ${name}`, async () => {
		await remove(address('files', path));
		say(`Deleted ${path}`);
		await list(directory);
	}));
	return element('tr', {}, element('td', { textContent: isDirectory ? `${name}/` : name }), element('td', {}, ...actions));
}

async function edit(path) {
	const text = await (await call(address('files', path))).text();
	edited = path;
	byId('editor').hidden = false;
	byId('editor-title').textContent = path;
	byId('editor').elements.content.value = text;
	byId('editor').elements.content.focus();
}

async function save(data) {
	// A form sends line ends as CRLF, a file has them as they are in the text area.
	const body = data.get('content').replaceAll('\r\n', '\n');
	await call(address('files', edited), { method: 'PUT', headers: { 'Content-Type': 'text/plain;charset=UTF-8' }, body });
	say(`Saved ${edited}`);
	await list(directory);
}

function download(path, name) {
	element('a', { href: address('downloads', path), download: name }).click();
}

async function upload(chosen) {
	for (const file of chosen) {
		const body = new FormData();
		body.append('file', file);
		say(`Uploading ${file.name} …`);
		await call(address('uploads', inside(file.name)), { method: 'POST', body });
		say(`Uploaded ${file.name}`);
	}
	await list(directory);
}

function dropping(target) {
	for (const [type, over] of [['dragover', true], ['dragleave', false], ['drop', false]]) {
		target.addEventListener(type, (event) => {
			event.preventDefault();
			target.classList.toggle('over', over);
		});
	}
	target.addEventListener('drop', ({ dataTransfer }) => {
		const dropped = [...dataTransfer.files];
		report(() => upload(dropped));
	});
}

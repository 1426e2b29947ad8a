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

import { call, eachLine } from '../api.js';
import { byId, element, onSubmit, report } from '../dom.js';
import { session } from '../selection.js';
import { table } from '../table.js';

let running = null;

/** A cell of code with what it writes, its tables, pictures and errors. */
export function code() {
	const form = byId('code-form');
	onSubmit(form, run);
	form.elements.code.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
			form.requestSubmit();
		}
	});
	byId('code-stop').addEventListener('click', () => running?.abort());
}

async function run(data) {
	const output = byId('code-output');
	output.replaceChildren();
	running?.abort();
	const own = new AbortController();
	running = own;
	byId('code-stop').disabled = false;
	try {
		const response = await call(`${session()}/code`, {
			method: 'POST', headers: { 'Content-Type': 'application/json' }, signal: own.signal,
			body: JSON.stringify({ code: data.get('code'), language: data.get('language') })
		});
		await eachLine(response, (event) => show(output, event));
	}
	catch (failure) {
		if (failure.name !== 'AbortError') {
			throw failure;
		}
		text(output, 'Stopped', 'quiet');
	}
	finally {
		byId('code-stop').disabled = running === own;
	}
}

function show(output, event) {
	switch (event.type) {
		case 'stdout':
			text(output, event.chunk);
			break;
		case 'stderr':
			text(output, event.chunk, 'bad');
			break;
		case 'value':
			output.append(value(event.output.contents));
			break;
		case 'failed':
			text(output, event.error.traceback || `${event.error.name}: ${event.error.value}`, 'bad');
			break;
		case 'finished':
			text(output, 'Finished', 'quiet');
			break;
	}
}

function text(output, shown, kind = '') {
	output.append(element('pre', { className: kind, textContent: shown }));
}

/** The richest form of a value that can be shown. SVG in an image element runs no scripts. */
function value(contents) {
	for (const type of ['image/png', 'image/jpeg']) {
		if (contents[type]) {
			return picture(`data:${type};base64,${contents[type].replaceAll(/\s/g, '')}`);
		}
	}
	if (contents['image/svg+xml']) {
		return picture(`data:image/svg+xml,${encodeURIComponent(contents['image/svg+xml'])}`);
	}
	return (contents['text/html'] && table(contents['text/html']))
		|| element('pre', { textContent: contents['text/plain'] ?? Object.values(contents)[0] ?? '' });
}

function picture(src) {
	return element('img', { src, alt: 'Picture that the code has made' });
}

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

import { call, eachLine, get, remove } from '../api.js';
import { button, byId, element, onSubmit, report, say } from '../dom.js';
import { pictureType } from '../pictures.js';
import { refresh as showSession } from './sessions.js';

let conversation = crypto.randomUUID();

let running = null;

/** Talk to a model that has a computer, and see what it does there. */
export function chat() {
	const form = byId('chat-form');
	onSubmit(form, send);
	form.elements.message.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
			form.requestSubmit();
		}
	});
	byId('chat-stop').addEventListener('click', () => running?.abort());
	byId('chat-end').addEventListener('click', () => report(end));
	report(introduce);
}

async function introduce() {
	const { scripted, name, task } = await get('conversations/model');
	byId('chat-model').textContent = scripted
		? 'No model is configured, so a script answers. It plays the task below with real tools; '
			+ 'anything else that you write it runs as a command.'
		: `The model ${name} answers. What it does on its computer is shown here.`;
	byId('chat-form').elements.message.value = task ?? '';
}

async function send(data) {
	// A form sends line ends as CRLF.
	const message = data.get('message').replaceAll('\r\n', '\n');
	const own = new AbortController();
	const turn = { conversation, calls: new Map(), text: null, over: false };
	entry('said', message);
	byId('chat-form').elements.message.value = '';
	busy(own);
	try {
		const response = await call(`conversations/${conversation}/messages/stream`, {
			method: 'POST', headers: { 'Content-Type': 'text/plain;charset=UTF-8' }, signal: own.signal, body: message
		});
		await eachLine(response, (event) => {
			show(turn, event);
			byId('chat-log').scrollTop = byId('chat-log').scrollHeight;
		});
		if (!turn.over) {
			entry('bad', 'The answer broke off.');
		}
	}
	catch (failure) {
		if (failure.name !== 'AbortError') {
			byId('chat-form').elements.message.value ||= message;
			throw failure;
		}
		entry('quiet', 'Stopped: a tool that was running goes on to its end, nothing else is done.');
	}
	finally {
		busy(null);
	}
}

function busy(controller) {
	running = controller;
	byId('chat-send').disabled = controller !== null;
	byId('chat-end').disabled = controller !== null;
	byId('chat-stop').disabled = controller === null;
	byId('chat-state').textContent = controller ? 'Answering …' : '';
}

async function end() {
	await remove(`conversations/${conversation}`);
	byId('chat-log').querySelectorAll('img').forEach(({ src }) => URL.revokeObjectURL(src));
	byId('chat-log').replaceChildren();
	byId('chat-computer').hidden = true;
	delete byId('chat-computer').dataset.session;
	conversation = crypto.randomUUID();
	say('Ended the conversation and its computer');
	await introduce();
}

function entry(kind, text = '') {
	const added = element('p', { className: kind, textContent: text });
	byId('chat-log').append(added);
	return added;
}

function show(turn, event) {
	switch (event.type) {
		case 'text':
			turn.text ??= entry('answer');
			turn.text.append(event.chunk);
			break;
		case 'tool-started':
			turn.text = null;
			turn.calls.set(event.id, started(event));
			break;
		case 'tool-ended':
			turn.calls.get(event.id)?.(event);
			computer(event.session);
			break;
		case 'picture':
			picture(`data:${event.mediaType};base64,${event.data}`, 'Picture that the model sees');
			break;
		case 'file':
			file(turn, event);
			break;
		case 'failed':
			turn.over = true;
			entry('bad', event.detail);
			break;
		case 'finished':
			turn.over = true;
			break;
	}
}

/** A call with its arguments; what is returned adds how it ended. */
function started({ tool, arguments: given }) {
	const state = element('span', { textContent: 'running …' });
	const details = element('details', { className: 'tool', open: true },
		element('summary', {}, element('code', { textContent: tool }), ' ', state),
		element('pre', { textContent: readable(given) }));
	byId('chat-log').append(details);
	return ({ outcome, decision, decidedBy, durationMillis, answer }) => {
		const by = (decision === 'ALLOWED') ? '' : `, ${decision.toLowerCase()} by ${decidedBy}`;
		state.textContent = `${outcome.toLowerCase().replace('_', ' ')} after ${durationMillis} ms${by}`;
		state.className = (outcome === 'ANSWERED') ? 'good' : 'bad';
		details.append(element('pre', { className: 'result', textContent: answer }));
	};
}

/** Arguments are JSON: one a line, with the lines that their texts have. */
function readable(given) {
	try {
		return Object.entries(JSON.parse(given))
			.map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join('\n');
	}
	catch {
		return given;
	}
}

function picture(src, alt) {
	byId('chat-log').append(element('img', { src, alt }));
}

/** Files are for download; those that are pictures are shown as well, as pictures only. */
function file(turn, { id, name, size }) {
	const href = `conversations/${turn.conversation}/files/${encodeURIComponent(id)}`;
	entry('file').append(element('a', { href, download: name, textContent: `Download ${name}` }),
		` (${size.toLocaleString('en')} bytes)`);
	const type = pictureType(name);
	if (type) {
		report(async () => {
			const content = await (await call(href)).blob();
			picture(URL.createObjectURL(content.slice(0, content.size, type)), name);
		});
	}
}

function computer(session) {
	const shown = byId('chat-computer');
	if (session && shown.dataset.session !== session) {
		shown.dataset.session = session;
		shown.hidden = false;
		shown.replaceChildren(`Its computer is ${session}. `,
			button('Work in it, too', `Select the session ${session}`, () => showSession(session)));
	}
}

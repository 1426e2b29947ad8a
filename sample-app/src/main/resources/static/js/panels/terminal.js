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

/* global Terminal, FitAddon */
import { byId, report } from '../dom.js';
import { onSelect, session } from '../selection.js';

let open = null;

/** A terminal of the session: keys go over a WebSocket, what it writes comes back. */
export function terminal() {
	byId('terminal-open').addEventListener('click', () => report(connect));
	byId('terminal-close').addEventListener('click', close);
	onSelect(close);
	new ResizeObserver(() => open?.fit()).observe(byId('terminal-screen'));
}

function connect() {
	close();
	const address = new URL(`${session()}/terminal`, location.href);
	address.protocol = address.protocol.replace('http', 'ws');
	const shown = new Terminal({ cursorBlink: true, screenReaderMode: true, documentOverride: strictDocument() });
	const fitting = new FitAddon.FitAddon();
	const socket = new WebSocket(address);
	socket.binaryType = 'arraybuffer';
	shown.loadAddon(fitting);
	shown.open(byId('terminal-screen'));
	shown.onData((keys) => (socket.readyState === WebSocket.OPEN) && socket.send(keys));
	shown.onResize(({ cols, rows }) => (socket.readyState === WebSocket.OPEN) && socket.send(`\0resize ${cols} ${rows}`));
	shown.attachCustomKeyEventHandler(leave);
	socket.addEventListener('open', () => {
		state('Connected');
		fitting.fit();
		socket.send(`\0resize ${shown.cols} ${shown.rows}`);
		shown.focus();
	});
	socket.addEventListener('message', ({ data }) => shown.write(new Uint8Array(data)));
	socket.addEventListener('close', ({ reason }) => (open?.socket === socket) && state(`Ended${reason && `: ${reason}`}`));
	open = { socket, shown, fit: () => fitting.fit() };
	byId('terminal-close').disabled = false;
	state('Connecting …');
}

/** A terminal takes Tab for itself, so another key has to lead out of it. */
function leave(event) {
	if (event.ctrlKey && event.altKey && event.code === 'KeyT') {
		byId('terminal-close').focus();
		return false;
	}
	return true;
}

function close() {
	open?.socket.close();
	open?.shown.dispose();
	open = null;
	byId('terminal-close').disabled = true;
	state('');
}

function state(text) {
	byId('terminal-state').textContent = text;
}

/**
 * The document as xterm.js sees it. It writes style elements and style attributes, which the
 * content security policy refuses; what it gets instead sets the same by the CSSOM.
 */
function strictDocument() {
	const own = { createElement: (name) => (name === 'style') ? styleSheet() : styled(document.createElement(name)) };
	return new Proxy(document, {
		get(target, property) {
			const value = own[property] ?? target[property];
			return (typeof value === 'function' && !own[property]) ? value.bind(target) : value;
		}
	});
}

function styleSheet() {
	const sheet = new CSSStyleSheet();
	document.adoptedStyleSheets.push(sheet);
	const placeholder = document.createElement('span');
	placeholder.hidden = true;
	placeholder.remove = () => {
		document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
		Element.prototype.remove.call(placeholder);
	};
	Object.defineProperty(placeholder, 'textContent', { set: (text) => sheet.replaceSync(text) });
	return placeholder;
}

function styled(created) {
	created.setAttribute = (name, value) => (name === 'style') ? (created.style.cssText = value)
		: Element.prototype.setAttribute.call(created, name, value);
	return created;
}

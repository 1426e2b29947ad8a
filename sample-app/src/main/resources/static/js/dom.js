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

// All that the page shows of sessions goes through textContent: nothing of it is ever read as HTML.

const SVG = 'http://www.w3.org/2000/svg';

export const byId = (id) => document.getElementById(id);

/** Create an element with properties, and children that are elements or texts. */
export function element(name, properties = {}, ...children) {
	const created = Object.assign(document.createElement(name), properties);
	created.append(...children);
	return created;
}

/** Create an SVG element with attributes. */
export function svg(name, attributes = {}, ...children) {
	const created = document.createElementNS(SVG, name);
	Object.entries(attributes).forEach(([key, value]) => created.setAttribute(key, value));
	created.append(...children);
	return created;
}

export function button(text, label, action) {
	const created = element('button', { type: 'button', textContent: text });
	created.setAttribute('aria-label', label);
	created.addEventListener('click', () => report(action));
	return created;
}

/** Say what has been done, also to those who listen to the page. */
export function say(text) {
	byId('message').textContent = text;
}

/** Do something, and show why it failed if it did. */
export async function report(action) {
	byId('problem').textContent = '';
	try {
		return await action();
	}
	catch (failure) {
		byId('problem').textContent = failure.message;
	}
}

/** Do something when a form is submitted. */
export function onSubmit(form, action) {
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		report(() => action(new FormData(form)));
	});
}

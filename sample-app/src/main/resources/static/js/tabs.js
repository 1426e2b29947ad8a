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

import { byId, element } from './dom.js';

/**
 * Make tabs of the sections: one is shown at a time, arrow keys lead from tab to tab.
 * @param sections the sections, each with a title in data-tab
 */
export function tabs(sections) {
	const list = byId('tabs');
	const created = sections.map((section) => {
		const tab = element('button', { type: 'button', id: `tab-${section.id}`, textContent: section.dataset.tab });
		tab.setAttribute('role', 'tab');
		tab.setAttribute('aria-controls', section.id);
		section.setAttribute('role', 'tabpanel');
		section.setAttribute('aria-labelledby', tab.id);
		list.append(tab);
		return tab;
	});
	const show = (index) => created.forEach((tab, at) => {
		tab.setAttribute('aria-selected', String(at === index));
		tab.tabIndex = (at === index) ? 0 : -1;
		sections[at].hidden = at !== index;
		sections[at].dispatchEvent(new Event((at === index) ? 'shown' : 'left'));
	});
	created.forEach((tab, at) => {
		tab.addEventListener('click', () => show(at));
		tab.addEventListener('keydown', (event) => {
			const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
			if (step) {
				const next = (at + step + created.length) % created.length;
				show(next);
				created[next].focus();
			}
		});
	});
	show(0);
}

/** Do something again and again while a section is shown. */
export function whileShown(section, interval, action) {
	let timer = null;
	const again = async () => {
		await action().catch(() => {});
		if (timer !== null) {
			timer = setTimeout(again, interval);
		}
	};
	section.addEventListener('shown', () => {
		timer = 0;
		again();
	});
	section.addEventListener('left', () => {
		clearTimeout(timer);
		timer = null;
	});
}

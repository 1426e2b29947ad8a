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

// Evaluated on a page, once for each question: an object of functions. Nothing is left behind.
(() => {
	const clean = (text) => (text || '').replace(/\s+/g, ' ').trim();
	const words = (text) => clean(text).replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
		.split(/[^\p{L}\p{N}]+/u).filter((word) => word);
	const key = (text) => words(text).join(' ');

	const find = (selector) => {
		const element = document.querySelector(selector);
		if (!element) {
			throw new Error('No element matches the selector ' + selector);
		}
		return element;
	};

	const root = (selector) => selector ? find(selector) : document.documentElement;

	const visible = (element) => {
		const style = getComputedStyle(element);
		return element.getClientRects().length > 0 && style.visibility !== 'hidden' && style.display !== 'none';
	};

	const selectorOf = (element) => {
		const parts = [];
		for (let node = element; node && node.nodeType === 1; node = node.parentElement) {
			if (node.id && document.querySelectorAll('#' + CSS.escape(node.id)).length === 1) {
				parts.unshift('#' + CSS.escape(node.id));
				break;
			}
			const name = node.localName;
			const twins = node.parentElement ? [...node.parentElement.children].filter((c) => c.localName === name) : [node];
			parts.unshift(twins.length > 1 ? name + ':nth-of-type(' + (twins.indexOf(node) + 1) + ')' : name);
		}
		return parts.join(' > ');
	};

	const roleOf = (element) => {
		const given = element.getAttribute('role');
		if (given) {
			return given;
		}
		const type = (element.getAttribute('type') || 'text').toLowerCase();
		switch (element.localName) {
			case 'a': return 'link';
			case 'button': case 'summary': return 'button';
			case 'select': return 'combobox';
			case 'textarea': return 'textbox';
			case 'input':
				if (['button', 'submit', 'reset', 'image'].includes(type)) {
					return 'button';
				}
				return ['checkbox', 'radio', 'file', 'range'].includes(type) ? type
					: type === 'search' ? 'searchbox' : 'textbox';
			default: return element.isContentEditable ? 'textbox' : 'button';
		}
	};

	const nameOf = (element) => {
		const by = (element.getAttribute('aria-labelledby') || '').split(/\s+/).filter((id) => id)
			.map((id) => document.getElementById(id)).filter((e) => e).map((e) => e.textContent).join(' ');
		const labels = element.labels ? [...element.labels].map((label) => label.innerText).join(' ') : '';
		const role = roleOf(element);
		const content = ['textbox', 'searchbox', 'combobox'].includes(role) ? '' : element.innerText;
		const image = element.querySelector && element.querySelector('img[alt]');
		return clean(element.getAttribute('aria-label') || by || labels || content || element.getAttribute('alt')
			|| (image && image.alt) || (role === 'button' && element.value) || element.getAttribute('placeholder')
			|| element.getAttribute('title') || element.getAttribute('name') || element.id).slice(0, 200);
	};

	const INTERACTIVE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [onclick], '
		+ '[contenteditable=""], [contenteditable=true], [role=button], [role=link], [role=checkbox], [role=radio], '
		+ '[role=tab], [role=menuitem], [role=option], [role=switch], [role=textbox], [role=combobox]';

	const elements = (scope) => [...root(scope).querySelectorAll(INTERACTIVE)].filter(visible).slice(0, 1000)
		.map((element) => ({
			selector: selectorOf(element), role: roleOf(element), name: nameOf(element),
			hint: clean([element.getAttribute('placeholder'), element.getAttribute('name'), element.id,
				element.getAttribute('title')].filter((text) => text).join(' ')),
			type: element.getAttribute('type') || '', value: element.type === 'password' ? '' : String(element.value || ''),
			options: element.localName === 'select' ? [...element.options].map((option) => clean(option.text)) : [],
		}));

	const view = (scope) => ({
		url: location.href, title: document.title, text: (root(scope).innerText || '').slice(0, 100000),
		elements: elements(scope),
	});

	// Where to click: the middle of the part that can be seen, or nothing if something else lies on top.
	const point = (selector) => {
		const element = find(selector);
		element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
		const box = element.getBoundingClientRect();
		const x = box.left + box.width / 2, y = box.top + box.height / 2;
		const top = document.elementFromPoint(x, y);
		return top && (element.contains(top) || top.contains(element)) ? { x, y } : null;
	};

	const changed = (element) => {
		element.dispatchEvent(new Event('input', { bubbles: true }));
		element.dispatchEvent(new Event('change', { bubbles: true }));
	};

	const focus = (selector) => {
		const element = find(selector);
		element.scrollIntoView({ block: 'center', behavior: 'instant' });
		element.focus();
		if (element.select) {
			element.select();
		}
		else {
			getSelection().selectAllChildren(element);
		}
		return true;
	};

	const erase = (selector) => {
		const element = find(selector);
		if ('value' in element) {
			element.value = '';
		}
		else {
			element.textContent = '';
		}
		changed(element);
		return true;
	};

	const choose = (selector, wanted) => {
		const element = find(selector);
		const options = [...(element.options || [])];
		const option = options.find((o) => key(o.text) === key(wanted)) || options.find((o) => o.value === wanted)
			|| options.find((o) => key(o.text).includes(key(wanted)));
		if (!option) {
			throw new Error('There is no option ' + wanted);
		}
		element.value = option.value;
		changed(element);
		return true;
	};

	const checked = (selector) => {
		const element = find(selector);
		return element.checked === true || element.getAttribute('aria-checked') === 'true';
	};

	// ---- Extraction: values are looked up by the names that the schema gives them. ----

	const textOf = (element) => {
		if (element.localName === 'meta') {
			return element.content;
		}
		if (['input', 'textarea', 'select'].includes(element.localName)) {
			return element.type === 'checkbox' ? String(element.checked) : element.value;
		}
		return clean(element.getAttribute('content') || element.innerText || element.getAttribute('alt') || '');
	};

	const labelled = (element) => {
		const names = ['itemprop', 'data-field', 'data-testid', 'name', 'id', 'property', 'aria-label']
			.map((attribute) => element.getAttribute(attribute)).filter((text) => text);
		return names.concat([...element.classList]);
	};

	const pairs = (scope) => {
		const found = [];
		scope.querySelectorAll('dt').forEach((term) => {
			if (term.nextElementSibling && term.nextElementSibling.localName === 'dd') {
				found.push([term.innerText, term.nextElementSibling]);
			}
		});
		scope.querySelectorAll('tr').forEach((row) => {
			const cells = [...row.children];
			if (cells.length === 2 && cells[1].localName === 'td') {
				found.push([cells[0].innerText, cells[1]]);
			}
		});
		scope.querySelectorAll('label').forEach((label) => {
			if (label.control) {
				found.push([label.innerText, label.control]);
			}
		});
		return found;
	};

	const lines = (scope) => (scope.innerText || '').split('\n').map((line) => line.match(/^\s*([^::]{1,60})[::]\s*(.+)$/))
		.filter((match) => match);

	const nodeFor = (scope, name) => {
		const wanted = key(name);
		const all = [...scope.querySelectorAll('*')];
		return all.find((element) => labelled(element).some((label) => key(label) === wanted))
			|| (pairs(scope).find(([label]) => key(label) === wanted) || [])[1]
			|| all.find((element) => labelled(element).some((label) => (' ' + key(label) + ' ').includes(' ' + wanted + ' ')));
	};

	const textFor = (scope, name) => {
		const node = nodeFor(scope, name);
		if (node) {
			return textOf(node);
		}
		const line = lines(scope).find((match) => key(match[1]) === key(name));
		if (line) {
			return clean(line[2]);
		}
		const own = (selector) => { const e = scope.querySelector(selector); return e ? textOf(e) : undefined; };
		const link = scope.matches('a') ? scope : scope.querySelector('a[href]');
		switch (key(name)) {
			case 'title': case 'heading': case 'name': case 'headline':
				return own('h1, h2, h3, h4') || (scope === document.documentElement ? document.title : link && textOf(link));
			case 'url': case 'link': case 'href':
				return scope === document.documentElement ? location.href : link && link.href;
			case 'text': case 'content': case 'summary': case 'description':
				return scope === document.documentElement ? own('meta[name=description]') || own('p') : own('p') || textOf(scope);
			default: return undefined;
		}
	};

	const resolve = (schema, defs) => {
		let current = schema || {};
		while (current.$ref) {
			current = defs[current.$ref.split('/').pop()] || {};
		}
		const variants = current.anyOf || current.oneOf;
		if (variants) {
			return resolve(variants.find((variant) => variant.type !== 'null'), defs);
		}
		return Array.isArray(current.type) ? { ...current, type: current.type.find((t) => t !== 'null') } : current;
	};

	const number = (text) => {
		const match = clean(text).replace(/(\d)[,\s](?=\d{3}\b)/g, '$1').match(/-?\d+(\.\d+)?/);
		return match ? Number(match[0]) : undefined;
	};

	const scalar = (schema, text) => {
		if (text === undefined || text === null || text === false) {
			return undefined;
		}
		if (schema.enum) {
			return schema.enum.find((value) => key(String(value)) === key(text));
		}
		switch (schema.type) {
			case 'integer': { const n = number(text); return n === undefined ? undefined : Math.trunc(n); }
			case 'number': return number(text);
			case 'boolean': return /^(true|yes|y|1|on|available|in stock)$/i.test(clean(text)) ? true
				: /^(false|no|n|0|off|unavailable|out of stock)$/i.test(clean(text)) ? false : undefined;
			default: return String(text);
		}
	};

	const singular = (name) => key(name).replace(/ies$/, 'y').replace(/(s|x|ch|sh)es$/, '$1').replace(/s$/, '');

	// A table whose headings are the wanted names.
	const fromTable = (scope, item, defs) => {
		const names = Object.keys(item.properties || {});
		for (const table of scope.querySelectorAll('table')) {
			const rows = [...table.rows];
			const heads = rows.length ? [...rows[0].cells].map((cell) => key(cell.innerText)) : [];
			if (names.some((name) => heads.includes(key(name)))) {
				return rows.slice(1).map((row) => {
					const record = {};
					names.forEach((name) => {
						const cell = row.cells[heads.indexOf(key(name))];
						const value = cell && scalar(resolve(item.properties[name], defs), textOf(cell));
						if (value !== undefined) {
							record[name] = value;
						}
					});
					return record;
				});
			}
		}
		return undefined;
	};

	// Elements that are alike: named after the list or one of it, else the children of what is, else list items.
	const repeated = (scope, name) => {
		const all = [...scope.querySelectorAll('*')];
		const named = (wanted) => all.filter((element) => labelled(element).some((label) => key(label) === wanted));
		const ones = named(singular(name));
		if (ones.length) {
			return ones;
		}
		const many = named(key(name));
		if (many.length > 1) {
			return many;
		}
		if (many.length === 1) {
			const items = [...many[0].querySelectorAll('li')];
			return items.length ? items : [...many[0].children];
		}
		const heading = [...scope.querySelectorAll('h1, h2, h3, h4, h5, h6')].find((h) => key(h.innerText) === key(name));
		const list = heading && heading.nextElementSibling;
		if (list && list.matches('ul, ol')) {
			return [...list.children];
		}
		if (singular(name) === 'link') {
			return [...scope.querySelectorAll('a[href]')];
		}
		const lists = [...scope.querySelectorAll('ul, ol')];
		return lists.length === 1 ? [...lists[0].children] : [...scope.querySelectorAll('article')];
	};

	const value = (scope, name, given, defs, depth) => {
		const schema = resolve(given, defs);
		if (depth > 8) {
			return undefined;
		}
		if (schema.type === 'array') {
			const item = resolve(schema.items, defs);
			if (item.type === 'object') {
				return fromTable(scope, item, defs) || repeated(scope, name).map((one) => object(one, item, defs, depth + 1))
					.filter((one) => Object.keys(one).length);
			}
			return repeated(scope, name).map((one) => scalar(item, textOf(one))).filter((one) => one !== undefined);
		}
		if (schema.type === 'object') {
			return object(nodeFor(scope, name) || scope, schema, defs, depth + 1);
		}
		return scalar(schema, textFor(scope, name));
	};

	const object = (scope, schema, defs, depth) => {
		const result = {};
		Object.entries(schema.properties || {}).forEach(([name, property]) => {
			const found = value(scope, name, property, defs, depth);
			if (found !== undefined) {
				result[name] = found;
			}
		});
		return result;
	};

	const extract = (schema, scope) => object(root(scope), resolve(schema, schema.$defs || schema.definitions || {}),
		schema.$defs || schema.definitions || {}, 0);

	const submit = (selector) => {
		const form = find(selector).form;
		if (form) {
			form.requestSubmit();
		}
		return !!form;
	};

	return { view, submit, point, focus, erase, choose, checked, extract,
		click: (selector) => { find(selector).click(); return true; },
		scroll: (pixels) => { scrollBy({ top: pixels, behavior: 'instant' }); return true; },
		show: (selector) => { find(selector).scrollIntoView({ block: 'center', behavior: 'instant' }); return true; } };
})()

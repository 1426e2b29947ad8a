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

/** Call the application; a problem detail becomes an error with its sentence. */
export async function call(path, options = {}) {
	const response = await fetch(path, options);
	if (!response.ok) {
		const problem = await response.json().catch(() => ({}));
		throw new Error(problem.detail ?? problem.title ?? `The application answered ${response.status}`);
	}
	return response;
}

export async function get(path) {
	return (await call(path)).json();
}

export function post(path, body) {
	return call(path, (body === undefined) ? { method: 'POST' } : {
		method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body)
	});
}

export function remove(path) {
	return call(path, { method: 'DELETE' });
}

/** Read a response that has one JSON document a line, each as soon as it is there. */
export async function eachLine(response, consumer) {
	const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
	let rest = '';
	for (;;) {
		const { done, value } = await reader.read();
		if (done) {
			return;
		}
		const lines = (rest + value).split('\n');
		rest = lines.pop();
		lines.filter((line) => line.trim()).forEach((line) => consumer(JSON.parse(line)));
	}
}

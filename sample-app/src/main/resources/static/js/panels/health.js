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

import { byId } from '../dom.js';

const INTERVAL = 10_000;

/** The health of the application, always in sight. */
export function health() {
	const again = () => show().catch(() => say('The application does not answer', 'bad'))
		.finally(() => setTimeout(again, INTERVAL));
	again();
}

async function show() {
	const { status, components } = await (await fetch('actuator/health')).json();
	const { details = {} } = components.agentbay;
	const more = ['endpoint', 'reason'].map((name) => details[name]).filter(Boolean).join(', ');
	say(`Health: ${status}, AgentBay: ${components.agentbay.status}${more && ` (${more})`}`,
		(status === 'UP') ? 'good' : 'bad');
}

function say(text, className) {
	Object.assign(byId('health'), { textContent: text, className });
}

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

import { get } from '../api.js';
import { byId, element } from '../dom.js';
import { plot } from '../plot.js';
import { onSelect, selectedSession, session } from '../selection.js';
import { whileShown } from '../tabs.js';

const INTERVAL = 2000;

const MEBIBYTE = 1024 * 1024;

/** Figures of the session, the application and its pools, over time. */
export function metrics() {
	const plots = {
		cpu: plot('Processor of the session', '%'),
		memory: plot('Memory of the session', 'MiB'),
		sessions: plot('Sessions of this application', ''),
		calls: plot('Calls to AgentBay so far', '')
	};
	byId('plots').append(...Object.values(plots).map(({ figure }) => figure));
	onSelect(() => {
		plots.cpu.clear();
		plots.memory.clear();
	});
	whileShown(byId('metrics'), INTERVAL, () => Promise.all([ofSession(plots), ofApplication(plots)]));
}

async function ofSession({ cpu, memory }) {
	if (selectedSession()) {
		const usage = await get(`${session()}/usage`);
		cpu.add(usage.cpuPercent);
		memory.add(usage.memoryUsed / MEBIBYTE);
	}
}

async function ofApplication({ sessions, calls }) {
	const state = await get('actuator/agentbay');
	sessions.add(state.sessions.length);
	showPools(state.pools);
	const { measurements } = await get('actuator/metrics/agentbay.api.call');
	calls.add(measurements.find(({ statistic }) => statistic === 'COUNT').value);
}

function showPools(pools) {
	byId('pool-table').hidden = pools.length === 0;
	byId('no-pool').hidden = pools.length > 0;
	byId('pool-list').replaceChildren(...pools.map(({ imageId, figures }) => element('tr', {},
		...[imageId ?? 'default', figures.idle, figures.lent, figures.pending, figures.max]
			.map((textContent) => element('td', { textContent })))));
}

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

import { approvals } from './panels/approvals.js';
import { audit } from './panels/audit.js';
import { calls } from './panels/calls.js';
import { chat } from './panels/chat.js';
import { code } from './panels/code.js';
import { contexts } from './panels/contexts.js';
import { files } from './panels/files.js';
import { health } from './panels/health.js';
import { metrics } from './panels/metrics.js';
import { screen } from './panels/screen.js';
import { sessions } from './panels/sessions.js';
import { terminal } from './panels/terminal.js';
import { tabs } from './tabs.js';

// A panel is a module here and a section with data-tab in index.html: nothing else knows of it.
for (const panel of [health, terminal, code, files, screen, chat, approvals, contexts, metrics, calls, audit]) {
	panel();
}
tabs([...document.querySelectorAll('main > section')]);
sessions();

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

package io.agentbay.local.internal.session;

/**
 * Where a session is in its life. The names are those of the protocol.
 */
public enum SessionStatus {

	/**
	 * Usable.
	 */
	RUNNING,

	/**
	 * Its processes are being stopped.
	 */
	PAUSING,

	/**
	 * Its processes stand still. Not usable until it is resumed.
	 */
	PAUSED,

	/**
	 * Its processes are being continued.
	 */
	RESUMING,

	/**
	 * Being taken down; not usable any more.
	 */
	DELETING,

	/**
	 * Gone. Only those see it who ask for what is remembered of the session.
	 */
	FINISH

}

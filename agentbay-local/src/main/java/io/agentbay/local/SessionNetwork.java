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

package io.agentbay.local;

/**
 * What network the sessions of a runtime have. Other than {@link #HOST} needs bubblewrap
 * and a kernel that lets it make networks.
 *
 * @since 0.1.0
 */
public enum SessionNetwork {

	/**
	 * That of this machine: sessions reach what it reaches, and share its ports, so that
	 * two of them cannot listen on the same one.
	 */
	HOST,

	/**
	 * A loopback address of its own for each session, and nothing else. Links reach the
	 * ports of a session all the same, by way of Python in the session.
	 */
	LOOPBACK_ONLY,

	/**
	 * A loopback address of its own for each session, which not even links reach.
	 */
	NONE

}

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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.agentbay.local.internal.context.ContextRefusedException;

/**
 * The networks that sessions can join. With the service a program on some machine binds a
 * network by its token and lends it that machine's way into the internet. Sessions of
 * this runtime share the network of this machine in any case; a test plays the part of
 * that program by {@link #bind}.
 *
 * @since 0.1.0
 */
public final class Networks {

	private final Map<String, Network> networks = new ConcurrentHashMap<>();

	/**
	 * Make a network.
	 * @return its id and token
	 */
	public Network create() {
		Network network = new Network("net-" + id(), "nt-" + id() + id(), false);
		this.networks.put(network.id(), network);
		return network;
	}

	/**
	 * Find a network.
	 * @param id its id
	 * @return the network as it is now
	 * @throws ContextRefusedException if there is none
	 */
	public Network get(String id) {
		Network network = this.networks.get(id);
		if (network == null) {
			throw new ContextRefusedException("Network.NotFound", "Network " + id + " is not found");
		}
		return network;
	}

	/**
	 * Bind a network, as the program on the lending machine does: it is online then.
	 * @param token the token of the network
	 * @return its id
	 * @throws IllegalArgumentException if no network has this token
	 */
	public String bind(String token) {
		return change(token, true);
	}

	/**
	 * Let a network go: it is offline then.
	 * @param token the token of the network
	 * @return its id
	 * @throws IllegalArgumentException if no network has this token
	 */
	public String unbind(String token) {
		return change(token, false);
	}

	private String change(String token, boolean online) {
		byte[] given = token.getBytes(StandardCharsets.UTF_8);
		for (Network network : this.networks.values()) {
			if (MessageDigest.isEqual(network.token().getBytes(StandardCharsets.UTF_8), given)) {
				this.networks.put(network.id(), new Network(network.id(), network.token(), online));
				return network.id();
			}
		}
		throw new IllegalArgumentException("No network has this token");
	}

	private static String id() {
		return UUID.randomUUID().toString().replace("-", "").substring(0, 17);
	}

	/**
	 * A network.
	 *
	 * @param id its id
	 * @param token the secret by which it is bound
	 * @param online whether it is bound
	 */
	public record Network(String id, String token, boolean online) {

		@Override
		public String toString() {
			return "Network[" + this.id + ", online=" + this.online + "]";
		}

	}

}

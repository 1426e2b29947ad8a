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

package io.agentbay.local.internal.picture;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Pictures that can be fetched for a while by whoever knows their address. They are kept
 * in memory; when there are too many the oldest go.
 */
public final class Pictures {

	/**
	 * How long a picture can be fetched.
	 */
	public static final Duration LIFETIME = Duration.ofMinutes(64);

	/**
	 * Where pictures are served, below the runtime's address.
	 */
	public static final String PATH = "/pictures/";

	private static final int MAX_BYTES = 64 * 1024 * 1024;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Map<String, Picture> pictures = new LinkedHashMap<>();

	private final Supplier<Instant> clock;

	private volatile @Nullable URI endpoint;

	private long size;

	/**
	 * Begin without any picture.
	 * @param clock tells when a picture has expired
	 */
	public Pictures(Supplier<Instant> clock) {
		this.clock = clock;
	}

	/**
	 * Tell where pictures can be fetched by who is part of this program.
	 * @param endpoint the runtime's own address
	 */
	public void serveAt(URI endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Where pictures can be fetched by who is part of this program.
	 * @return the runtime's own address
	 */
	public URI endpoint() {
		return Objects.requireNonNull(this.endpoint, "not served yet");
	}

	/**
	 * Keep a picture.
	 * @param format its format
	 * @param bytes the picture
	 * @return the path of its address
	 */
	public synchronized String keep(PictureFormat format, byte[] bytes) {
		byte[] secret = new byte[16];
		RANDOM.nextBytes(secret);
		String name = HexFormat.of().formatHex(secret) + "." + format.wireName();
		this.pictures.put(name, new Picture(format, bytes, this.clock.get().plus(LIFETIME)));
		this.size += bytes.length;
		while (this.size > MAX_BYTES && this.pictures.size() > 1) {
			Picture oldest = this.pictures.remove(this.pictures.keySet().iterator().next());
			this.size -= Objects.requireNonNull(oldest).bytes().length;
		}
		return PATH + name;
	}

	/**
	 * Find a picture.
	 * @param name the last part of its address
	 * @return the picture, unless it has expired or there never was one
	 */
	public synchronized Optional<Picture> find(String name) {
		return Optional.ofNullable(this.pictures.get(name))
			.filter((picture) -> this.clock.get().isBefore(picture.expires()));
	}

	/**
	 * A picture.
	 *
	 * @param format its format
	 * @param bytes the picture
	 * @param expires when it can be fetched no more
	 */
	public record Picture(PictureFormat format, byte[] bytes, Instant expires) {
	}

}

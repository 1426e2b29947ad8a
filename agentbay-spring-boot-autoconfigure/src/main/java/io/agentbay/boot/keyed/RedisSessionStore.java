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

package io.agentbay.boot.keyed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.util.Assert;

/**
 * Remembers the sessions of keys in a Redis that the instances of an application share:
 * in one hash, and in a sorted set that tells which of them are not used. Both have a
 * name that begins with <code>{agentbay:<i>namespace</i>}</code>, so that a cluster keeps
 * them together.
 *
 * @since 0.1.0
 */
public final class RedisSessionStore implements SessionStore {

	private static final Logger logger = LoggerFactory.getLogger(RedisSessionStore.class);

	private static final Pattern VALUE = Pattern.compile("(\\d{1,18}) (\\d{1,18}) (.*\\S.*)");

	/** Nothing is stored as an empty text. */
	private static final RedisScript<Boolean> REPLACE = RedisScript.of("""
			if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then
				return false
			end
			if ARGV[3] == '' then
				redis.call('HDEL', KEYS[1], ARGV[1])
				redis.call('ZREM', KEYS[2], ARGV[1])
			else
				redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
				redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
			end
			return true
			""", Boolean.class);

	/** One of both may have been lost, and sessions without a use would never end. */
	private static final RedisScript<Boolean> MEND_USES = RedisScript.of("""
			if redis.call('ZCARD', KEYS[2]) == redis.call('HLEN', KEYS[1]) then
				return false
			end
			redis.call('DEL', KEYS[2])
			local all = redis.call('HGETALL', KEYS[1])
			for i = 1, #all, 2 do
				redis.call('ZADD', KEYS[2], string.match(all[i + 1], '^[0-9]+ ([0-9]+) ') or 0, all[i])
			end
			return true
			""", Boolean.class);

	private final StringRedisTemplate redis;

	private final HashOperations<String, String, String> hashes;

	private final String sessions;

	private final String uses;

	/**
	 * Create a store.
	 * @param redis the Redis
	 * @param namespace the name of the application, the same for all of its instances and
	 * another one for each other application with the same Redis
	 */
	public RedisSessionStore(StringRedisTemplate redis, String namespace) {
		Assert.hasText(namespace, "'namespace' must not be empty");
		this.redis = redis;
		this.hashes = redis.opsForHash();
		this.sessions = "{agentbay:" + namespace + "}:sessions";
		this.uses = "{agentbay:" + namespace + "}:uses";
	}

	@Override
	public @Nullable KeyedSession find(String key) {
		return read(key, this.hashes.get(this.sessions, key));
	}

	@Override
	public boolean replace(@Nullable KeyedSession expected, KeyedSession session) {
		return replace(session.key(), write(expected), write(session), session.usedAt().toEpochMilli());
	}

	@Override
	public boolean remove(KeyedSession expected) {
		return replace(expected.key(), write(expected), "", 0);
	}

	private boolean replace(String key, String expected, String next, long usedAt) {
		return Boolean.TRUE.equals(this.redis.execute(REPLACE, List.of(this.sessions, this.uses), key, expected, next,
				String.valueOf(usedAt)));
	}

	@Override
	public Collection<KeyedSession> findUnusedSince(Instant time) {
		this.redis.execute(MEND_USES, List.of(this.sessions, this.uses));
		Set<String> keys = Objects
			.requireNonNull(this.redis.opsForZSet().rangeByScore(this.uses, 0, time.toEpochMilli()));
		Collection<KeyedSession> found = new ArrayList<>();
		for (String key : keys) {
			try {
				KeyedSession session = find(key);
				if (session != null) {
					found.add(session);
				}
			}
			catch (IllegalStateException ex) {
				// The others are to be ended all the same.
				logger.warn("A session of a key is not looked after: {}", ex.getMessage());
			}
		}
		return found;
	}

	@Override
	public long size() {
		return this.hashes.size(this.sessions);
	}

	private static String write(@Nullable KeyedSession session) {
		return (session == null) ? "" : session.createdAt().toEpochMilli() + " " + session.usedAt().toEpochMilli() + " "
				+ session.sessionId();
	}

	/**
	 * A value that cannot be read is not taken for none: it may name a session that lives
	 * and that nobody would end if it were replaced.
	 */
	private @Nullable KeyedSession read(String key, @Nullable String text) {
		if (text == null) {
			return null;
		}
		Matcher parts = VALUE.matcher(text);
		if (!parts.matches()) {
			throw new IllegalStateException(("Field '%s' of the Redis hash '%s' is not the entry of a session: "
					+ "end the session it names, if any, and remove the field")
				.formatted(key, this.sessions));
		}
		return new KeyedSession(key, parts.group(3), Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
				Instant.ofEpochMilli(Long.parseLong(parts.group(2))));
	}

}

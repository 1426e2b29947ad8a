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

package io.agentbay.internal.http;

import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.agentbay.connection.Tls;
import io.agentbay.internal.text.Durations;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Tells failures of the HTTP libraries apart.
 */
public final class Failures {

	private Failures() {
	}

	static boolean isTimeout(Throwable ex) {
		return isCausedBy(ex, TimeoutException.class) || isCausedBy(ex, ConnectTimeoutException.class)
				|| isCausedBy(ex, SslHandshakeTimeoutException.class)
				|| isCausedBy(ex, io.netty.handler.timeout.TimeoutException.class);
	}

	static boolean isCausedBy(Throwable ex, Class<? extends Throwable> type) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the library's exception without the wrapper that adds nothing to it.
	 */
	public static Throwable unwrapped(Throwable ex) {
		Throwable cause = ex.getCause();
		return (ex instanceof WebClientRequestException && cause != null) ? cause : ex;
	}

	public static String describe(Throwable ex) {
		if (isCausedBy(ex, CertificateExpiredException.class)) {
			return "the certificate of the peer has expired";
		}
		if (isCausedBy(ex, CertPathBuilderException.class) || isCausedBy(ex, CertPathValidatorException.class)) {
			return "the certificate of the peer is not trusted: neither it nor who signed it is among the trusted "
					+ "certificates of the JVM, or of the Tls settings where there are some";
		}
		if (isCausedBy(ex, NotSslRecordException.class)) {
			return "the peer does not speak TLS: is its address http:// instead of https://, or another port?";
		}
		if (isCausedBy(ex, ReadTimeoutException.class)) {
			return "nothing arrived within the response time-out (responseTimeout of the builder, or "
					+ "agentbay.connection.response-timeout)";
		}
		if (isCausedBy(ex, ClosedChannelException.class)) {
			return "the other side closed the connection";
		}
		Throwable cause = unwrapped(ex);
		String message = cause.getMessage();
		return (message != null && !message.isBlank()) ? message : cause.getClass().getSimpleName();
	}

	/**
	 * Return the failure of a call that got no answer in time, in plain words.
	 * @param limit the time that it had
	 * @param <T> what it would have answered
	 * @return the failure
	 */
	public static <T> Mono<T> noAnswerWithin(Duration limit) {
		return Mono.error(() -> new TimeoutException("no answer within " + Durations.text(limit)));
	}

}

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

package io.agentbay.internal.device;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

import io.agentbay.device.Screenshot;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.error.CallDetails;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.file.FileExchange;
import io.agentbay.internal.http.FileReply;
import io.agentbay.internal.http.TransportSettings;
import io.agentbay.internal.text.WireNames;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ToolReply;
import io.agentbay.tool.ToolCall;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Takes pictures of the screen. Over the direct link the session answers the picture,
 * without one only the address of a PNG, which is fetched.
 */
public final class Screenshots {

	private final SessionTools tools;

	private final FileExchange exchange;

	private final TransportSettings settings;

	private final CallDetails session;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 * @param exchange fetches pictures
	 * @param settings the limits
	 * @param sessionId the session
	 */
	public Screenshots(SessionTools tools, FileExchange exchange, TransportSettings settings, String sessionId) {
		this.tools = tools;
		this.exchange = exchange;
		this.settings = settings;
		this.session = new CallDetails(null, sessionId, null);
	}

	Mono<Screenshot> take(ScreenshotFormat format) {
		if (this.tools.hasDirectLink()) {
			return take(ToolCall.of("screenshot", Map.of("format", WireNames.of(format))), format);
		}
		if (format != ScreenshotFormat.PNG) {
			return Mono.error(refusal("A session without a direct link takes pictures in PNG only; use screenshot()"));
		}
		return address().flatMap((address) -> fetch(address.url(), address.reply()));
	}

	/** A picture that the tool itself answers. */
	Mono<Screenshot> take(ToolCall call, ScreenshotFormat format) {
		return this.tools.require(call).map((reply) -> Pictures.read(reply, format));
	}

	Mono<URI> url() {
		return this.tools.hasDirectLink()
				? Mono.error(refusal("A session with a direct link does not offer screenshotUrl(); use screenshot()"))
				: address().map(Address::url);
	}

	private Supplier<ServiceException> refusal(String message) {
		return () -> ServiceException.of(FailureKind.SERVICE, null, message, this.session);
	}

	private Mono<Address> address() {
		return this.tools.require("system_screenshot", Map.of()).map((reply) -> {
			String text = reply.text().strip();
			if (text.isEmpty()) {
				throw reply.unusable("is empty");
			}
			return new Address(url(text, reply), reply);
		});
	}

	/** Never with the text itself: an address may carry a signature. */
	private static URI url(String text, ToolReply reply) {
		try {
			URI url = new URI(text);
			if (url.isAbsolute() && url.getHost() != null) {
				return url;
			}
		}
		catch (URISyntaxException ex) {
			// told below, as for what has no host
		}
		throw reply.unusable("is no address");
	}

	private Mono<Screenshot> fetch(URI url, ToolReply reply) {
		Duration limit = this.settings.timeouts().operation();
		int largest = (int) this.settings.maxReplySize().toBytes();
		return DataBufferUtils
			.join(this.exchange.stream(url.toString(), (answer) -> refused(answer, reply.outcome().details())), largest)
			.timeout(limit,
					Mono.error(() -> new CallTimeoutException("The picture was not there after " + limit,
							reply.outcome().details(), null)))
			.onErrorMap(DataBufferLimitException.class,
					(ex) -> reply.unusable("is the address of more than %s bytes".formatted(largest)))
			.map((buffer) -> png(buffer, reply));
	}

	private static ServiceException refused(FileReply answer, CallDetails details) {
		FailureKind kind = (answer.status() == 404) ? FailureKind.NOT_FOUND : FailureKind.SERVICE;
		return ServiceException.of(kind, answer.errorCode(),
				"The storage refused the picture with HTTP " + answer.status(), details);
	}

	private static Screenshot png(DataBuffer buffer, ToolReply reply) {
		byte[] data = new byte[buffer.readableByteCount()];
		buffer.read(data);
		DataBufferUtils.release(buffer);
		if (!Pictures.fits(data, ScreenshotFormat.PNG)) {
			throw reply.unusable("is the address of what is no png picture");
		}
		return Screenshot.of(ScreenshotFormat.PNG, data);
	}

	private record Address(URI url, ToolReply reply) {
	}

}

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

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.AttributeKey;

/**
 * Completes the address of a request with its secret part just before it is encoded.
 * Reactor Netty logs addresses, and exceptions carry them: so they never see the secret.
 */
@Sharable
public final class SecretQuery extends ChannelOutboundHandlerAdapter {

	static final SecretQuery HANDLER = new SecretQuery();

	static final String NAME = "agentbay.secret-query";

	private static final AttributeKey<String> SECRET = AttributeKey.valueOf(SecretQuery.class, "secret");

	public static void set(Channel channel, String secret) {
		channel.attr(SECRET).set(secret);
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (message instanceof HttpRequest request) {
			String secret = context.channel().attr(SECRET).getAndSet(null);
			if (secret != null) {
				request.setUri(request.uri() + (request.uri().contains("?") ? "&" : "?") + secret);
			}
		}
		context.write(message, promise);
	}

}

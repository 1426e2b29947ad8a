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

package io.agentbay.local.internal.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.AttributeKey;

/**
 * Deals with requests so broken that the HTTP server itself refuses them. Its answer has
 * no body, so it gets one here. And when it finds only in the middle of a body that a
 * request is broken, it hands over what it has read as if that were all: so the
 * connection is marked, and nothing is done on account of half a request.
 */
@ChannelHandler.Sharable
final class BrokenRequests extends ChannelDuplexHandler {

	static final String NAME = "agentbay.brokenRequests";

	private static final AttributeKey<Boolean> BROKEN = AttributeKey.valueOf(BrokenRequests.class, "broken");

	private final Envelopes envelopes;

	BrokenRequests(Envelopes envelopes) {
		this.envelopes = envelopes;
	}

	/**
	 * Whether the last request on a connection was broken and has been answered.
	 */
	static boolean isBroken(Channel channel) {
		return Boolean.TRUE.equals(channel.attr(BROKEN).get());
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof DecoderResultProvider decoded && decoded.decoderResult().isFailure()) {
			context.channel().attr(BROKEN).set(Boolean.TRUE);
		}
		context.fireChannelRead(message);
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (message instanceof FullHttpResponse response && response.status().code() >= 400
				&& !response.content().isReadable()) {
			context.write(dressed(response), promise);
			return;
		}
		context.write(message, promise);
	}

	private FullHttpResponse dressed(FullHttpResponse naked) {
		Reply reply = this.envelopes.failure(naked.status().code(), "InvalidRequest",
				"This is not a request that can be understood");
		ByteBuf body = Unpooled.wrappedBuffer(reply.body());
		FullHttpResponse response = new DefaultFullHttpResponse(naked.protocolVersion(), naked.status(), body);
		response.headers().set(naked.headers());
		response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
		response.headers().set(HttpHeaderNames.CONTENT_LENGTH, reply.body().length);
		naked.release();
		return response;
	}

}

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

import java.util.concurrent.atomic.LongAdder;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * Counts the bytes of all connections as they are on the wire: encrypted, with all that
 * HTTP adds.
 */
@Sharable
final class TrafficCounter extends ChannelDuplexHandler {

	private static final String NAME = "agentbay.traffic";

	private final LongAdder sent = new LongAdder();

	private final LongAdder received = new LongAdder();

	/** Ahead of all others, encryption included. */
	void watch(Channel channel) {
		channel.pipeline().addFirst(NAME, this);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		this.received.add(size(message));
		context.fireChannelRead(message);
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		this.sent.add(size(message));
		context.write(message, promise);
	}

	private static int size(Object message) {
		if (message instanceof ByteBuf bytes) {
			return bytes.readableBytes();
		}
		return (message instanceof ByteBufHolder holder) ? holder.content().readableBytes() : 0;
	}

	long sent() {
		return this.sent.sum();
	}

	long received() {
		return this.received.sum();
	}

}

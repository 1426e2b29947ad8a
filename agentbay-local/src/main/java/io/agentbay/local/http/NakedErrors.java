package io.agentbay.local.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;

/**
 * Puts an envelope into error responses without a body. Those are made by the HTTP server
 * itself, for requests so broken that none of the doors gets to see them.
 */
@ChannelHandler.Sharable
final class NakedErrors extends ChannelOutboundHandlerAdapter {

	static final String NAME = "agentbay.nakedErrors";

	private final Envelopes envelopes;

	NakedErrors(Envelopes envelopes) {
		this.envelopes = envelopes;
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
		int status = naked.status().code();
		Reply reply = this.envelopes.failure(status, "InvalidRequest", "This is not a request that can be understood");
		ByteBuf body = Unpooled.wrappedBuffer(reply.body());
		FullHttpResponse response = new DefaultFullHttpResponse(naked.protocolVersion(), naked.status(), body);
		response.headers().set(naked.headers());
		response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
		response.headers().set(HttpHeaderNames.CONTENT_LENGTH, reply.body().length);
		naked.release();
		return response;
	}

}

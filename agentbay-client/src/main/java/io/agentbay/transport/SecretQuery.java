package io.agentbay.transport;

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
final class SecretQuery extends ChannelOutboundHandlerAdapter {

	static final SecretQuery HANDLER = new SecretQuery();

	static final String NAME = "agentbay.secret-query";

	private static final AttributeKey<String> SECRET = AttributeKey.valueOf(SecretQuery.class, "secret");

	static void set(Channel channel, String secret) {
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

package io.agentbay.transport;

import java.util.List;

import javax.net.ssl.SSLContext;

/**
 * How encrypted connections are made.
 *
 * @param context what is trusted, and the client's own certificate if it has one
 * @param protocols the protocols to use, such as {@code TLSv1.3}; empty for the default
 * @param ciphers the ciphers to use; empty for the default
 */
public record Tls(SSLContext context, List<String> protocols, List<String> ciphers) {

	public Tls {
		protocols = List.copyOf(protocols);
		ciphers = List.copyOf(ciphers);
	}

}

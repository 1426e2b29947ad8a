/**
 * What is said over the WebSocket of a session: frames, and the calls and pushes that
 * they belong to.
 */
@NullMarked
package io.agentbay.local.channel;

import org.jspecify.annotations.NullMarked;

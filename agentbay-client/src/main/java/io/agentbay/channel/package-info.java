/**
 * The WebSocket of a session, over which calls stream what they have to say.
 */
@NullMarked
package io.agentbay.channel;

import org.jspecify.annotations.NullMarked;

/**
 * The bottom layer: bytes, connections, deadlines, retries. Knows no action and no
 * session.
 */
@NullMarked
package io.agentbay.transport;

import org.jspecify.annotations.NullMarked;

/**
 * Tests of the local runtime over real sockets.
 */
@NullMarked
package io.agentbay.local;

import org.jspecify.annotations.NullMarked;

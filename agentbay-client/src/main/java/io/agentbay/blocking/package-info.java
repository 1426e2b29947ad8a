/**
 * The bridge from the reactive core to callers that wait.
 */
@NullMarked
package io.agentbay.blocking;

import org.jspecify.annotations.NullMarked;

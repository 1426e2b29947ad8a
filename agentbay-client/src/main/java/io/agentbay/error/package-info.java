/**
 * Exceptions: what prevented an answer, and what a refused operation becomes on request.
 */
@NullMarked
package io.agentbay.error;

import org.jspecify.annotations.NullMarked;

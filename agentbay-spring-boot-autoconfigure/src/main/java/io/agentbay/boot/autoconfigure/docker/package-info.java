/**
 * Connects applications with the local runtime in a container of Docker Compose.
 */
@NullMarked
package io.agentbay.boot.autoconfigure.docker;

import org.jspecify.annotations.NullMarked;

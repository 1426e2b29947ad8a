/**
 * A session's directory tree and processes, and how they are kept apart from the machine
 * and from each other.
 */
@NullMarked
package io.agentbay.local.sandbox;

import org.jspecify.annotations.NullMarked;

/**
 * Transfer of files between this machine and a session, past the tools and their limits.
 */
@NullMarked
package io.agentbay.transfer;

import org.jspecify.annotations.NullMarked;

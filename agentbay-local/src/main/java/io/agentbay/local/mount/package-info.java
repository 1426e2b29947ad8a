/**
 * Contexts in sessions: where they are mounted, and how their files get from the storage
 * into the session and back.
 */
@NullMarked
package io.agentbay.local.mount;

import org.jspecify.annotations.NullMarked;

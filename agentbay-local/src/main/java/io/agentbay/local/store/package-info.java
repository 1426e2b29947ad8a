/**
 * The contexts on disk: which there are, and the files in them. Knows nothing of
 * sessions.
 */
@NullMarked
package io.agentbay.local.store;

import org.jspecify.annotations.NullMarked;

/**
 * When and what of a context is copied between a session and its storage.
 */
@NullMarked
package io.agentbay.context.policy;

import org.jspecify.annotations.NullMarked;

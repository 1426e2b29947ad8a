/**
 * The sessions, their life and the order they are listed in.
 */
@NullMarked
package io.agentbay.local.session;

import org.jspecify.annotations.NullMarked;

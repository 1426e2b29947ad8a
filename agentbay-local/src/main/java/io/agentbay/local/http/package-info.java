/**
 * The doors: how bytes come in and go out. Knows HTTP and the actions, nothing of how
 * they are done.
 */
@NullMarked
package io.agentbay.local.http;

import org.jspecify.annotations.NullMarked;

/**
 * The phone of a session: touch, keys, user interface, apps and configuration.
 */
@NullMarked
package io.agentbay.mobile;

import org.jspecify.annotations.NullMarked;

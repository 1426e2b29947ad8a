/**
 * Pictures of screens: their formats, and those kept for whoever knows their address.
 */
@NullMarked
package io.agentbay.local.picture;

import org.jspecify.annotations.NullMarked;

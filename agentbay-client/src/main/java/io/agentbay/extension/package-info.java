/**
 * Extensions for browsers.
 */
@NullMarked
package io.agentbay.extension;

import org.jspecify.annotations.NullMarked;

/**
 * Object storage, as sessions reach it.
 */
@NullMarked
package io.agentbay.oss;

import org.jspecify.annotations.NullMarked;

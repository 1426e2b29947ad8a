/**
 * Sessions that are found again by a key, on one instance of an application or on
 * several.
 */
@NullMarked
package io.agentbay.boot.keyed;

import org.jspecify.annotations.NullMarked;

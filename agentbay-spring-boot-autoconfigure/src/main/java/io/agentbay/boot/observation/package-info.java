/**
 * What is observed of the starter's own work.
 */
@NullMarked
package io.agentbay.boot.observation;

import org.jspecify.annotations.NullMarked;

/**
 * What is measured and traced of every call.
 */
@NullMarked
package io.agentbay.observation;

import org.jspecify.annotations.NullMarked;

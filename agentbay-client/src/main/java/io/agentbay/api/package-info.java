/**
 * One method for each action of the service: a typed request in, a typed reply out.
 */
@NullMarked
package io.agentbay.api;

import org.jspecify.annotations.NullMarked;

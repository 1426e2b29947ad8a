/**
 * Networks that sessions can join.
 */
@NullMarked
package io.agentbay.network;

import org.jspecify.annotations.NullMarked;

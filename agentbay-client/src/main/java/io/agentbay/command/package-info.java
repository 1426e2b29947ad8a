/**
 * Commands run by the shell of a session.
 */
@NullMarked
package io.agentbay.command;

import org.jspecify.annotations.NullMarked;

/**
 * Code run by the interpreters of a session.
 */
@NullMarked
package io.agentbay.code;

import org.jspecify.annotations.NullMarked;

/**
 * Git repositories in a session.
 */
@NullMarked
package io.agentbay.git;

import org.jspecify.annotations.NullMarked;

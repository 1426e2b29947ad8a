/**
 * Files of a session.
 */
@NullMarked
package io.agentbay.filesystem;

import org.jspecify.annotations.NullMarked;

/**
 * The tools that run inside a session, one class per tool server, with their JSON
 * schemas.
 */
@NullMarked
package io.agentbay.local.tool;

import org.jspecify.annotations.NullMarked;

/**
 * Sessions: creating, finding, describing and ending them.
 */
@NullMarked
package io.agentbay.session;

import org.jspecify.annotations.NullMarked;
